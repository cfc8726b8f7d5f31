import { signInMinutes } from "~/domain/auth/sign-in";
import { paths } from "~/paths";
import { readCookie, safeReturn } from "~/platform/http/responses.server";

const asked = "__Host-samvirk-asked";
const after = "__Host-samvirk-after";

function cookie(name: string, value: string, seconds: number): [string, string] {
  return ["Set-Cookie", `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Lax`];
}

/** The cookies that bind a sign-in to the browser that asked for it, and remember the page it was asked for. */
export function keepBrowserToken(token: string, next: string): [string, string][] {
  const seconds = signInMinutes * 60;
  return [cookie(asked, token, seconds), cookie(after, encodeURIComponent(next), seconds)];
}

export function forgetBrowserToken(): [string, string][] {
  return [cookie(asked, "", 0), cookie(after, "", 0)];
}

export function browserToken(request: Request): string | null {
  return readCookie(request, asked);
}

/** The page the sign-in was asked for; the front page when none is remembered. */
export function pageAfter(request: Request): string {
  return safeReturn(readCookie(request, after), paths.front());
}
