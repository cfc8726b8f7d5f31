import { addPlanRow } from "~/features/communications-plan/add-plan-row.server";
import { editPlanRow } from "~/features/communications-plan/edit-plan-row.server";
import { periodTitle } from "~/features/communications-plan/period-title";
import { planOfKey } from "~/features/communications-plan/plan-of-key.server";
import { planRowSchema } from "~/features/communications-plan/plan-row-form.schema";
import type { RefusedRow } from "~/features/communications-plan/refused-row";
import { isRowOfPeriod } from "~/features/communications-plan/row-of-period.server";
import type { RowRefusal } from "~/features/communications-plan/row-values.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";
import { parseForm, valuesOf } from "~/platform/http/forms.server";

export type RowFormAnswer =
  | { ok: true; id: string }
  | { ok: false; status: 400 | 409; refused: RefusedRow }
  | { ok: false; status: 404 };

/** Carries out the form of a row of the plan of this period: adds the row (no id), or saves it. */
export async function answerRowForm(
  db: RegionDb,
  { key, id, form }: { key: string; id: string | null; form: FormData },
): Promise<RowFormAnswer> {
  const plan = await planOfKey(db, key);
  if (!plan || (id !== null && !(await isRowOfPeriod(db, key, id)))) return { ok: false, status: 404 };
  const parsed = parseForm(form, planRowSchema());
  const ticked = form.getAll("areaIds[]").map(String);
  const typed = { errors: {}, values: valuesOf(form), areaIds: ticked };
  if (!parsed.ok) return { ok: false, status: 400, refused: { ...parsed, areaIds: ticked } };
  const { version, areaIds = [], ...cells } = parsed.value;
  if (id === null) {
    const { channelId = null, audienceId = null, notes = "" } = cells;
    const added = await addPlanRow(db, { key, areaIds, cells: { ...cells, channelId, audienceId, notes } });
    return added.ok ? added : refusal(added.reason, typed, plan);
  }
  const edited = await editPlanRow(db, { id, version, cells, areaIds });
  if (edited.ok) return { ok: true, id };
  if (edited.reason === "changed-meanwhile") return { ok: false, status: 409, refused: { ...typed, now: edited.now } };
  return refusal(edited.reason, typed, plan);
}

/** Each refusal where it can be mended. */
function refusal(
  reason: "not-found" | "closed" | RowRefusal,
  typed: RefusedRow,
  plan: { from: string; to: string },
): RowFormAnswer {
  const at = (field: string, message: string): RowFormAnswer => ({
    ok: false,
    status: 400,
    refused: { ...typed, errors: { [field]: message } },
  });
  switch (reason) {
    case "not-found":
      return { ok: false, status: 404 };
    case "closed":
      return { ok: false, status: 409, refused: { ...typed, closed: true } };
    case "area-gone":
      return at("areaIds", m.networks_choice_gone());
    case "channel-gone":
      return at("channelId", m.networks_choice_gone());
    case "audience-gone":
      return at("audienceId", m.networks_choice_gone());
    case "outside-period":
      return at("timing", m.plan_row_outside({ words: typed.values.timing ?? "", period: periodTitle(plan) }));
  }
}
