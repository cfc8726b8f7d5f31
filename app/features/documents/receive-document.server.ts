import { readDocument } from "~/domain/documents/read-document";
import { sniffText } from "~/domain/documents/sniff-text";
import type { Period } from "~/domain/documents/types";
import { problemWords } from "~/features/documents/document-words";
import { yearsPeriod } from "~/features/documents/import-choices";
import { m } from "~/i18n/messages/messages";

/** The largest file taken. Bytes. */
export const largestFile = 10 * 1024 * 1024;
/** Far above any plan; comparing takes time with the square of the rows. */
const mostRows = 2000;
const mostSentences = 10;

type Field = "file" | "table" | "from" | "to";
export type Received =
  | { ok: true; fileName: string; text: string; period: Period | null }
  | { ok: false; problems: { field: Field; message: string }[] };

/**
 * Takes the document out of a submitted form: a file or a pasted table, and the years of a plan that states none. A
 * document that cannot be saved is refused with sentences at its field; one that only lacks its years is taken, since
 * they can be given afterwards.
 */
export async function receiveDocument(form: FormData): Promise<Received> {
  const upload = form.get("file");
  const file = upload instanceof File && (upload.name !== "" || upload.size > 0) ? upload : null;
  const pasted = form.get("table");
  const table = typeof pasted === "string" && pasted.trim() !== "" ? pasted : null;
  const refuse = (field: Field, ...messages: string[]): Received => ({
    ok: false,
    problems: messages.map((message) => ({ field, message })),
  });

  if (file && table !== null) return refuse("file", m.documents_both());
  if (!file && table === null) return refuse("file", m.documents_neither());
  const field = file ? "file" : "table";
  if (file && file.size > largestFile) return refuse(field, m.documents_too_large());
  const years = readYearFields(form);
  if (!years.ok) return refuse(years.field, m.documents_years_wrong());

  const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(table ?? "");
  const sniffed = sniffText(bytes);
  if (!sniffed.ok) return refuse(field, sniffed.reason === "empty" ? m.documents_empty() : m.documents_not_text());

  const { period } = years;
  const { tables, problems } = readDocument(sniffed.text, period ? { period } : {});
  const found = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  if (found > mostRows) return refuse(field, m.documents_too_many_rows({ found, most: mostRows }));
  const faults = problems.filter(({ code }) => code !== "period_missing");
  if (faults.length > 0) {
    const rest = faults.length - mostSentences;
    const sentences = faults.slice(0, mostSentences).map(problemWords);
    return refuse(field, ...sentences, ...(rest > 0 ? [m.documents_more_problems({ n: rest })] : []));
  }
  return { ok: true, fileName: file ? nameOf(file) : m.documents_pasted_name(), text: sniffed.text, period };
}

type Years = { ok: true; period: Period | null } | { ok: false; field: "from" | "to" };

/** The years in a form's fields `from` and `to`; one year alone is the whole period, none is none. */
export function readYearFields(form: FormData): Years {
  const [from = "", to = ""] = ["from", "to"].map((name) => String(form.get(name) ?? "").trim());
  if (from === "" && to === "") return { ok: true, period: null };
  const period = yearsPeriod(from || to, to || from);
  return period ? { ok: true, period } : { ok: false, field: /^20\d\d$/.test(from) ? "to" : "from" };
}

export function nameOf(file: File): string {
  const name = (file.name.split(/[\\/]/).at(-1) ?? "").replace(/\p{C}/gu, "").trim();
  return name.slice(0, 200) || m.documents_unnamed();
}
