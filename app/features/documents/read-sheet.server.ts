import Papa from "papaparse";
import { sniffText } from "~/domain/documents/sniff-text";
import { readXlsx } from "~/features/documents/read-xlsx.server";
import type { Refusal } from "~/features/documents/sheet-words";

/** The largest file, in bytes, and the most rows, heads and empty ones included. */
export const largestSheet = 2 * 1024 * 1024;
export const mostSheetRows = 5000;

export type RawSheet = { ok: true; rows: string[][] } | ({ ok: false } & Refusal);

const zip = [0x50, 0x4b, 0x03, 0x04];
const ole = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * The rows of a spreadsheet: .xlsx, or text in UTF-8, UTF-16 or Windows-1252 with semicolons, commas or tabs between
 * the cells, as a file or as pasted.
 */
export async function readSheetFile(bytes: Uint8Array): Promise<RawSheet> {
  if (bytes.length > largestSheet) return { ok: false, reason: "too-large" };
  const begins = (magic: number[]) => magic.every((byte, at) => bytes[at] === byte);
  if (begins(ole)) return { ok: false, reason: "old-excel" };
  if (begins(zip)) {
    const read = await readXlsx(bytes, mostSheetRows);
    if (!read.ok) return read;
    return read.more ? { ok: false, reason: "too-many-rows", most: mostSheetRows } : { ok: true, rows: read.rows };
  }
  const sniffed = sniffText(bytes);
  if (!sniffed.ok) return { ok: false, reason: sniffed.reason === "empty" ? "empty" : "not-sheet" };
  return readSheetText(sniffed.text);
}

/** The rows of a text. What stands most often in its first line of several cells stands between cells. */
export function readSheetText(text: string): RawSheet {
  const [, told, body = text] = /^sep=(.)\r?\n([\s\S]*)$/.exec(text) ?? [];
  const delimiter = told ?? delimiterOf(body);
  const parsed = Papa.parse<string[]>(body, { delimiter, preview: mostSheetRows + 1 });
  const open = parsed.errors.find(({ code }) => code === "MissingQuotes");
  if (open) return { ok: false, reason: "open-quote", line: (open.row ?? 0) + 1 };
  if (parsed.data.length > mostSheetRows) return { ok: false, reason: "too-many-rows", most: mostSheetRows };
  return { ok: true, rows: parsed.data };
}

function delimiterOf(text: string): string {
  const first = text.match(/^[^\r\n]*[\t;,][^\r\n]*/m)?.[0].replace(/"[^"]*"/g, "") ?? "";
  const counted = ["\t", ";", ","].map((sign) => ({ sign, count: first.split(sign).length }));
  return counted.sort((a, b) => b.count - a.count)[0]?.sign ?? ";";
}
