import type { MinutesContent } from "~/domain/minutes/minutes-content";
import { minutesWords } from "~/domain/minutes/minutes-words";
import { type MinutesLine, writeMinutes } from "~/domain/minutes/write-minutes";
import { type Block, readMarkdown } from "~/domain/shared/markdown";

/** A piece of minutes as the page shows it: its Markdown is read here, so that the page need not carry a reader. */
export type PaperLine = Exclude<MinutesLine, { kind: "markdown" }> | { kind: "blocks"; blocks: Block[] };

/** Minutes as the pieces of a page, in the standard the region writes in. */
export function paperLines(content: MinutesContent, standard: "nb" | "nn"): PaperLine[] {
  return writeMinutes(content, minutesWords[standard]).map((line) =>
    line.kind === "markdown" ? { kind: "blocks", blocks: readMarkdown(line.text) } : line,
  );
}
