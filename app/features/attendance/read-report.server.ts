import { z } from "zod";
import { type ReportRow, readReport, reportLimits } from "~/domain/attendance/read-report";
import { sniffText } from "~/domain/documents/sniff-text";
import { m } from "~/i18n/messages/messages";
import { refuse } from "~/platform/http/forms.server";

const rowSchema = z.object({
  name: z.string().min(1).max(254),
  email: z.string().max(254).nullable(),
  minutes: z.int().min(0).nullable(),
});

/** What the preview hands back, so that a file is chosen once. */
const rowsSchema = z.array(rowSchema).min(1).max(reportLimits.lines);

/** Most minutes somebody can be asked to have been there. */
export const mostMinutes = 600;

type Report = { ok: true; rows: ReportRow[]; least: number };

const words = {
  empty: () => m.attendance_report_empty(),
  "no-report": () => m.attendance_report_none(),
  nobody: () => m.attendance_report_nobody(),
  "too-long": () => m.attendance_report_too_long(),
  "not-text": () => m.attendance_report_not_text(),
};

/**
 * The report of a submitted form: a file, what was pasted, or what the preview read before, with how many minutes
 * somebody must have been there. A refusal says what is wrong at its field.
 */
export async function reportOf(form: FormData): Promise<Report | ReturnType<typeof refuse>> {
  const least = Number(form.get("least") || 0);
  if (!Number.isInteger(least) || least < 0 || least > mostMinutes)
    return refuse(form, { least: m.attendance_report_least_wrong({ most: mostMinutes }) });
  const before = form.get("rows");
  if (typeof before === "string") {
    const rows = rowsSchema.safeParse(parsed(before));
    return rows.success ? { ok: true, rows: rows.data, least } : refuse(form, { form: words.empty() });
  }
  const file = form.get("file");
  const pasted = form.get("text");
  const bytes =
    file instanceof File && file.size > 0
      ? new Uint8Array(await file.arrayBuffer())
      : new TextEncoder().encode(typeof pasted === "string" ? pasted : "");
  const field = file instanceof File && file.size > 0 ? "file" : "text";
  const text = sniffText(bytes);
  if (!text.ok) return refuse(form, { [field]: words[text.reason]() });
  const read = readReport(text.text);
  return read.ok ? { ok: true, rows: read.rows, least } : refuse(form, { [field]: words[read.reason]() });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
