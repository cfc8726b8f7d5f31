import { createElement, Fragment, type ReactNode } from "react";
import type { Block, Inline } from "~/domain/shared/markdown";
import { light } from "./palette";

export const font = "Inter, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** An address may break anywhere: one long word would widen the column past a phone's screen. */
export const textStyle = {
  color: light.ink,
  fontFamily: font,
  fontSize: "16px",
  lineHeight: "24px",
  margin: "0 0 12px",
  wordBreak: "break-word",
} as const;

const headingStyle = { ...textStyle, fontWeight: 600, margin: "16px 0 8px" } as const;

/** Parts that never move among themselves need no keys. */
const inOrder = (parts: ReactNode[]): ReactNode => createElement(Fragment, null, ...parts);

/** A text that has been read, as elements with their styles upon them; its highest headings become h3. */
export function MailMarkdown({ blocks, link }: { blocks: readonly Block[]; link: string }) {
  const offset = 3 - Math.min(...levelsIn(blocks), 6);
  return <>{inOrder(blocks.map((block) => element(block, { offset, link })))}</>;
}

type Dress = { offset: number; link: string };

function levelsIn(blocks: readonly Block[]): number[] {
  return blocks.flatMap((block) => {
    if (block.type === "heading") return [block.level];
    if (block.type === "quote") return levelsIn(block.blocks);
    return block.type === "list" ? block.items.flatMap(levelsIn) : [];
  });
}

function element(block: Block, dress: Dress): ReactNode {
  const words = (inlines: readonly Inline[]) => wordsOf(inlines, dress);
  switch (block.type) {
    case "heading":
      return createElement(
        `h${Math.min(6, block.level + dress.offset)}`,
        { className: "ink", style: headingStyle },
        words(block.inlines),
      );
    case "paragraph":
      return (
        <p className="ink" style={textStyle}>
          {words(block.inlines)}
        </p>
      );
    case "list": {
      const items = block.items.map((item) => (
        <li key={JSON.stringify(item)} className="ink" style={{ ...textStyle, margin: "0 0 4px" }}>
          {inOrder(item.map((inner, at) => (at === 0 ? lead(inner, dress) : element(inner, dress))))}
        </li>
      ));
      const style = { margin: "0 0 12px", padding: "0 0 0 24px" };
      return block.ordered ? (
        <ol className="ink" start={block.start} style={style}>
          {inOrder(items)}
        </ol>
      ) : (
        <ul className="ink" style={style}>
          {inOrder(items)}
        </ul>
      );
    }
    case "quote":
      return (
        <blockquote
          className="ink line"
          style={{ borderLeft: `3px solid ${light.line}`, margin: "0 0 12px", padding: "0 0 0 16px" }}
        >
          {inOrder(block.blocks.map((inner) => element(inner, dress)))}
        </blockquote>
      );
    case "code":
      return (
        <pre className="ink" style={{ ...textStyle, fontFamily: "monospace", whiteSpace: "pre-wrap" }}>
          {block.text}
        </pre>
      );
    case "table":
      return tableOf(block, dress);
    case "rule":
      return <hr className="line" style={{ border: 0, borderTop: `1px solid ${light.line}`, margin: "16px 0" }} />;
  }
}

/** The first words of an item stand in the line of its mark. */
const lead = (block: Block, dress: Dress) =>
  block.type === "paragraph" ? wordsOf(block.inlines, dress) : element(block, dress);

/** A table of figures is a real one: it has a head and is read as a table. */
function tableOf({ head, rows }: Extract<Block, { type: "table" }>, dress: Dress): ReactNode {
  const cell = {
    ...textStyle,
    borderBottom: `1px solid ${light.line}`,
    margin: 0,
    padding: "6px 12px 6px 0",
    textAlign: "left",
    verticalAlign: "top",
  } as const;
  const heads = head.map((words) => (
    <th key={JSON.stringify(words)} scope="col" className="ink line" style={{ ...cell, fontWeight: 600 }}>
      {wordsOf(words, dress)}
    </th>
  ));
  const body = rows.map((row) => (
    <tr key={JSON.stringify(row)}>
      {inOrder(
        row.map((words) => (
          <td key={JSON.stringify(words)} className="ink line" style={cell}>
            {wordsOf(words, dress)}
          </td>
        )),
      )}
    </tr>
  ));
  return (
    <table style={{ borderCollapse: "collapse", margin: "0 0 12px" }}>
      <thead>
        <tr>{inOrder(heads)}</tr>
      </thead>
      <tbody>{inOrder(body)}</tbody>
    </table>
  );
}

const wordsOf = (inlines: readonly Inline[], dress: Dress): ReactNode =>
  inOrder(inlines.map((part) => inline(part, dress)));

function inline(part: Inline, dress: Dress): ReactNode {
  switch (part.type) {
    case "text":
      return part.text;
    case "strong":
      return <strong style={{ fontWeight: 600 }}>{wordsOf(part.inlines, dress)}</strong>;
    case "em":
      return <em>{wordsOf(part.inlines, dress)}</em>;
    case "code":
      return <code>{part.text}</code>;
    case "link":
      return (
        <a className="link" href={part.href} style={{ color: dress.link, textDecoration: "underline" }}>
          {wordsOf(part.inlines, dress)}
        </a>
      );
    case "break":
      return <br />;
  }
}
