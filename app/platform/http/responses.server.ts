import { data, redirect } from "@remix-run/node";

/** Ends the request with the page for this status. Another region's id and an unknown one are the same 404. */
export function notFound(): never {
  throw data(null, { status: 404 });
}

/** Ends the request with the page that says who may give access. */
export function forbidden(): never {
  throw data(null, { status: 403 });
}

const flashCookie = "samvirk-toast";

/** Goes on to another page and says there, once, what was done. */
export function redirectWithToast(to: string, message: string, headers: HeadersInit = {}): Response {
  const response = redirect(to, { headers });
  response.headers.append("Set-Cookie", toastHeaders(message)["Set-Cookie"]);
  return response;
}

/** The header that lets the next page say once what was done, for a script that goes there by itself. */
export function toastHeaders(message: string) {
  return { "Set-Cookie": `${flashCookie}=${encodeURIComponent(message)}; Path=/; Max-Age=30; HttpOnly; SameSite=Lax` };
}

/** What is to be said once, and the header that forgets it. */
export function takeToast(request: Request): { message: string | null; headers: HeadersInit } {
  const kept = readCookie(request, flashCookie);
  if (kept === null) return { message: null, headers: {} };
  return { message: kept, headers: { "Set-Cookie": `${flashCookie}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax` } };
}

/** One cookie's value; null when the request has none of the name. */
export function readCookie(request: Request, name: string): string | null {
  const found = (request.headers.get("Cookie") ?? "").split(/;\s*/).find((pair) => pair.startsWith(`${name}=`));
  if (found === undefined) return null;
  try {
    return decodeURIComponent(found.slice(name.length + 1));
  } catch {
    return null;
  }
}

/** Only a path of our own may be returned to; anything else is the fallback. */
export function safeReturn(to: FormDataEntryValue | string | null, fallback: string): string {
  return typeof to === "string" && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : fallback;
}
