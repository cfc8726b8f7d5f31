import { findActivity } from "~/features/action-plan/activities.db.server";
import type { RefusedForm } from "~/features/action-plan/activity-form";
import { addActivity, changeActivity, type KeptActivity } from "~/features/action-plan/keep-activity.server";
import { activitySchema } from "~/features/action-plan/plan-forms.schema";
import { m } from "~/i18n/messages/messages";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { parseForm, valuesOf } from "~/platform/http/forms.server";
import { notFound } from "~/platform/http/responses.server";

/** Puts an activity of a submitted form into a plan, or saves the one of `id`; a refusal keeps all that was typed. */
export async function answerActivityForm(
  form: FormData,
  { access, year, id, today }: { access: Access; year: number; id: string | null; today: string },
) {
  const values = valuesOf(form);
  const refuse = (refused: Omit<RefusedForm, "values">, status: number) =>
    ({ ok: false, refused: { values, ...refused } satisfies RefusedForm, status }) as const;
  const parsed = parseForm(form, activitySchema());
  if (!parsed.ok) return refuse({ errors: parsed.errors }, 400);
  const { version, ...input } = parsed.value;
  const { kept, now } = await withRegion(access, async (db) => ({
    kept:
      id === null ? await addActivity(db, year, input, today) : await changeActivity(db, { id, version }, input, today),
    now: id === null ? null : await findActivity(db, id),
  }));
  if (kept.ok) return kept;
  if (kept.reason === "not-found") notFound();
  const { field, words } = refusals[kept.reason];
  const meanwhile = kept.reason === "changed-meanwhile" && now ? { version: now.version } : {};
  return refuse({ errors: { [field]: words() }, ...meanwhile }, kept.reason === "changed-meanwhile" ? 409 : 400);
}

type Reason = Exclude<Extract<KeptActivity, { ok: false }>["reason"], "not-found">;

const refusals: Record<Reason, { field: string; words: () => string }> = {
  closed: { field: "form", words: () => m.action_plan_is_closed() },
  "changed-meanwhile": { field: "form", words: () => m.common_changed_meanwhile() },
  "measure-gone": { field: "measure", words: () => m.action_plan_measure_gone() },
  "measure-missing": { field: "measure", words: () => m.action_plan_measure_choose() },
  "focus-area-gone": { field: "measure", words: () => m.action_plan_measure_gone() },
  "owner-gone": { field: "ownerId", words: () => m.action_plan_owner_gone() },
};
