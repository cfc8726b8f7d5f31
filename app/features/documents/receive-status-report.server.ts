import { readStatusReport } from "~/domain/documents/status-report-document";
import { readWordsFile } from "~/features/documents/read-words-file.server";
import { largestFile, nameOf } from "~/features/documents/receive-document.server";
import { statusReportProblemWords } from "~/features/documents/status-report-words";
import { m } from "~/i18n/messages/messages";

/** Far above any report; comparing takes time with the square of the rows. */
const mostRows = 2000;
const mostSentences = 10;

export type ReceivedReport =
  | { ok: true; fileName: string; text: string }
  | { ok: false; problems: { field: "file" | "table"; message: string }[] };

/** Takes a status report out of a submitted form: a Word or text file, or pasted text. One without a table is refused. */
export async function receiveStatusReport(form: FormData): Promise<ReceivedReport> {
  const upload = form.get("file");
  const file = upload instanceof File && (upload.name !== "" || upload.size > 0) ? upload : null;
  const pasted = form.get("table");
  const table = typeof pasted === "string" ? pasted : "";
  const field = file ? "file" : "table";
  const refuse = (...messages: string[]): ReceivedReport => ({
    ok: false,
    problems: messages.map((message) => ({ field, message })),
  });
  if (file && table.trim() !== "") return refuse(m.documents_both());
  if (!file && table.trim() === "")
    return { ok: false, problems: [{ field: "file", message: m.documents_sr_neither() }] };
  if (file && file.size > largestFile) return refuse(m.documents_too_large());
  const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(table);
  const read = await readWordsFile(bytes, { marked: true });
  if (!read.ok) return refuse(read.message);
  const { problems, rows } = readStatusReport(read.text);
  if (rows.length > mostRows) return refuse(m.documents_too_many_rows({ found: rows.length, most: mostRows }));
  if (problems.length > 0) return refuse(...problems.slice(0, mostSentences).map(statusReportProblemWords));
  return { ok: true, fileName: file ? nameOf(file) : m.documents_sr_pasted_name(), text: read.text };
}
