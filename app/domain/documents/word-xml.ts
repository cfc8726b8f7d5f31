/** A piece of an XML text: a tag as it stands, or the text between two. */
type Token = { raw: string; name: string; kind: "open" | "close" | "empty" | "text" | "other" };

/** A paragraph of WordprocessingML (ECMA-376 part 1, 17.3.1): its tokens, and the runs of text that are its own. */
type Paragraph = {
  first: number;
  last: number;
  /** Names of the elements it stands in. */
  within: string[];
  /** Text by the token it stands in; -1 for a tab or a line's end, where no field can go on. */
  pieces: { at: number; text: string }[];
};

/** A field as it stands in a part: its name, and the words of its paragraph. */
export type FoundField = { name: string; near: string };

/** What stands in a part: its fields, and the words of each paragraph in which a field is opened and not closed. */
export type PartFields = { fields: FoundField[]; broken: string[] };

const FIELD = /\{\{\s*([^{}\n]{1,60}?)\s*\}\}/g;

/** The fields that stand in a part of a Word file, also those whose letters are parted over several runs. */
export function fieldsIn(xml: string): PartFields {
  const found: PartFields = { fields: [], broken: [] };
  for (const { pieces } of paragraphsOf(tokensOf(xml))) {
    const text = textOf(pieces);
    const near = text.replace(/\s+/g, " ").trim().slice(0, 60);
    for (const [, name = ""] of text.matchAll(FIELD)) found.fields.push({ name, near });
    if (/\{\{|\}\}/.test(text.replace(FIELD, ""))) found.broken.push(near);
  }
  return found;
}

/** Whether the field that is the content stands alone in a paragraph right under the body of the document, and once. */
export function standsAlone(xml: string, isContent: (name: string) => boolean): boolean {
  const holding = paragraphsOf(tokensOf(xml)).filter(({ pieces }) =>
    [...textOf(pieces).matchAll(FIELD)].some(([, name = ""]) => isContent(name)),
  );
  const [only] = holding;
  return holding.length === 1 && only !== undefined && isMarker(only, isContent);
}

const isMarker = ({ pieces, within }: Paragraph, isContent: (name: string) => boolean) => {
  const match = /^\{\{\s*([^{}\n]{1,60}?)\s*\}\}$/.exec(textOf(pieces).trim());
  return match !== null && isContent(match[1] ?? "") && within.at(-1) === "w:body";
};

/**
 * A part with its fields filled in: what a field says takes the look of its first letter. A line of the document whose
 * fields all say nothing is left out. `body` takes the place of the paragraph that is the content.
 */
export function fillPart(
  xml: string,
  wordsOf: (name: string) => string,
  content: { isContent: (name: string) => boolean; body: string } | null,
): string {
  const tokens = tokensOf(xml);
  const raws = tokens.map(({ raw }) => raw);
  for (const paragraph of paragraphsOf(tokens)) {
    const { first, last, pieces, within } = paragraph;
    const text = textOf(pieces);
    const found = [...text.matchAll(FIELD)];
    if (found.length === 0) continue;
    const own = raws.slice(first, last + 1).join("");
    if (content && isMarker(paragraph, content.isContent)) {
      // A section that ends with the paragraph still ends there.
      const section = /<w:sectPr\b[\s\S]*?<\/w:sectPr>/.exec(own)?.[0];
      const ending = section ? `<w:p><w:pPr>${section}</w:pPr></w:p>` : "";
      replaceTokens(raws, first, last, content.body + ending);
      continue;
    }
    const values = found.map(([, name = ""]) => wordsOf(name));
    const idle = values.every((value) => value.trim() === "");
    if (idle && within.at(-1) === "w:body" && !/<w:(sectPr|bookmark|fldChar|comment|drawing|pict)/.test(own)) {
      replaceTokens(raws, first, last, "");
      continue;
    }
    fillPieces(raws, pieces, found, values);
  }
  return raws.join("");
}

function fillPieces(raws: string[], pieces: Paragraph["pieces"], found: RegExpMatchArray[], values: string[]): void {
  const texts = pieces.map(({ text }) => text);
  for (let at = found.length - 1; at >= 0; at -= 1) {
    const match = found[at];
    if (!match) continue;
    let from = match.index ?? 0;
    let length = match[0].length;
    let value = values[at] ?? "";
    for (const [index, piece] of pieces.entries()) {
      // Earlier fields are filled later, so the lengths before this one are as they were.
      const size = piece.text.length;
      if (from >= size) {
        from -= size;
        continue;
      }
      const taken = Math.min(size - from, length);
      const now = texts[index] ?? "";
      texts[index] = now.slice(0, from) + value + now.slice(from + taken);
      length -= taken;
      value = "";
      from = 0;
      if (length === 0) break;
    }
  }
  for (const [index, { at, text }] of pieces.entries()) {
    const now = texts[index] ?? "";
    if (at < 0 || now === text) continue;
    raws[at] = encode(now).replaceAll("\n", '</w:t><w:br/><w:t xml:space="preserve">');
    raws[at - 1] = '<w:t xml:space="preserve">';
  }
}

function replaceTokens(raws: string[], first: number, last: number, by: string): void {
  raws.fill("", first, last + 1);
  raws[first] = by;
}

const textOf = (pieces: Paragraph["pieces"]) => pieces.map(({ text }) => text).join("");

function tokensOf(xml: string): Token[] {
  return [...xml.matchAll(/<(?:[^<>"']|"[^"]*"|'[^']*')*>|[^<]+/g)].map(([raw]) => {
    if (!raw.startsWith("<")) return { raw, name: "", kind: "text" };
    const name = /^<\/?([\w:.-]+)/.exec(raw)?.[1] ?? "";
    if (name === "") return { raw, name, kind: "other" };
    return { raw, name, kind: raw.startsWith("</") ? "close" : raw.endsWith("/>") ? "empty" : "open" };
  });
}

const breaks = new Set(["w:tab", "w:br", "w:cr", "w:ptab"]);

function paragraphsOf(tokens: Token[]): Paragraph[] {
  const stack: string[] = [];
  const open: Paragraph[] = [];
  const all: Paragraph[] = [];
  for (const [at, { raw, name, kind }] of tokens.entries()) {
    const inner = open.at(-1);
    if (kind === "open") {
      if (name === "w:p") {
        const paragraph = { first: at, last: at, within: [...stack], pieces: [] };
        open.push(paragraph);
        all.push(paragraph);
      }
      stack.push(name);
    } else if (kind === "close") {
      stack.pop();
      if (name === "w:p" && inner) {
        inner.last = at;
        open.pop();
      }
    } else if (kind === "empty") {
      // A tab stop is a w:tab too, in the paragraph's properties.
      if (inner && breaks.has(name) && stack.at(-1) === "w:r") inner.pieces.push({ at: -1, text: "\n" });
    } else if (kind === "text" && inner && stack.at(-1) === "w:t") inner.pieces.push({ at, text: decode(raw) });
  }
  return all;
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decode(text: string): string {
  return text
    .replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi, (whole, name, decimal, hex) => {
      if (name) return entities[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : " ";
    })
    .replace(/[\r\n\t]/g, " ");
}

/** Text as XML 1.0 may hold it (section 2.2); what it forbids is left out. */
export function encode(text: string): string {
  const held = [...text.replace(/\r\n?/g, "\n")].filter((one) => {
    const code = one.codePointAt(0) ?? 0;
    return code === 9 || code === 10 || (code >= 32 && code !== 0xfffe && code !== 0xffff && !isHalf(code));
  });
  return held
    .join("")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Half of a pair that stands alone. */
const isHalf = (code: number) => code >= 0xd800 && code <= 0xdfff;
