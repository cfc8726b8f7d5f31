import { signInMinutes } from "~/domain/auth/sign-in";
import { readCookie } from "~/platform/http/responses.server";

const name = "__Host-samvirk-asked";

/** The cookie that binds a sign-in to the browser that asked for it. */
export function keepBrowserToken(token: string): string {
  return `${name}=${token}; Path=/; Max-Age=${signInMinutes * 60}; HttpOnly; Secure; SameSite=Lax`;
}

export function forgetBrowserToken(): string {
  return `${name}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax`;
}

export function browserToken(request: Request): string | null {
  return readCookie(request, name);
}
