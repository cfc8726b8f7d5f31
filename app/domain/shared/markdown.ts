import { Lexer, type Token, Tokenizer, type Tokens } from "marked";
import { markdownLimit } from "./markdown-limit";

/** What stands in a line. A link leads to http, https or mailto alone. */
export type Inline =
  | { type: "text"; text: string }
  | { type: "strong" | "em"; inlines: Inline[] }
  | { type: "code"; text: string }
  | { type: "link"; href: string; inlines: Inline[] }
  | { type: "break" };

/** A piece of a text. The rows of a table are as long as its head; a list that counts begins with `start`. */
export type Block =
  | { type: "heading"; level: number; inlines: Inline[] }
  | { type: "paragraph"; inlines: Inline[] }
  | { type: "list"; ordered: boolean; start: number; items: Block[][] }
  | { type: "quote"; blocks: Block[] }
  | { type: "code"; text: string }
  | { type: "table"; head: Inline[][]; rows: Inline[][][] }
  | { type: "rule" };

/** How deep lists and quotations may stand in one another; what is deeper is text. */
const deepest = 8;

/** More marks than this in one paragraph are no emphasis: they are text. */
const mostMarks = 400;

/** More columns than this are no table. */
const mostColumns = 30;

/**
 * Reads Markdown (CommonMark, with the tables and bare addresses of GitHub). HTML and images are text, a new line is a
 * new line, and every word of the text is in what comes out. What is longer than the limit is shown as it is written.
 * Never throws.
 */
export function readMarkdown(text: string): Block[] {
  const lines = text.replace(/\r\n?/g, "\n");
  if (lines.length > markdownLimit) return asWritten(lines);
  try {
    const lexer = new Lexer({ gfm: true, breaks: true, tokenizer: tokenizer() });
    const tokens = lexer.blockTokens(lines.split("\n").map(shallow).join("\n"), []);
    return tokens.flatMap((token) => kept(token.raw, blocksOf(token, { lexer, depth: 1 })));
  } catch {
    return asWritten(lines);
  }
}

/** What an inline says when it is not shown as what it is. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === "break") return "\n";
      return "inlines" in inline ? plainText(inline.inlines) : inline.text;
    })
    .join("");
}

/** Markdown that is none to us: HTML, addresses given elsewhere in the text, and what is struck out. */
function tokenizer() {
  const none = () => undefined;
  return Object.assign(new Tokenizer(), { html: none, tag: none, def: none, reflink: none, del: none });
}

/**
 * A line with its marks of quotation and list beyond the deepest made text, and so the line under a far too wide head.
 * Long runs of white space cost the more the longer they are, and are shortened.
 */
function shallow(written: string): string {
  const line = written.replace(/[ \t]{40,}/g, " ".repeat(40));
  const columns = line.length > mostColumns && /^[\s|:>-]+$/.test(line) ? line.split("|").length : 0;
  if (columns > mostColumns) return line.replaceAll("|", "\\|");
  let at = 0;
  for (let depth = 0; ; depth++) {
    const mark = /^[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}(?=[.)][ \t]))/.exec(line.slice(at, at + 200))?.[0];
    if (mark === undefined) return line;
    const counts = /\d$/.test(mark);
    if (depth < deepest) at += mark.length + (counts ? 1 : 0);
    else if (/^[ \t]*([-*])(?:[ \t]*\1)+[ \t]*$/.test(line)) return line;
    else {
      const end = at + mark.length - (counts ? 0 : 1);
      return `${line.slice(0, end)}\\${line.slice(end)}`;
    }
  }
}

type Reading = { lexer: Lexer; depth: number };

function blocksOf(token: Token, reading: Reading): Block[] {
  const inner = { ...reading, depth: reading.depth + 1 };
  const inlines = (text: string) => inlinesOf(text, reading.lexer);
  switch (token.type) {
    case "space":
      return [];
    case "hr":
      return [{ type: "rule" }];
    case "heading":
      return [{ type: "heading", level: (token as Tokens.Heading).depth, inlines: inlines(token.text) }];
    case "code": {
      const { lang, text } = token as Tokens.Code;
      return [{ type: "code", text: lang ? `${lang}\n${text}` : text }];
    }
    case "blockquote":
      if (reading.depth > deepest) return asWritten(token.raw);
      return [{ type: "quote", blocks: (token.tokens ?? []).flatMap((each) => blocksOf(each, inner)) }];
    case "list":
      if (reading.depth > deepest) return asWritten(token.raw);
      return [listOf(token as Tokens.List, inner)];
    case "table": {
      const { header, rows } = token as Tokens.Table;
      const cells = (row: Tokens.TableCell[]) => row.map(({ text }) => inlines(text));
      return [{ type: "table", head: cells(header), rows: rows.map(cells) }];
    }
    case "checkbox":
      return [];
    case "paragraph":
    case "text":
      return [{ type: "paragraph", inlines: inlines(token.text) }];
    default:
      return asWritten(token.raw);
  }
}

function listOf({ ordered, start, items }: Tokens.List, inner: Reading): Block {
  return {
    ...{ type: "list", ordered, start: ordered && start !== "" ? start : 1 },
    items: items.map(({ tokens, task, checked }) => {
      const blocks = tokens.flatMap((token) => blocksOf(token, inner));
      const box: Inline = { type: "text", text: checked ? "☑ " : "☐ " };
      const [first, ...rest] = blocks;
      if (!task) return blocks;
      if (first?.type === "paragraph") return [{ ...first, inlines: [box, ...first.inlines] }, ...rest];
      return [{ type: "paragraph", inlines: [box] }, ...blocks];
    }),
  };
}

function inlinesOf(text: string, lexer: Lexer): Inline[] {
  const marks = text.match(/[*_[\]`<~]/g)?.length ?? 0;
  if (marks > mostMarks) return plainLines(text);
  return together(lexer.inlineTokens(text).flatMap(inlineOf));
}

function inlineOf(token: Token): Inline[] {
  const inner = (tokens: Token[] = []) => together(tokens.flatMap(inlineOf));
  switch (token.type) {
    case "strong":
    case "em":
      return [{ type: token.type, inlines: inner(token.tokens) }];
    case "codespan":
      return [{ type: "code", text: token.text }];
    case "br":
      return [{ type: "break" }];
    case "link": {
      const { href, title, tokens, raw } = token as Tokens.Link;
      if (!isSafe(href)) return [{ type: "text", text: raw }];
      const link: Inline = { type: "link", href, inlines: inner(tokens) };
      return title ? [link, { type: "text", text: ` (${title})` }] : [link];
    }
    case "escape":
    case "text":
      return plainLines(token.text);
    default:
      return plainLines(token.raw);
  }
}

/** Whether a link may lead there. No white space and no control character: a browser would read past them. */
function isSafe(href: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(href);
}

/** Words without marks, with their lines. */
function plainLines(text: string): Inline[] {
  return text
    .split("\n")
    .flatMap((line, at): Inline[] => [...(at > 0 ? [{ type: "break" as const }] : []), { type: "text", text: line }])
    .filter((inline) => inline.type !== "text" || inline.text !== "");
}

/** Neighbouring texts as one. */
function together(inlines: Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (inline.type === "text" && last?.type === "text")
      joined[joined.length - 1] = { type: "text", text: last.text + inline.text };
    else joined.push(inline);
  }
  return joined;
}

/** A text as paragraphs of what is written. */
function asWritten(text: string): Block[] {
  return text
    .split(/\n[ \t]*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => ({ type: "paragraph", inlines: plainLines(part) }));
}

/** What was read of a piece, if each of its words is in it; else the piece as written. */
function kept(raw: string, blocks: Block[]): Block[] {
  const left = new Map<string, number>();
  for (const word of wordsOf(saidBy(blocks))) left.set(word, (left.get(word) ?? 0) + 1);
  for (const word of wordsOf(raw)) {
    const n = left.get(word) ?? 0;
    if (n === 0) return asWritten(raw);
    left.set(word, n - 1);
  }
  return blocks;
}

/** Runs of letters; the cross in a box to tick is none. */
const wordsOf = (text: string) => text.replace(/\[x\]/gi, "").match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];

/** Everything that blocks say, addresses included. */
function saidBy(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      switch (block.type) {
        case "rule":
          return "";
        case "code":
          return block.text;
        case "quote":
          return saidBy(block.blocks);
        case "list":
          return block.items.map(saidBy).join("\n");
        case "table":
          return [block.head, ...block.rows].flat().map(said).join("\n");
        default:
          return said(block.inlines);
      }
    })
    .join("\n");
}

function said(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === "break") return "\n";
      if (inline.type === "link") return `${said(inline.inlines)} ${inline.href} `;
      return "inlines" in inline ? said(inline.inlines) : inline.text;
    })
    .join("");
}
