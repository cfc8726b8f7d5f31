import { type DecideRefusal, decidePlan } from "~/features/meeting-plan/decide-plan.server";
import { holdPlan, yearsDecidedIn } from "~/features/meeting-plan/meeting-plan.db.server";
import { isPlanInCase } from "~/features/meeting-plan/plan-words";
import { ownRegion } from "~/features/regions/own-region.server";
import { accessFor, type RegionDb } from "~/platform/db/region-db.server";

/** What became of a plan: so many meetings, or why somebody has to make them. */
export type TreatedPlan =
  | { year: number; ok: true; meetings: number }
  | { year: number; ok: false; reason: DecideRefusal["reason"] | "changed" };

/**
 * Turns the plans whose case was decided as proposed in a meeting into meetings. Run when the meeting has ended and its
 * cases are treated. A plan that is no longer what the case says is left to somebody, as is one whose meetings cannot be
 * made: the meeting ends all the same.
 */
export async function decideTreated(
  db: RegionDb,
  { minutesId, now }: { minutesId: string; now: Date },
): Promise<TreatedPlan[]> {
  const responsibleId = accessFor(db).personId;
  if (responsibleId === null) return [];
  const treated: TreatedPlan[] = [];
  for (const year of await yearsDecidedIn(db, minutesId)) {
    const plan = await holdPlan(db, year);
    if (!plan?.case || !isPlanInCase(plan, plan.case.presentation)) {
      treated.push({ year, ok: false, reason: "changed" });
      continue;
    }
    const { zone } = await ownRegion(db);
    const decided = await decidePlan(db, { year, responsibleId, zone, now });
    treated.push(
      decided.ok ? { year, ok: true, meetings: decided.meetings } : { year, ok: false, reason: decided.reason },
    );
  }
  return treated;
}
