import { baseLocale, isLocale, type Locale, overwriteGetLocale } from "~/i18n/messages/runtime";
import { requestLocale } from "~/platform/request-context.server";

overwriteGetLocale(() => requestLocale() ?? baseLocale);

/**
 * The language a request is answered in: the one its address names (`?lang=nn`), else the cookie's, else the
 * browser's first that we have, else bokmål. `no` and `nb` are bokmål.
 */
export function localeOf(request: { url: string; cookie: string; acceptLanguage: string }): Locale {
  return chosenLocale(request) ?? acceptedLocale(request.acceptLanguage) ?? baseLocale;
}

/** The language the reader has chosen, in the address or before; undefined when she has not. */
export function chosenLocale(request: { url: string; cookie: string }): Locale | undefined {
  const named = new URL(request.url, "http://localhost").searchParams.get("lang");
  if (isLocale(named)) return named;
  const kept = /(?:^|;\s*)samvirk-locale=([a-z]{2})/.exec(request.cookie)?.[1];
  return isLocale(kept) ? kept : undefined;
}

function acceptedLocale(header: string): Locale | undefined {
  const wanted = header
    .split(",")
    .map((part) => {
      const [tag = "", ...params] = part.trim().split(";");
      const quality = params.map((p) => /^\s*q=([0-9.]+)/.exec(p)?.[1]).find(Boolean);
      return { tag: tag.toLowerCase().split("-")[0] ?? "", quality: quality === undefined ? 1 : Number(quality) };
    })
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const locale = tag === "no" ? "nb" : tag;
    if (isLocale(locale)) return locale;
  }
  return undefined;
}
