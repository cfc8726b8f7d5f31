import type { Language } from "~/domain/newsletters/words";
import { paths } from "~/paths";

/** What of an issue its page shows: the piece that is open, the language it is written in, and how it is previewed. */
export type ComposerQuery = {
  /** An item's id; "none" for no piece, null where nothing is asked for. */
  item: string | null;
  write: Language | "both" | null;
  preview: Language | null;
  as: "wide" | "narrow" | "text";
  /** What has been pressed and is asked about before it is done. */
  ask: "approval" | "drop" | null;
};

const isLanguage = (text: string | null): text is Language => text === "nb" || text === "nn" || text === "en";

export function readComposerQuery(search: URLSearchParams): ComposerQuery {
  const [write, preview, as, ask] = ["write", "preview", "as", "ask"].map((name) => search.get(name));
  return {
    item: search.get("item"),
    write: write === "both" || isLanguage(write ?? null) ? (write as Language | "both") : null,
    preview: isLanguage(preview ?? null) ? (preview as Language) : null,
    as: as === "narrow" || as === "text" ? as : "wide",
    ask: ask === "approval" || ask === "drop" ? ask : null,
  };
}

/** The address of the page with some of it otherwise; what is as always is not in it. */
export function composerLink(slug: string, issueId: string, query: ComposerQuery, change: Partial<ComposerQuery> = {}) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, ask: null, ...change }))
    if (value !== null && value !== "wide") search.set(name, value);
  const asked = search.toString();
  return paths.issue(slug, issueId) + (asked === "" ? "" : `?${asked}`);
}
