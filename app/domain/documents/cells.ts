/** A cell's words. `opens` and `closes` say that paragraph markup stands at its beginning and its end. */
export type Cell = { text: string; links: string[]; opens: boolean; closes: boolean };

const TAG = /<(\/?)(p|a|b|i|u|em|strong|br|span|div|ul|ol|li|sup|sub|font|h[1-6])(\s[^<>]*)?\/?>/gi;
const PARAGRAPH = /^(p|br|div|ul|ol|li|h[1-6])$/i;
const MARKDOWN_LINK = /\[([^[\]\n]*)\]\((https?:\/\/[^()\s]+)\)/g;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/**
 * The words of a raw cell. Markup becomes text; paragraphs (`<p>`, `<br>`, a line break, or two spaces before a
 * capital) are parted by "\n", all other white space is one space. A link's address moves to `links`; its words stay,
 * unless they only repeat the address.
 */
export function readCell(raw: string): Cell {
  const source = raw.trim();
  if (source === "") return { text: "", links: [], opens: false, closes: false };
  const links: string[] = [];
  const bare = source.includes("<") ? withoutTags(source, links) : source;
  const unlinked = bare.replace(MARKDOWN_LINK, (_, words: string, url: string) => {
    links.push(url);
    return isAddress(words, url) ? "" : words;
  });
  return {
    text: tidy(decodeEntities(unlinked.replaceAll("**", ""))),
    links: [...new Set(links)],
    opens: /^<(p|li|div)\b/i.test(source),
    closes: /<\/(p|li|div)>$/i.test(source.slice(-6)),
  };
}

function withoutTags(source: string, links: string[]): string {
  const parts: string[] = [];
  let anchor: { url: string; from: number } | null = null;
  let at = 0;

  const closeAnchor = () => {
    if (anchor === null) return;
    const words = parts.splice(anchor.from).join("");
    if (/^https?:\/\//i.test(anchor.url)) {
      links.push(anchor.url);
      if (!isAddress(words, anchor.url)) parts.push(words);
    } else parts.push(words);
    anchor = null;
  };

  for (const match of source.matchAll(TAG)) {
    parts.push(source.slice(at, match.index));
    at = match.index + match[0].length;
    const name = match[2] ?? "";
    if (PARAGRAPH.test(name)) parts.push("\n");
    if (name.toLowerCase() !== "a") continue;
    closeAnchor();
    const href = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/i.exec(match[3] ?? "");
    const url = href?.[1] ?? href?.[2] ?? href?.[3];
    if (match[1] === "" && url !== undefined) anchor = { url: decodeEntities(url.trim()), from: parts.length };
  }
  parts.push(source.slice(at));
  closeAnchor();
  return parts.join("");
}

function isAddress(words: string, url: string): boolean {
  return plainAddress(words) === plainAddress(url);
}

function plainAddress(url: string): string {
  const plain = decodeEntities(url)
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "");
  const trimmed = plain.endsWith("/") ? plain.slice(0, -1) : plain;
  try {
    return decodeURI(trimmed);
  } catch {
    return trimmed;
  }
}

function decodeEntities(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,5});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function tidy(text: string): string {
  const plain = text
    .replace(/[\v\u2028\u2029]/g, "\n")
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, "")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL refuses NUL, and none of these is a word.
    .replace(/[\u0000-\u0008\u000E-\u001F\u007F]/g, "")
    .replace(/[^\S\n]/g, " ");
  return plain
    .replace(/ {2,}/g, (run, at: number) =>
      /^[\p{Lu}«]/u.test(plain.slice(at + run.length, at + run.length + 2)) ? "\n" : " ",
    )
    .split("\n")
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .join("\n");
}
