import { redirect } from "@remix-run/node";
import { keptLanguage } from "~/features/auth/account-preferences.server";
import { forgetBrowserToken } from "~/features/auth/browser-token.server";
import { openSession } from "~/platform/session.server";

/** Signs an account in with this browser and goes on. */
export async function signedIn(request: Request, accountId: string, next: string): Promise<Response> {
  const headers = new Headers();
  headers.append("Set-Cookie", await openSession(accountId, request.headers.get("User-Agent") ?? ""));
  for (const [name, value] of forgetBrowserToken()) headers.append(name, value);
  const language = await keptLanguage(accountId);
  if (language) headers.append("Set-Cookie", language);
  return redirect(next, { headers });
}
