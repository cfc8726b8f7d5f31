import type { Period } from "~/domain/communications-plan/period";
import { mayEdit, type PeriodFault, periodFault, rowsOutside } from "~/domain/communications-plan/plan";
import { audit } from "~/features/audit/audit.server";
import { listPlans } from "~/features/communications-plan/plan.db.server";
import {
  type FoundPlan,
  findPlan,
  listRowTimings,
  savePlan,
  setSections,
} from "~/features/communications-plan/plans.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A section without an id, or with one that is no section of the plan, is a new one. */
export type PlanText = Period & {
  preparedBy: string;
  introduction: string;
  sections: { id: string | null; heading: string; body: string }[];
};

export type EditPlanResult =
  | { ok: true; changed: boolean }
  | { ok: false; reason: "not-found" }
  | { ok: false; reason: "closed" }
  /** Somebody else saved meanwhile; `now` is what stands. */
  | { ok: false; reason: "changed-meanwhile"; now: FoundPlan }
  /** The period has no room for these rows. */
  | { ok: false; reason: "rows-outside"; rows: { channel: string; timing: string }[] }
  | ({ ok: false } & PeriodFault);

/** Saves the period, the preparer and the text of a plan that is still at `version`, and raises it by one. */
export async function editPlan(
  db: RegionDb,
  { id, version, ...text }: { id: string; version: number } & PlanText,
): Promise<EditPlanResult> {
  const plan = await findPlan(db, id);
  if (!plan) return { ok: false, reason: "not-found" };
  if (!mayEdit(plan)) return { ok: false, reason: "closed" };
  if (plan.version !== version) return { ok: false, reason: "changed-meanwhile", now: plan };
  const known = new Set(plan.sections.map((section) => section.id));
  const sections = text.sections.map((section) => (known.has(section.id ?? "") ? section : { ...section, id: null }));
  const change = differences(plan, { ...text, sections });
  if (Object.keys(change.after).length === 0) return { ok: true, changed: false };
  if ("from" in change.after || "to" in change.after) {
    const fault = periodFault(
      text,
      (await listPlans(db)).filter((other) => other.id !== id),
    );
    if (fault) return { ok: false, ...fault };
    const rows = rowsOutside(await listRowTimings(db, id), { before: plan, after: text });
    if (rows.length > 0) return { ok: false, reason: "rows-outside", rows };
  }
  const { from, to, preparedBy, introduction } = text;
  if (!(await savePlan(db, { id, version }, { from, to, preparedBy, introduction }))) {
    const now = await findPlan(db, id);
    return now ? { ok: false, reason: "changed-meanwhile", now } : { ok: false, reason: "not-found" };
  }
  if ("sections" in change.after) await setSections(db, id, sections);
  await audit(db, { action: "updated", subject: "communications-plan", id, ...change });
  return { ok: true, changed: true };
}

/** What differs, field by field; of the sections those that are not the same, or all headings when only moved. */
function differences(plan: FoundPlan, text: PlanText) {
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const field of ["from", "to", "preparedBy", "introduction"] as const) {
    if (plan[field] === text[field]) continue;
    before[field] = plan[field];
    after[field] = text[field];
  }
  const written = ({ heading, body }: { heading: string; body: string }) => (body ? `${heading}: ${body}` : heading);
  const same = (one: { id: string | null; heading: string; body: string }, all: PlanText["sections"]) =>
    all.some(({ id, heading, body }) => id === one.id && heading === one.heading && body === one.body);
  const gone = plan.sections.filter((section) => !same(section, text.sections));
  const come = text.sections.filter((section) => !same(section, plan.sections));
  const isMoved = plan.sections.map(({ id }) => id).join() !== text.sections.map(({ id }) => id).join();
  if (gone.length > 0 || come.length > 0) {
    before.sections = gone.map(written);
    after.sections = come.map(written);
  } else if (isMoved) {
    before.sections = plan.sections.map(({ heading }) => heading);
    after.sections = text.sections.map(({ heading }) => heading);
  }
  return { before, after };
}
