export type SniffedText = { ok: true; text: string } | { ok: false; reason: "not-text" | "empty" };

/** First bytes of ZIP (docx, xlsx, odt), PDF, OLE (doc, xls), RTF, GZIP, PNG and JPEG. */
const MAGIC = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x25, 0x50, 0x44, 0x46],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
  [0x1f, 0x8b],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
];

/** Text holds next to no control characters; a file with more than one in a hundred is something else. */
const CONTROL_SHARE = 0.01;

/**
 * The text of an uploaded file: UTF-8, UTF-16 with a byte order mark, else Windows-1252. Word, Excel and PDF files
 * and other bytes are `not-text`; nothing but white space is `empty`.
 */
export function sniffText(bytes: Uint8Array): SniffedText {
  if (MAGIC.some((magic) => startsWith(bytes, magic))) return { ok: false, reason: "not-text" };
  const text = decode(bytes);
  if (text === null || text.includes("\0")) return { ok: false, reason: "not-text" };
  if (text.trim() === "") return { ok: false, reason: "empty" };
  return { ok: true, text };
}

function decode(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder("utf-16le").decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder("utf-16be").decode(bytes);
  if (controlShare(bytes) > CONTROL_SHARE) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function controlShare(bytes: Uint8Array): number {
  let control = 0;
  for (const byte of bytes) if (byte < 0x09 || (byte > 0x0d && byte < 0x20)) control++;
  return bytes.length === 0 ? 0 : control / bytes.length;
}

function startsWith(bytes: Uint8Array, magic: number[]): boolean {
  return bytes.length >= magic.length && magic.every((byte, at) => bytes[at] === byte);
}
