import { accountLocale, saveAccount } from "~/features/auth/account.db.server";
import { isLocale, type Locale } from "~/i18n/messages/runtime";
import type { SignedIn } from "~/platform/session.server";

const year = 365 * 24 * 60 * 60;

/** The cookie that keeps the chosen language, a year. */
function localeCookie(locale: Locale): string {
  return `samvirk-locale=${locale}; Path=/; Max-Age=${year}; SameSite=Lax`;
}

/** The cookie that keeps whether the navigation is a rail, a year. */
function railCookie(rail: boolean): string {
  return `samvirk-rail=${rail}; Path=/; Max-Age=${year}; SameSite=Lax`;
}

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Keeps the language in this browser, and on the account of whoever is signed in. Gives the cookie to set. */
export async function chooseLocale(session: SignedIn | null, locale: Locale): Promise<string> {
  if (session) await saveAccount(session.accountId, { locale });
  return localeCookie(locale);
}

/** The cookie with the language an account has chosen, for a browser that has just signed in; null when it has chosen none. */
export async function keptLanguage(accountId: string): Promise<string | null> {
  const locale = await accountLocale(accountId);
  return isLocale(locale) ? localeCookie(locale) : null;
}

export async function chooseTheme(session: SignedIn, theme: Theme): Promise<void> {
  await saveAccount(session.accountId, { theme });
}

/**
 * The cookies that a preferences form asks for; null when it asks for nothing known.
 */
export async function preferenceCookie(form: FormData, session: SignedIn | null): Promise<string | null> {
  const [locale, rail] = [form.get("locale"), form.get("rail")];
  if (isLocale(locale)) return chooseLocale(session, locale);
  if (rail === "true" || rail === "false") return railCookie(rail === "true");
  return null;
}
