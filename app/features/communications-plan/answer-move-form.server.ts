import { z } from "zod";
import { movePlanRow, placePlanRow } from "~/features/communications-plan/move-plan-row.server";
import { periodTitle } from "~/features/communications-plan/period-title";
import { readPlace } from "~/features/communications-plan/read-place";
import { rowOfPeriod } from "~/features/communications-plan/row-of-period.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";
import { versionField } from "~/platform/http/form-fields";
import { parseForm } from "~/platform/http/forms.server";

export type MoveAnswer =
  /** `key` is that of the plan it was moved to; null where it was moved in its own. */
  | { ok: true; key: string | null }
  | { ok: false; status: 400 | 409; to: string; error?: string; changed?: boolean; closed?: boolean }
  | { ok: false; status: 404 };

/** Carries out the form that moves a row: to another plan (`to`), or beside another row of its own (`place`). */
export async function answerMoveForm(
  db: RegionDb,
  { key, id, form }: { key: string; id: string; form: FormData },
): Promise<MoveAnswer> {
  const to = String(form.get("to") ?? "");
  const place = readPlace(form.get("place"));
  if (place) {
    const placed = await placePlanRow(db, { key, id, ...place });
    if (placed.ok) return { ok: true, key: null };
    return placed.reason === "closed" ? { ok: false, status: 409, to, closed: true } : { ok: false, status: 404 };
  }
  const row = await rowOfPeriod(db, key, id);
  if (!row) return { ok: false, status: 404 };
  const parsed = parseForm(form, z.object({ version: versionField() }));
  if (!parsed.ok || to === "") return { ok: false, status: 400, to, error: m.plan_move_choose() };
  const moved = await movePlanRow(db, { key, id, to, version: parsed.value.version });
  if (moved.ok) return moved;
  switch (moved.reason) {
    case "not-found":
      return { ok: false, status: 404 };
    case "no-such-plan":
    case "same-plan":
      return { ok: false, status: 400, to: "", error: m.plan_move_choose() };
    case "closed":
      return { ok: false, status: 409, to: "", closed: true };
    case "changed-meanwhile":
      return { ok: false, status: 409, to, changed: true };
    case "outside-period": {
      const period = periodTitle(moved.period);
      return { ok: false, status: 400, to, error: m.plan_move_outside({ words: row.timing, period }) };
    }
  }
}
