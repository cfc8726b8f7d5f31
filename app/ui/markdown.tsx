import { readMarkdown } from "~/domain/shared/markdown";
import { MarkdownBlocks } from "./markdown-blocks";

/**
 * Markdown as elements. It brings its reader with it: a page whose server has read the text already shows
 * `MarkdownBlocks`.
 */
export function Markdown({ text, headingLevel = 3 }: { text: string; headingLevel?: number }) {
  return <MarkdownBlocks blocks={readMarkdown(text)} headingLevel={headingLevel} />;
}
