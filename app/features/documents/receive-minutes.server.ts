import { readMinutes } from "~/domain/minutes/read-minutes";
import { readWordsFile } from "~/features/documents/read-words-file.server";
import { largestFile } from "~/features/documents/receive-document.server";
import { m } from "~/i18n/messages/messages";

type Field = "file" | "text";
export type ReceivedMinutes =
  | { ok: true; fileName: string; text: string }
  | { ok: false; problems: { field: Field; message: string }[] };

/** Far above any minutes. Characters. */
const longest = 500_000;

/** Takes minutes out of a submitted form: a Word or text file, or what was pasted; not both. */
export async function receiveMinutes(form: FormData): Promise<ReceivedMinutes> {
  const refuse = (field: Field, message: string): ReceivedMinutes => ({ ok: false, problems: [{ field, message }] });
  const upload = form.get("file");
  const file = upload instanceof File && (upload.name !== "" || upload.size > 0) ? upload : null;
  const pasted = form.get("text");
  const words = typeof pasted === "string" && pasted.trim() !== "" ? pasted : null;
  if (file && words !== null) return refuse("file", m.documents_minutes_both());
  if (!file && words === null) return refuse("file", m.documents_minutes_neither());
  const field = file ? "file" : "text";
  if (file && file.size > largestFile) return refuse(field, m.documents_too_large());

  const read = file
    ? await readWordsFile(new Uint8Array(await file.arrayBuffer()))
    : { ok: true as const, text: words ?? "" };
  if (!read.ok) return refuse(field, read.message);
  if (read.text.length > longest) return refuse(field, m.documents_too_large());
  const { content } = readMinutes(read.text, { places: [], bodies: [] });
  if (content.items.length === 0) return refuse(field, m.documents_minutes_no_cases());
  const name = (file?.name.split(/[\\/]/).at(-1) ?? "").replace(/\p{C}/gu, "").trim().slice(0, 200);
  return { ok: true, fileName: name || m.documents_minutes_pasted(), text: read.text };
}
