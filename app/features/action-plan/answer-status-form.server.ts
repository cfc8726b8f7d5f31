import { data } from "@remix-run/node";
import { findActivity } from "~/features/action-plan/activities.db.server";
import type { RefusedForm } from "~/features/action-plan/activity-form";
import { statusSchema } from "~/features/action-plan/plan-forms.schema";
import { type StatusResult, setActivityStatus } from "~/features/action-plan/set-activity-status.server";
import { m } from "~/i18n/messages/messages";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { parseForm, valuesOf } from "~/platform/http/forms.server";
import { notFound } from "~/platform/http/responses.server";

/** Says where an activity stands, of a submitted form; a refusal keeps all that was typed. */
export async function answerStatusForm(form: FormData, { access, id, now }: { access: Access; id: string; now: Date }) {
  const values = valuesOf(form);
  const refuse = (refused: Omit<RefusedForm, "values">, status: number) =>
    ({ ok: false, refusal: data<RefusedForm>({ values, ...refused }, { status }) }) as const;
  const parsed = parseForm(form, statusSchema());
  if (!parsed.ok) return refuse({ errors: parsed.errors }, 400);
  const { result, stands } = await withRegion(access, async (db) => ({
    result: await setActivityStatus(db, { id, ...parsed.value }, now),
    stands: await findActivity(db, id),
  }));
  if (result.ok) return result;
  if (result.reason === "not-found") notFound();
  const { field, words } = refusals[result.reason];
  const conflict = result.reason === "changed-meanwhile" || result.reason === "closed";
  return refuse({ errors: { [field]: words() }, ...(stands && { version: stands.version }) }, conflict ? 409 : 400);
}

type Reason = Exclude<Extract<StatusResult, { ok: false }>["reason"], "not-found">;

const refusals: Record<Reason, { field: string; words: () => string }> = {
  closed: { field: "form", words: () => m.action_plan_is_closed() },
  "changed-meanwhile": { field: "form", words: () => m.common_changed_meanwhile() },
  "reason-missing": { field: "reason", words: () => m.action_plan_reason_missing() },
  "event-gone": { field: "eventId", words: () => m.action_plan_event_gone() },
  "item-gone": { field: "itemId", words: () => m.action_plan_item_gone() },
};
