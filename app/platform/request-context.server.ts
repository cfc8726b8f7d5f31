import { AsyncLocalStorage } from "node:async_hooks";
import type { Locale } from "~/i18n/messages/runtime";

/** What belongs to one request: its name in the log, the language it is answered in, and what has been looked up. */
type RequestContext = { reference: string; locale: Locale; cache: Map<string, unknown> };

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work` as one request in this language. `reference` is its name in the log. */
export function inRequest<T>(locale: Locale, work: () => T, reference = ""): T {
  return storage.run({ reference, locale, cache: new Map() }, work);
}

/** The request's name in the log, for the page that says what went wrong. */
export function requestReference(): string {
  return storage.getStore()?.reference ?? "";
}

export function requestLocale(): Locale | undefined {
  return storage.getStore()?.locale;
}

/** Changes the language of the request at hand, as when an invitation is opened by somebody who has chosen none. */
export function answerIn(locale: Locale): void {
  const context = storage.getStore();
  if (context) context.locale = locale;
}

/** Runs `work` in another language than the request's, as a document in the region's written standard. */
export function inLanguage<T>(locale: Locale, work: () => T): T {
  return storage.run({ reference: "", cache: new Map(), ...storage.getStore(), locale }, work);
}

/** Looks something up once per request. Outside a request it is looked up each time. */
export function oncePerRequest<T>(key: string, look: () => T): T {
  const cache = storage.getStore()?.cache;
  if (!cache) return look();
  if (!cache.has(key)) cache.set(key, look());
  return cache.get(key) as T;
}
