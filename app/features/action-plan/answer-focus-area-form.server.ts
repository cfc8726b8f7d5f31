import { data } from "@remix-run/node";
import { findFocusArea } from "~/features/action-plan/action-plan.db.server";
import type { RefusedForm } from "~/features/action-plan/activity-form";
import { addFocusArea, changeFocusArea, type KeptFocusArea } from "~/features/action-plan/keep-focus-area.server";
import { focusAreaSchema } from "~/features/action-plan/plan-forms.schema";
import { m } from "~/i18n/messages/messages";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { parseForm, valuesOf } from "~/platform/http/forms.server";
import { notFound } from "~/platform/http/responses.server";

/** Puts a focus area of a submitted form into a plan, or saves the one of `id`; a refusal keeps all that was typed. */
export async function answerFocusAreaForm(
  form: FormData,
  { access, year, id }: { access: Access; year: number; id: string | null },
) {
  const values = valuesOf(form);
  const refuse = (refused: Omit<RefusedForm, "values">, status: number) =>
    ({ ok: false, refusal: data<RefusedForm>({ values, ...refused }, { status }) }) as const;
  const parsed = parseForm(form, focusAreaSchema());
  if (!parsed.ok) return refuse({ errors: parsed.errors }, 400);
  const { version, ...input } = parsed.value;
  const { kept, now } = await withRegion(access, async (db) => ({
    kept: id === null ? await addFocusArea(db, year, input) : await changeFocusArea(db, { id, version }, input),
    now: id === null ? null : await findFocusArea(db, id),
  }));
  if (kept.ok) return kept;
  if (kept.reason === "not-found") notFound();
  const errors = refusals[kept.reason]();
  if (kept.reason === "changed-meanwhile") return refuse({ errors, ...(now && { version: now.version }) }, 409);
  return refuse({ errors }, 400);
}

type Reason = Exclude<Extract<KeptFocusArea, { ok: false }>["reason"], "not-found">;

const refusals: Record<Reason, () => Record<string, string>> = {
  closed: () => ({ form: m.action_plan_is_closed() }),
  "changed-meanwhile": () => ({ form: m.common_changed_meanwhile() }),
  "area-gone": () => ({ priorityAreaId: m.action_plan_area_choose() }),
  used: () => ({ form: m.action_plan_focus_area_used() }),
};
