import { readSheet, type Sheet, type SheetResult } from "~/domain/documents/sheet-columns";
import { findByName } from "~/domain/municipalities/find-municipality";
import { readSheetFile } from "~/features/documents/read-sheet.server";
import { sheetRefusalWords, unreadableWords } from "~/features/documents/sheet-words";
import type { MunicipalityBook } from "~/features/municipalities/municipality-book.view.server";
import { m } from "~/i18n/messages/messages";

type Field = "file" | "table";
export type ReceivedSheet =
  | { ok: true; fileName: string; sheet: Sheet }
  | { ok: false; problems: { field: Field; message: string }[] };

export type SheetBytes =
  | { ok: true; field: Field; fileName: string; bytes: Uint8Array }
  | Extract<ReceivedSheet, { ok: false }>;

/** Takes the sheet out of a submitted form: a file or what was pasted, not both. */
export async function sheetBytes(form: FormData): Promise<SheetBytes> {
  const upload = form.get("file");
  const file = upload instanceof File && (upload.name !== "" || upload.size > 0) ? upload : null;
  const pasted = form.get("table");
  const table = typeof pasted === "string" && pasted.trim() !== "" ? pasted : null;
  if (file && table !== null) return { ok: false, problems: [{ field: "file", message: m.documents_sheet_both() }] };
  if (file) {
    const name = (file.name.split(/[\\/]/).at(-1) ?? "").replace(/\p{C}/gu, "").trim().slice(0, 200);
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { ok: true, field: "file", fileName: name || m.documents_unnamed(), bytes };
  }
  if (table === null) return { ok: false, problems: [{ field: "file", message: m.documents_sheet_neither() }] };
  return { ok: true, field: "table", fileName: m.documents_pasted_name(), bytes: new TextEncoder().encode(table) };
}

/**
 * Reads a sheet by its heads. What cannot be read is refused with a sentence that says what was found and what to
 * write; `book` knows the municipalities' names, for a sheet without heads.
 */
export async function receiveSheet(
  { field, fileName, bytes }: Extract<SheetBytes, { ok: true }>,
  book: MunicipalityBook,
): Promise<ReceivedSheet> {
  const refuse = (message: string): ReceivedSheet => ({ ok: false, problems: [{ field, message }] });
  const raw = await readSheetFile(bytes);
  if (!raw.ok) return refuse(sheetRefusalWords(raw));
  const read: SheetResult = readSheet(raw.rows, (text) => findByName(text, book.own, book.register).ok);
  return read.ok ? { ok: true, fileName, sheet: read.sheet } : refuse(unreadableWords(read));
}
