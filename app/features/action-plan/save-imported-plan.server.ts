import { readResources } from "~/domain/action-plan/resources";
import type { ActionPlanDocument, DocumentFocusArea } from "~/domain/documents/action-plan-document";
import { keyOf } from "~/domain/documents/action-plan-document";
import {
  createArea,
  createFocusArea,
  createMeasure,
  createPlan,
  createPriorityArea,
  findWholePlan,
  listPriorityAreas,
  savePlan,
} from "~/features/action-plan/action-plan.db.server";
import { createActivities, saveActivity } from "~/features/action-plan/activities.db.server";
import {
  type ComparedActivity,
  comparePlan,
  type ImportedCells,
  pathKey,
} from "~/features/action-plan/compare-plan.server";
import { freezePlan } from "~/features/action-plan/freeze-plan.server";
import { type AuditEntry, audit } from "~/features/audit/audit.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type SavedPlan = { year: number; created: number; updated: number; unchanged: number; kept: number };

export type SavePlanOutcome = { ok: true; result: SavedPlan } | { ok: false; reason: "problems" | "plan-closed" };

/**
 * Saves a document as the plan of its year: what is not there is made, what the document alone has changed is changed,
 * and what somebody changed since is kept unless `take` has its id. A new plan that says when it was adopted is adopted,
 * and frozen as its first version. With any problem nothing is saved.
 */
export async function saveImportedPlan(
  db: RegionDb,
  document: ActionPlanDocument,
  { take }: { take: ReadonlySet<string> },
): Promise<SavePlanOutcome> {
  const { year } = document;
  if (document.problems.length > 0 || year === null) return { ok: false, reason: "problems" };
  const compared = await comparePlan(db, document);
  const deeds = compared.rows.map((row) => deedOf(row, take));
  const changes = deeds.some((deed) => deed === "created" || deed === "updated");
  if (compared.plan?.state === "closed" && changes) return { ok: false, reason: "plan-closed" };

  const entries: AuditEntry[] = [];
  const planId = compared.plan?.id ?? (await newPlan(db, document, year, entries));
  const measures = await makePlaces(db, document, planId, entries);
  const fresh = compared.rows.filter((_, at) => deeds[at] === "created");
  const position = new Map<string, number>();
  const made = await createActivities(
    db,
    fresh.map((row) => {
      const measure = measures.get(placeKey(row));
      if (!measure) throw new Error("An activity stands under no measure");
      const at = position.get(measure.id) ?? measure.next;
      position.set(measure.id, at + 1);
      const { name, timing, owner } = row;
      return { measureId: measure.id, position: at, name, timing, owner, ownerId: null, imported: { timing, owner } };
    }),
  );
  for (const { id, name } of made) entries.push({ action: "created", subject: "activity", id, after: { name } });
  for (const [at, row] of compared.rows.entries()) {
    if (deeds[at] !== "updated" || !row.existing) continue;
    const after: ImportedCells = { timing: row.timing, owner: row.owner };
    await saveActivity(db, row.existing, { ...after, imported: after });
    const { timing, owner } = row.existing;
    entries.push({ action: "updated", subject: "activity", id: row.existing.id, before: { timing, owner }, after });
  }
  await audit(db, ...entries);
  const { adoptedOn, adoptedBy } = document;
  if (!compared.plan && adoptedOn !== null) {
    await savePlan(db, { id: planId, version: 0 }, { state: "adopted", adoptedOn, adoptedBy });
    await freezePlan(db, year, { adoptedOn, adoptedBy });
  }
  const count = (deed: Deed) => deeds.filter((one) => one === deed).length;
  const [created, updated, unchanged, kept] = (["created", "updated", "unchanged", "kept"] as const).map(count);
  return { ok: true, result: { year, created, updated, unchanged, kept } as SavedPlan };
}

export type Deed = "created" | "updated" | "unchanged" | "kept";

/** What saving does to an activity. */
export function deedOf({ verdict, existing }: ComparedActivity, take: ReadonlySet<string>): Deed {
  if (verdict.kind !== "asks") return verdict.kind;
  return existing && take.has(existing.id) ? "updated" : "kept";
}

const placeKey = ({ area, focusArea, strategy, measure }: ComparedActivity) =>
  pathKey([area, focusArea, strategy, measure]);

async function newPlan(db: RegionDb, document: ActionPlanDocument, year: number, entries: AuditEntry[]) {
  const { title, introduction } = document;
  const id = await createPlan(db, { year, name: title, introduction });
  entries.push({ action: "created", subject: "action-plan", id, after: { year, name: title } });
  return id;
}

type Place = { id: string; next: number };

/** The measures of a plan by their place, those of the document made where they are missing, with what stands over them. */
async function makePlaces(db: RegionDb, document: ActionPlanDocument, planId: string, entries: AuditEntry[]) {
  const whole = document.year === null ? null : await findWholePlan(db, document.year);
  const priorities = await listPriorityAreas(db);
  const places = new Map<string, Place>();
  for (const [at, area] of document.areas.entries()) {
    const standing = whole?.areas.find(({ priorityArea }) => keyOf(priorityArea.name) === keyOf(area.name));
    const areaId = standing?.id ?? (await newArea(area, at + (whole?.areas.length ?? 0)));
    for (const [position, focus] of area.focusAreas.entries()) {
      const known = standing?.focusAreas.find(({ name }) => keyOf(name) === keyOf(focus.name));
      const focusAreaId =
        known?.id ?? (await newFocusArea(areaId, position + (standing?.focusAreas.length ?? 0), focus));
      let next = known?.measures.length ?? 0;
      for (const { strategy, name, activities } of known?.measures ?? [])
        places.set(pathKey([area.name, focus.name, strategy, name]), {
          id: known?.measures.find((one) => one.name === name && one.strategy === strategy)?.id ?? "",
          next: activities.length,
        });
      for (const { strategy, measure } of focus.activities) {
        const key = pathKey([area.name, focus.name, strategy, measure]);
        if (places.has(key)) continue;
        const id = await createMeasure(db, { focusAreaId, position: next++, name: measure, strategy });
        places.set(key, { id, next: 0 });
      }
    }
  }
  return places;

  async function newArea({ name, body }: ActionPlanDocument["areas"][number], position: number): Promise<string> {
    let priorityAreaId = priorities.find((one) => keyOf(one.name) === keyOf(name))?.id;
    if (!priorityAreaId) {
      const number = Math.max(0, ...priorities.map((one) => one.number)) + 1;
      priorityAreaId = await createPriorityArea(db, number, name);
      priorities.push({ id: priorityAreaId, number, name });
      entries.push({ action: "created", subject: "priority-area", id: priorityAreaId, after: { number, name } });
    }
    return createArea(db, { planId, priorityAreaId, position, body });
  }

  async function newFocusArea(areaId: string, position: number, focus: DocumentFocusArea): Promise<string> {
    const { name, body, organisation, resources, reporting } = focus;
    const { amount, positions } = readResources(`${organisation}\n${resources}`);
    return createFocusArea(db, { areaId, position, name, body, organisation, resources, reporting, amount, positions });
  }
}
