import { type ActionPlanDocument, type DocumentActivity, keyOf } from "~/domain/documents/action-plan-document";
import {
  findWholePlan,
  listPriorityAreas,
  type StoredActivity,
  type WholePlan,
} from "~/features/action-plan/action-plan.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type ImportedCells = { timing: string; owner: string };
export type CellChange = { column: keyof ImportedCells; before: string; after: string };

/** What an activity of a document is to the plan that is there. `asks`: somebody changed it since it was imported. */
export type ActivityVerdict =
  | { kind: "created" | "unchanged" }
  | { kind: "updated"; changes: CellChange[] }
  | { kind: "asks"; changes: CellChange[] };

export type ComparedActivity = DocumentActivity & {
  area: string;
  focusArea: string;
  existing: StoredActivity | null;
  verdict: ActivityVerdict;
};

export type PlanComparison = {
  /** The plan of that year, where there is one. */
  plan: WholePlan | null;
  /** Priority areas that the region does not have. */
  newAreas: string[];
  rows: ComparedActivity[];
  /** Activities of the plan that the document does not have; they are left alone. */
  missing: { id: string; name: string; measure: string }[];
};

/** Compares a document with the region's plan of the year; changes nothing. */
export async function comparePlan(db: RegionDb, document: ActionPlanDocument): Promise<PlanComparison> {
  const plan = document.year === null ? null : await findWholePlan(db, document.year);
  const known = new Set((await listPriorityAreas(db)).map(({ name }) => keyOf(name)));
  const standing = standingOf(plan);
  const rows = document.areas.flatMap((area) =>
    area.focusAreas.flatMap((focus) =>
      focus.activities.map((activity): ComparedActivity => {
        const key = pathKey([area.name, focus.name, activity.strategy, activity.measure, activity.name]);
        const existing = standing.get(key)?.shift() ?? null;
        return {
          ...activity,
          area: area.name,
          focusArea: focus.name,
          existing,
          verdict: verdictOf(activity, existing),
        };
      }),
    ),
  );
  return {
    plan,
    newAreas: document.areas.map(({ name }) => name).filter((name) => !known.has(keyOf(name))),
    rows,
    missing: [...standing.values()].flat().map(({ id, name, measure }) => ({ id, name, measure })),
  };
}

export const pathKey = (names: string[]) => names.map(keyOf).join("\n");

/** The activities of a plan by where they stand and what they are called. */
function standingOf(plan: WholePlan | null): Map<string, (StoredActivity & { measure: string })[]> {
  const found = new Map<string, (StoredActivity & { measure: string })[]>();
  for (const { priorityArea, focusAreas } of plan?.areas ?? [])
    for (const focus of focusAreas)
      for (const measure of focus.measures)
        for (const activity of measure.activities) {
          const key = pathKey([priorityArea.name, focus.name, measure.strategy, measure.name, activity.name]);
          const named = { ...activity, measure: measure.name };
          found.set(key, [...(found.get(key) ?? []), named]);
        }
  return found;
}

function verdictOf(incoming: ImportedCells, existing: StoredActivity | null): ActivityVerdict {
  if (!existing) return { kind: "created" };
  const current = { timing: existing.timing, owner: existing.owner };
  const changes = (["timing", "owner"] as const).flatMap((column) =>
    current[column] === incoming[column] ? [] : [{ column, before: current[column], after: incoming[column] }],
  );
  if (changes.length === 0) return { kind: "unchanged" };
  const imported = existing.imported as ImportedCells | null;
  const touched = changes.some(({ column, before }) => imported?.[column] !== before);
  return { kind: touched ? "asks" : "updated", changes };
}
