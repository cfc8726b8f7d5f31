import { z } from "zod";
import { questionKinds } from "~/domain/registrations/questions";
import { audit } from "~/features/audit/audit.server";
import {
  createQuestion,
  deleteQuestion,
  findQuestion,
  holdEventOf,
  questionsOf,
  saveQuestion,
} from "~/features/registrations/registrations.db.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";
import { linesField, textField } from "~/platform/http/form-fields";

const mostQuestions = 20;
const mostOptions = 30;

/** A question as its form has it: the options one on each line. */
export function questionSchema() {
  return z
    .object({
      kind: z.enum(questionKinds, m.registrations_unknown_choice()),
      label: textField(300),
      hint: z
        .string()
        .trim()
        .max(500, m.common_too_long({ max: 500 }))
        .prefault(""),
      options: linesField(5000).transform((typed) => [
        ...new Set(
          typed
            .split("\n")
            .map((line) => line.trim())
            .filter(Boolean),
        ),
      ]),
      required: z.literal("on").optional().transform(Boolean),
    })
    .transform((question, context) => {
      const chooses = question.kind === "choice" || question.kind === "several";
      if (!chooses) return { ...question, options: [] };
      const { options } = question;
      if (options.length < 2 || options.length > mostOptions || options.some((option) => option.length > 200)) {
        context.addIssue({ code: "custom", path: ["options"], message: m.registrations_options_wrong() });
        return z.NEVER;
      }
      return question;
    });
}

export type QuestionForm = z.output<ReturnType<typeof questionSchema>>;

/** Adds a question, the last. False when there are as many as there may be. */
export async function addQuestion(
  db: RegionDb,
  { eventId, question }: { eventId: string; question: QuestionForm },
): Promise<boolean> {
  if (!(await holdEventOf(db, eventId))) return false;
  const before = await questionsOf(db, eventId);
  if (before.length >= mostQuestions) return false;
  const id = await createQuestion(db, { eventId, purpose: "registration", position: before.length, ...question });
  await note(db, eventId, { added: id });
  return true;
}

/** Changes a question, which keeps its id, so that what has been answered stays with it. */
export async function editQuestion(
  db: RegionDb,
  { eventId, id, question }: { eventId: string; id: string; question: QuestionForm },
): Promise<boolean> {
  if (!(await holdEventOf(db, eventId)) || !(await findQuestion(db, eventId, id))) return false;
  await saveQuestion(db, id, question);
  await note(db, eventId, { changed: id });
  return true;
}

/** Moves a question one up. */
export async function raiseQuestion(db: RegionDb, { eventId, id }: { eventId: string; id: string }): Promise<boolean> {
  if (!(await holdEventOf(db, eventId))) return false;
  const ids = (await questionsOf(db, eventId)).map((question) => question.id);
  const at = ids.indexOf(id);
  if (at < 1) return false;
  const order = [...ids.slice(0, at - 1), id, ...ids.slice(at - 1).filter((other) => other !== id)];
  for (const [position, each] of order.entries()) await saveQuestion(db, each, { position });
  await note(db, eventId, { raised: id });
  return true;
}

/** Takes a question away. What has been answered to it is not shown any more. */
export async function removeQuestion(db: RegionDb, { eventId, id }: { eventId: string; id: string }): Promise<boolean> {
  if (!(await holdEventOf(db, eventId)) || !(await findQuestion(db, eventId, id))) return false;
  await deleteQuestion(db, id);
  await note(db, eventId, { removed: id });
  return true;
}

async function note(db: RegionDb, eventId: string, after: object): Promise<void> {
  await audit(db, { action: "updated", subject: "event", id: eventId, after });
}
