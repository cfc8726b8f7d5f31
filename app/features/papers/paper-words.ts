import type { PaperKind, TypeVerdict } from "~/domain/papers/paper-type";
import type { PaperShown } from "~/features/papers/papers.view.server";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";

const kindNames: Record<PaperKind, () => string> = {
  pdf: () => "PDF",
  word: () => m.papers_kind_word(),
  sheet: () => m.papers_kind_sheet(),
  slides: () => m.papers_kind_slides(),
  picture: () => m.papers_kind_picture(),
  text: () => m.papers_kind_text(),
  table: () => m.papers_kind_table(),
};

/** What a paper is and how large: "PDF, 1,2 MB", or where it leads. */
export function paperFacts({ file, link }: Pick<PaperShown, "file" | "link">): string {
  if (!file) return m.papers_kind_link({ host: URL.canParse(link) ? new URL(link).hostname : link });
  return `${kindNames[file.kind]()}, ${sizeWords(file.size)}`;
}

/** A size in words: "340 kB", "1,2 MB". */
export function sizeWords(bytes: number): string {
  const locale = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" }[getLocale()];
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  if (bytes < 1_000_000) return `${number(Math.max(1, bytes / 1000), 0)} kB`;
  return `${number(bytes / 1_000_000, 1)} MB`;
}

/** Why a file is not taken, with what is. */
export function refusalWords(name: string, reason: Extract<TypeVerdict, { ok: false }>["reason"]): string {
  const why = {
    empty: () => m.papers_refused_empty({ name }),
    "too-large": () => m.papers_refused_too_large({ name }),
    program: () => m.papers_refused_program({ name }),
    page: () => m.papers_refused_page({ name }),
    macros: () => m.papers_refused_macros({ name }),
    other: () => m.papers_refused_other({ name }),
  }[reason]();
  return ["empty", "too-large", "macros"].includes(reason) ? why : `${why} ${m.papers_allowed()}`;
}
