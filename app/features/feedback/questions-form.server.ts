import { isUuid } from "~/domain/shared/ids";
import { audit } from "~/features/audit/audit.server";
import {
  countForms,
  type EventQuestionData,
  feedbackQuestions,
  holdAsked,
  replaceFeedbackQuestions,
} from "~/features/feedback/feedback.db.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

/** How many questions a form can have. */
export const mostQuestions = 12;
export const offeredKinds = ["scale", "choice", "several", "long", "short"] as const;

export type QuestionRow = { kind: string; label: string; options: string; required: boolean };
export type ReadQuestions =
  | { ok: true; questions: Omit<EventQuestionData, "id">[] }
  | { ok: false; errors: Record<string, string>; rows: QuestionRow[] };

/** The questions of a submitted form, one a row; a row without words is none. */
export function readQuestions(form: FormData): ReadQuestions {
  const text = (name: string) => String(form.get(name) ?? "");
  const rows = Array.from({ length: mostQuestions }, (_, at) => ({
    kind: text(`kind.${at}`),
    label: text(`label.${at}`),
    options: text(`options.${at}`),
    required: form.get(`required.${at}`) !== null,
  }));
  const errors: Record<string, string> = {};
  const questions: Omit<EventQuestionData, "id">[] = [];
  for (const [at, row] of rows.entries()) {
    const label = row.label.replace(/\s+/g, " ").trim();
    if (label === "") continue;
    const kind = offeredKinds.find((one) => one === row.kind) ?? "long";
    const chooses = kind === "choice" || kind === "several";
    const lines = row.options.split(/\r?\n/).map((line) => line.replace(/\s+/g, " ").trim());
    const options = chooses ? [...new Set(lines.filter(Boolean))] : [];
    if (label.length > 300) errors[`label.${at}`] = m.common_too_long({ max: 300 });
    if (chooses && (options.length < 2 || options.length > 12)) errors[`options.${at}`] = m.feedback_options_wrong();
    if (options.some((option) => option.length > 200)) errors[`options.${at}`] = m.common_too_long({ max: 200 });
    questions.push({ kind, label, hint: "", options, required: row.required });
  }
  if (questions.length === 0) errors["label.0"] = m.common_required();
  return Object.keys(errors).length > 0 ? { ok: false, errors, rows } : { ok: true, questions };
}

/** What the form is filled with: the questions as they stand, and what tells that nobody changed them meanwhile. */
export async function questionsView(db: RegionDb, eventId: string) {
  if (!isUuid(eventId)) return null;
  const questions = await feedbackQuestions(db, eventId);
  return {
    answered: (await countForms(db, eventId)) > 0,
    seen: seenOf(questions),
    rows: questions.map(({ kind, label, options, required }) => ({
      ...{ kind: kind as string, label, options: options.join("\n"), required },
    })),
  };
}

const seenOf = (questions: EventQuestionData[]) => questions.map(({ id }) => id.slice(-8)).join(".");

/**
 * Puts these questions in the place of those that stand. Refused when somebody has answered, since the answers belong to
 * the questions they were given to, and when others have changed them since they were seen.
 */
export async function changeQuestions(
  db: RegionDb,
  { eventId, questions, seen }: { eventId: string; questions: Omit<EventQuestionData, "id">[]; seen: string },
): Promise<{ ok: true } | { ok: false; reason: "gone" | "answered" | "changed-meanwhile" }> {
  if (!(await holdAsked(db, eventId))) return { ok: false, reason: "gone" };
  if ((await countForms(db, eventId)) > 0) return { ok: false, reason: "answered" };
  const before = await feedbackQuestions(db, eventId);
  if (seenOf(before) !== seen) return { ok: false, reason: "changed-meanwhile" };
  await replaceFeedbackQuestions(
    db,
    eventId,
    questions.map((question) => ({ ...question, id: newId() })),
  );
  const labels = (all: { label: string }[]) => all.map(({ label }) => label);
  await audit(db, {
    action: "updated",
    subject: "feedback",
    id: eventId,
    before: { questions: labels(before) },
    after: { questions: labels(questions) },
  });
  return { ok: true };
}
