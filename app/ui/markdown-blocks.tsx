import { createElement, Fragment, type ReactNode } from "react";
import type { Block, Inline } from "~/domain/shared/markdown";

/**
 * A text that has been read, as elements; nothing of it is markup of its own. Its highest headings become
 * `headingLevel` (2 to 6), those below follow. Each piece is written in the direction of its own first letter.
 */
export function MarkdownBlocks({ blocks, headingLevel = 3 }: { blocks: readonly Block[]; headingLevel?: number }) {
  const offset = headingLevel - Math.min(...levelsIn(blocks), 6);
  return <div className="sv-md">{inOrder(blocks.map((block) => element(block, offset)))}</div>;
}

/** The levels of all headings, those inside quotations and lists too. */
function levelsIn(blocks: readonly Block[]): number[] {
  return blocks.flatMap((block) => {
    if (block.type === "heading") return [block.level];
    if (block.type === "quote") return levelsIn(block.blocks);
    return block.type === "list" ? block.items.flatMap(levelsIn) : [];
  });
}

/** Parts that never move among themselves need no keys. */
const inOrder = (parts: ReactNode[]): ReactNode => createElement(Fragment, null, ...parts);

/** An element in the direction of its own first letter. */
const own = (name: string, children: ReactNode, props: object = {}): ReactNode =>
  createElement(name, { dir: "auto", ...props }, children);

const words = (inlines: readonly Inline[]): ReactNode => inOrder(inlines.map(inline));

function element(block: Block, offset: number): ReactNode {
  switch (block.type) {
    case "heading":
      return own(`h${Math.min(6, block.level + offset)}`, words(block.inlines));
    case "paragraph":
      return own("p", words(block.inlines));
    case "list": {
      const items = inOrder(block.items.map((item) => own("li", itemOf(item, offset))));
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case "quote":
      return <blockquote>{inOrder(block.blocks.map((inner) => element(inner, offset)))}</blockquote>;
    case "code":
      return (
        <pre dir="auto">
          <code>{block.text}</code>
        </pre>
      );
    case "table":
      return tableOf(block);
    case "rule":
      return <hr />;
  }
}

/** The first words of an item stand in the line of its mark. */
function itemOf([first, ...rest]: readonly Block[], offset: number): ReactNode {
  const head = first?.type === "paragraph" ? words(first.inlines) : first && element(first, offset);
  return inOrder([head, ...rest.map((block) => element(block, offset))]);
}

function tableOf({ head, rows }: Extract<Block, { type: "table" }>): ReactNode {
  const heads = head.map((cell) => own("th", words(cell), { scope: "col" }));
  const row = (cells: Inline[][]) => createElement("tr", null, ...cells.map((cell) => own("td", words(cell))));
  const table = (
    <table>
      <thead>
        <tr>{inOrder(heads)}</tr>
      </thead>
      <tbody>{inOrder(rows.map(row))}</tbody>
    </table>
  );
  // A wide one scrolls in its own box, which the keyboard must reach.
  const label = head.map(said).join(", ");
  return own("div", table, { className: "sv-scroll", role: "region", tabIndex: 0, "aria-label": label });
}

const said = (inlines: readonly Inline[]): string =>
  inlines
    .map((part) => ("text" in part ? part.text : "inlines" in part ? said(part.inlines) : " "))
    .join("")
    .trim();

function inline(part: Inline): ReactNode {
  switch (part.type) {
    case "text":
      return part.text;
    case "strong":
      return <strong>{words(part.inlines)}</strong>;
    case "em":
      return <em>{words(part.inlines)}</em>;
    case "code":
      return <code>{part.text}</code>;
    case "link":
      return (
        <a className="sv-link" href={part.href} rel="noreferrer">
          {words(part.inlines)}
        </a>
      );
    case "break":
      return <br />;
  }
}
