import { sniffText } from "~/domain/documents/sniff-text";
import { readDocx } from "~/features/documents/read-docx.server";
import { m } from "~/i18n/messages/messages";

const zip = [0x50, 0x4b, 0x03, 0x04];
const ole = [0xd0, 0xcf, 0x11, 0xe0];

/** The words of a Word or text file, with its headings marked where they are to be; a sentence where it is neither. */
export async function readWordsFile(
  bytes: Uint8Array,
  { marked = false } = {},
): Promise<{ ok: true; text: string } | { ok: false; message: string }> {
  const begins = (magic: number[]) => magic.every((byte, at) => bytes[at] === byte);
  if (begins(ole)) return { ok: false, message: m.documents_minutes_old_word() };
  if (begins(zip)) {
    const read = await readDocx(bytes, { marked });
    if (read.ok) return read;
    return {
      ok: false,
      message: read.reason === "unpacked" ? m.documents_minutes_bursts() : m.documents_minutes_not_word(),
    };
  }
  const sniffed = sniffText(bytes);
  if (sniffed.ok) return sniffed;
  return { ok: false, message: sniffed.reason === "empty" ? m.documents_empty() : m.documents_not_text() };
}
