import { yearPeriod } from "~/domain/action-plan/activity";
import { carryTiming } from "~/domain/timing";
import {
  createArea,
  createFocusArea,
  createMeasure,
  createPlan,
  findPlan,
  findWholePlan,
  lockPlan,
} from "~/features/action-plan/action-plan.db.server";
import { createActivities } from "~/features/action-plan/activities.db.server";
import { audit } from "~/features/audit/audit.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

export type CarryInput = {
  from: number;
  to: number;
  /** The activities by their ids. */
  ids: ReadonlySet<string>;
  /** What is said of focus areas too: how they are organised, paid and reported. */
  texts: boolean;
};

export type Carried =
  | { ok: true; year: number; count: number; already: number }
  | { ok: false; reason: "not-found" | "nothing-chosen" | "row-gone" | "closed" | "same-year" };

/**
 * Carries activities over to the plan of another year, which is made when there is none. Each comes under the same
 * areas and measure, with its owner and its words of time moved to that year, not begun, and remembers what it comes
 * from. One that was carried over before is left out.
 */
export async function carryOver(db: RegionDb, { from, to, ids, texts }: CarryInput): Promise<Carried> {
  if (from === to) return { ok: false, reason: "same-year" };
  if (ids.size === 0) return { ok: false, reason: "nothing-chosen" };
  await lockRegion(db, "action-plan");
  const source = await findWholePlan(db, from);
  if (!source) return { ok: false, reason: "not-found" };
  const known = await findPlan(db, to);
  if (known?.state === "closed") return { ok: false, reason: "closed" };
  if (known) await lockPlan(db, known.id);
  const all = new Set(
    source.areas.flatMap((area) =>
      area.focusAreas.flatMap((focus) => focus.measures.flatMap((one) => one.activities.map(({ id }) => id))),
    ),
  );
  if ([...ids].some((id) => !all.has(id))) return { ok: false, reason: "row-gone" };
  const planId = known?.id ?? (await createPlan(db, { year: to, name: "" }));
  if (!known) await audit(db, { action: "created", subject: "action-plan", id: planId, after: { year: to } });
  const target = await findWholePlan(db, to);
  const carriedBefore = new Set(
    (target?.areas ?? []).flatMap((area) =>
      area.focusAreas.flatMap((focus) =>
        focus.measures.flatMap((one) => one.activities.flatMap(({ carriedFromId }) => carriedFromId ?? [])),
      ),
    ),
  );
  const wanted = new Set([...ids].filter((id) => !carriedBefore.has(id)));
  const rows: Parameters<typeof createActivities>[1] = [];
  let areaAt = target?.areas.length ?? 0;
  for (const area of source.areas) {
    const focusAreas = area.focusAreas.filter(({ measures }) =>
      measures.some(({ activities }) => activities.some(({ id }) => wanted.has(id))),
    );
    if (focusAreas.length === 0) continue;
    const standing = target?.areas.find(({ priorityAreaId }) => priorityAreaId === area.priorityAreaId);
    const areaId =
      standing?.id ??
      (await createArea(db, {
        planId,
        priorityAreaId: area.priorityAreaId,
        position: areaAt++,
        body: texts ? area.body : "",
      }));
    let focusAt = standing?.focusAreas.length ?? 0;
    for (const focus of focusAreas) {
      const there = standing?.focusAreas.find(({ name }) => name === focus.name);
      const { name, body, organisation, resources, amount, positions, reporting } = focus;
      const said = texts
        ? { body, organisation, resources, amount, positions, reporting }
        : { body: "", organisation: "", resources: "", amount: null, positions: null, reporting: "" };
      const focusAreaId = there?.id ?? (await createFocusArea(db, { areaId, position: focusAt++, name, ...said }));
      let measureAt = there?.measures.length ?? 0;
      for (const measure of focus.measures) {
        const activities = measure.activities.filter(({ id }) => wanted.has(id));
        if (activities.length === 0) continue;
        const same = there?.measures.find((one) => one.name === measure.name && one.strategy === measure.strategy);
        const { name: called, strategy } = measure;
        const measureId =
          same?.id ?? (await createMeasure(db, { focusAreaId, position: measureAt++, name: called, strategy }));
        const first = same?.activities.length ?? 0;
        for (const [at, { id, name: what, timing, ownerId, owner }] of activities.entries())
          rows.push({
            ...{ measureId, position: first + at, name: what, ownerId, owner, carriedFromId: id },
            timing: carryTiming(timing, yearPeriod(from), yearPeriod(to)).text,
          });
      }
    }
  }
  const made = rows.length > 0 ? await createActivities(db, rows) : [];
  await audit(
    db,
    ...made.map(({ id, name, carriedFromId }) => ({
      ...{ action: "created" as const, subject: "activity" as const, id },
      after: { name, carriedFromId },
    })),
  );
  return { ok: true, year: to, count: made.length, already: ids.size - wanted.size };
}
