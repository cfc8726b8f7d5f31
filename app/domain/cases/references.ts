import { type Block, type Inline, plainText } from "~/domain/shared/markdown";

/** A case named in a text, "sak 39e/2016": where it stands, and what it names. The letter is upper case, or empty. */
export type Reference = { from: number; to: number; number: number; year: number; letter: string; words: string };

const named = /(?<!\p{L})(?:sak(?:e[nr])?|sakene|sakane|case)\s+(?:nr\.?\s*)?/giu;
const one = /(\d{1,4})\s?([a-zæøå])?\/((?:19|20)\d\d)(?!\d)/iuy;

/**
 * The cases a text names: "sak 39e/2016", "sak 06b/2016", "Sak 12/2017 og 13/2017". A number without the word before it
 * is none: "1/2017" may be a term or a date.
 */
export function findReferences(text: string): Reference[] {
  const found: Reference[] = [];
  for (const start of text.matchAll(named)) {
    let at = start.index;
    let next = at + start[0].length;
    for (;;) {
      one.lastIndex = next;
      const number = one.exec(text);
      if (!number || number.index !== next) break;
      const to = next + number[0].length;
      found.push({
        from: at,
        to,
        number: Number(number[1]),
        letter: (number[2] ?? "").toUpperCase(),
        year: Number(number[3]),
        words: text.slice(at, to),
      });
      const and = /^(?:\s*,\s*|\s+(?:og|and)\s+)(?=\d)/.exec(text.slice(to));
      if (!and) break;
      at = to + and[0].length;
      next = at;
    }
  }
  return found;
}

/** A case that a reference may be to. `names` are those of its body, the short one too. */
export type Candidate = { number: number; year: number; bodyId: string; names: string[] };

/**
 * The case a reference is to: that of the body named last before it in the same sentence, else the only one of this
 * number, else the one of the body the text belongs to. None is guessed.
 */
export function resolveReference<C extends Candidate>(
  text: string,
  reference: Reference,
  candidates: readonly C[],
  ownBodyId: string,
): C | undefined {
  const same = candidates.filter(({ number, year }) => number === reference.number && year === reference.year);
  const before = sentenceBefore(text, reference.from).toLowerCase();
  const spoken = same
    .map((candidate) => ({ candidate, at: Math.max(...candidate.names.map((name) => lastOf(before, name))) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at)[0];
  if (spoken) return spoken.candidate;
  return same.length === 1 ? same[0] : same.find(({ bodyId }) => bodyId === ownBodyId);
}

const lastOf = (text: string, name: string) => (name.trim() === "" ? -1 : text.lastIndexOf(name.toLowerCase()));

/** What stands before a place, back to the end of the sentence before. A point after figures ends none: "16.6. 2016". */
function sentenceBefore(text: string, to: number): string {
  const before = text.slice(Math.max(0, to - 400), to);
  const end = [...before.matchAll(/(?<!\d)[.!?]\s|\n\s*\n/g)].at(-1);
  return end ? before.slice(end.index + end[0].length) : before;
}

/** Where a reference in this text leads; undefined where it leads nowhere. */
type Leads = (text: string, reference: Reference) => string | undefined;

/** A text that has been read, with the references that lead somewhere as links. What is a link or code is left alone. */
export function linkReferences(blocks: readonly Block[], leads: Leads): Block[] {
  const inner = (inlines: Inline[]) => linked(inlines, leads);
  return blocks.map((block) => {
    switch (block.type) {
      case "heading":
      case "paragraph":
        return { ...block, inlines: inner(block.inlines) };
      case "list":
        return { ...block, items: block.items.map((item) => linkReferences(item, leads)) };
      case "quote":
        return { ...block, blocks: linkReferences(block.blocks, leads) };
      case "table":
        return { ...block, head: block.head.map(inner), rows: block.rows.map((row) => row.map(inner)) };
      default:
        return block;
    }
  });
}

function linked(inlines: readonly Inline[], leads: Leads, before = { text: "" }): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    const start = before.text.length;
    if (inline.type === "strong" || inline.type === "em")
      return [{ ...inline, inlines: linked(inline.inlines, leads, before) }];
    before.text += plainText([inline]);
    if (inline.type !== "text") return [inline];
    const parts: Inline[] = [];
    let at = 0;
    for (const reference of findReferences(inline.text)) {
      const placed = { ...reference, from: start + reference.from, to: start + reference.to };
      const href = leads(before.text, placed);
      if (!href) continue;
      if (reference.from > at) parts.push({ type: "text", text: inline.text.slice(at, reference.from) });
      parts.push({ type: "link", href, inlines: [{ type: "text", text: reference.words }] });
      at = reference.to;
    }
    if (at < inline.text.length) parts.push({ type: "text", text: inline.text.slice(at) });
    return parts;
  });
}

/** Every reference in these texts, once each. */
export function referencesIn(texts: readonly string[]): { number: number; year: number }[] {
  const found = texts.flatMap(findReferences).map(({ number, year }) => `${number}/${year}`);
  return [...new Set(found)].map((key) => {
    const [number = 0, year = 0] = key.split("/").map(Number);
    return { number, year };
  });
}
