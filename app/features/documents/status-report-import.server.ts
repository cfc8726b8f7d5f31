import { audit } from "~/features/audit/audit.server";
import { closeImport, createImport, findImport, keepChoices } from "~/features/documents/documents.db.server";
import type { ReceivedReport } from "~/features/documents/receive-status-report.server";
import { keptSums } from "~/features/documents/stated-accounts.view.server";
import {
  noStatusChoices,
  readStatusChoices,
  type StatusReportChoices,
  statusChoicesOf,
} from "~/features/documents/status-report-choices";
import { type StatusReportResult, takenOf } from "~/features/documents/status-report-import.view.server";
import { readReport } from "~/features/documents/status-report-round.server";
import { statusReportProblemWords } from "~/features/documents/status-report-words";
import { saveImportedRound } from "~/features/reports/save-imported-round.server";
import { m } from "~/i18n/messages/messages";
import { accessFor, lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** Puts a status report aside until a person confirms or discards it. Returns the import's id. */
export async function stageStatusReport(
  db: RegionDb,
  { fileName, text }: Omit<Extract<ReceivedReport, { ok: true }>, "ok">,
): Promise<string> {
  const { personId } = accessFor(db);
  return createImport(db, { kind: "status_report", fileName, text, choices: noStatusChoices, personId });
}

type StatusReportAnswer =
  | { ok: true; done: "chosen" | "discarded" }
  | { ok: true; done: "saved"; result: StatusReportResult }
  | { ok: false; reason: "not-found" | "closed" | "period" | "submitted" | "changed-meanwhile" }
  | { ok: false; reason: "taken"; name: string }
  | { ok: false; reason: "problems"; problems: string[] };

/**
 * Does what the preview's form asks: `intent` is "save", "discard" or "choose". One that is over is not answered again.
 * What was chosen is kept, also when the report is refused.
 */
export async function answerStatusReport(
  db: RegionDb,
  id: string,
  form: FormData,
  now: Date,
): Promise<StatusReportAnswer> {
  await lockRegion(db, "import");
  const staged = await findImport(db, id, "status_report");
  if (!staged) return { ok: false, reason: "not-found" };
  if (staged.state !== "staged") return { ok: false, reason: "closed" };
  if (form.get("intent") === "discard") {
    await closeImport(db, id, { state: "discarded" });
    await audit(db, { action: "removed", subject: "import", id });
    return { ok: true, done: "discarded" };
  }
  const choices = statusChoicesOf(form, readStatusChoices(staged.choices));
  if (form.get("intent") !== "save") {
    await keepChoices(db, id, choices);
    return { ok: true, done: "chosen" };
  }
  const saved = await save(db, { id, text: staged.text, choices, now });
  if (!saved.ok) await keepChoices(db, id, choices);
  return saved;
}

async function save(
  db: RegionDb,
  { id, text, choices, now }: { id: string; text: string; choices: StatusReportChoices; now: Date },
): Promise<StatusReportAnswer> {
  const { document, round } = await readReport(db, text, choices);
  if (document.problems.length > 0)
    return { ok: false, reason: "problems", problems: document.problems.map(statusReportProblemWords) };
  if (!round) return { ok: false, reason: "period" };
  const saved = await saveImportedRound(db, round, { importId: id, take: takenOf(choices), now });
  if (!saved.ok) return saved;
  const result: StatusReportResult = { ...saved.result, sums: keptSums(document.stated) };
  await closeImport(db, id, { state: "saved", savedAt: now, choices, result });
  await audit(db, { action: "imported", subject: "import", id, after: saved.result });
  return { ok: true, done: "saved", result };
}

type StatusReportAtOnce = { ok: true; result: StatusReportResult } | { ok: false; problems: string[] };

/** Imports a status report at once, without a preview: the rows that no words settle ask on the round's page. */
export async function importStatusReport(
  db: RegionDb,
  { fileName, text, now }: { fileName: string; text: string; now: Date },
): Promise<StatusReportAtOnce> {
  const id = await stageStatusReport(db, { fileName, text });
  const saved = await save(db, { id, text, choices: noStatusChoices, now });
  if (saved.ok) return saved.done === "saved" ? saved : { ok: false, problems: [] };
  await closeImport(db, id, { state: "discarded" });
  return { ok: false, problems: saved.reason === "problems" ? saved.problems : [refusalWords(saved)] };
}

/** Why a report was not saved, as a sentence that says what to do. */
export function refusalWords(answer: Extract<StatusReportAnswer, { ok: false }>): string {
  switch (answer.reason) {
    case "taken":
      return m.documents_sr_taken({ name: answer.name });
    case "period":
      return m.documents_sr_no_period();
    case "submitted":
      return m.documents_sr_submitted();
    case "changed-meanwhile":
      return m.common_changed_meanwhile();
    case "problems":
      return answer.problems[0] ?? m.documents_problems_title();
    case "closed":
    case "not-found":
      return m.documents_closed();
  }
}
