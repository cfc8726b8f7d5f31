import { sayOccurrenceSchema } from "~/features/communications-plan/say-occurrence.schema";
import { sayOccurrence } from "~/features/communications-plan/say-occurrence.server";
import { m } from "~/i18n/messages/messages";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { type FormErrors, type FormValues, parseForm, refuse } from "~/platform/http/forms.server";
import { notFound } from "~/platform/http/responses.server";

type Answer = { ok: true; done: string } | { ok: false; refused: { errors: FormErrors; values: FormValues } };

/** Answers the form under one time of a row. What no form of ours sends, and another region's row, is 404. */
export async function answerSayForm(
  form: FormData,
  { access, rowId }: { access: Access; rowId: string },
): Promise<Answer> {
  const parsed = parseForm(form, sayOccurrenceSchema());
  if (!parsed.ok) {
    const { errors, values } = parsed;
    if (Object.keys(errors).some((field) => field !== "reason")) notFound();
    return { ok: false, refused: { errors, values } };
  }
  const said = await withRegion(access, (db) => sayOccurrence(db, { rowId, ...parsed.value }));
  if (said.ok) return { ok: true, done: parsed.value.state === null ? m.plan_time_taken_back() : m.plan_time_saved() };
  if (said.reason === "not-found") notFound();
  const { errors, values } =
    said.reason === "reason-missing"
      ? refuse(form, { reason: m.plan_time_reason_missing() })
      : refuse(form, { form: refusals[said.reason]() });
  return { ok: false, refused: { errors, values } };
}

const refusals = {
  closed: () => m.plan_closed_refusal(),
  "no-such-time": () => m.plan_time_gone(),
  "changed-meanwhile": () => m.common_changed_meanwhile(),
};
