import { cellsKey } from "~/domain/communications-plan/carry-over";
import { type Period, periodKey } from "~/domain/communications-plan/period";
import { mayEdit, type PeriodFault } from "~/domain/communications-plan/plan";
import { audit } from "~/features/audit/audit.server";
import { copyRows, lockPlans } from "~/features/communications-plan/carry-over.db.server";
import { makePlan } from "~/features/communications-plan/make-plan.server";
import { listPlanRows } from "~/features/communications-plan/plan.db.server";
import { nextPosition } from "~/features/communications-plan/plan-rows.db.server";
import { type FoundPlan, findPlan, savePlan, setSections } from "~/features/communications-plan/plans.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Where rows are carried to: a plan that is there, by its id, or a new one. */
export type CarryTarget = { planId: string } | Period;

export type CarryOver = {
  /** The key of the plan they come from. */
  key: string;
  target: CarryTarget;
  /** The rows by id, each with its words of time in the new period. */
  rows: readonly { id: string; timing: string }[];
  notes: boolean;
  /** The introduction and the sections too, where the other plan has no text yet. */
  text: boolean;
  /** Also rows that stand in the other plan already. */
  again: boolean;
};

/** A row and the one made from it. */
export type CarriedRow = { from: string; to: string };

export type CarryOverResult =
  | { ok: true; source: Period; target: Period & { id: string; key: string }; rows: CarriedRow[] }
  | { ok: false; reason: "not-found" | "target-gone" | "target-closed" | "nothing-chosen" | "row-gone" }
  /** So many of the rows stand in the other plan already. */
  | { ok: false; reason: "already-there"; ids: string[] }
  | { ok: false; reason: "period"; fault: PeriodFault };

/**
 * Copies rows of a plan to another period, with what was chosen for them. What became of them, what was said of their
 * times, and that they were imported stays with the old ones, which are as they were. Nothing is copied when something
 * is refused.
 */
export async function carryOver(db: RegionDb, input: CarryOver): Promise<CarryOverResult> {
  await lockPlans(db);
  const source = await findPlan(db, input.key);
  if (!source) return { ok: false, reason: "not-found" };
  if (input.rows.length === 0) return { ok: false, reason: "nothing-chosen" };
  const timings = new Map(input.rows.map(({ id, timing }) => [id, timing]));
  const rows = (await listPlanRows(db, source.id)).filter(({ id }) => timings.has(id));
  if (rows.length < timings.size) return { ok: false, reason: "row-gone" };
  const carried = rows.map((row) => ({ ...row, timing: timings.get(row.id) ?? row.timing }));

  const found = await targetOf(db, input.target, source);
  if (!found.ok) return found;
  const { target } = found;
  if (!input.again) {
    const there = new Set((await listPlanRows(db, target.id)).map(cellsKey));
    const ids = carried.filter((row) => there.has(cellsKey(row))).map(({ id }) => id);
    if (ids.length > 0) return { ok: false, reason: "already-there", ids };
  }
  const position = await nextPosition(db, target.id);
  const made = await copyRows(db, target.id, carried, { position, notes: input.notes });
  if (input.text) await copyText(db, source, target);
  await audit(
    db,
    ...made.map(({ to, row }) => ({
      ...{ action: "created" as const, subject: "plan-row" as const, id: to },
      after: Object.fromEntries(Object.entries(row.cells).filter(([, words]) => words !== "")),
    })),
  );
  const { id, from, to } = target;
  return {
    ok: true,
    source: { from: source.from, to: source.to },
    target: { id, from, to, key: periodKey(target) },
    rows: made.map(({ from, to }) => ({ from, to })),
  };
}

type Target =
  | { ok: true; target: FoundPlan }
  | { ok: false; reason: "target-gone" | "target-closed" }
  | { ok: false; reason: "period"; fault: PeriodFault };

async function targetOf(db: RegionDb, wanted: CarryTarget, source: FoundPlan): Promise<Target> {
  let id = "planId" in wanted ? wanted.planId : "";
  if (!("planId" in wanted)) {
    const made = await makePlan(db, { ...wanted, preparedBy: source.preparedBy });
    if (!made.ok) {
      const { ok: _, ...fault } = made;
      return { ok: false, reason: "period", fault };
    }
    id = made.id;
  }
  const target = await findPlan(db, id);
  if (!target || target.id === source.id) return { ok: false, reason: "target-gone" };
  return mayEdit(target) ? { ok: true, target } : { ok: false, reason: "target-closed" };
}

/** Gives a plan that has no text that of another. */
async function copyText(db: RegionDb, source: FoundPlan, target: FoundPlan): Promise<void> {
  if (target.introduction !== "" || target.sections.length > 0) return;
  const { introduction } = source;
  if (introduction === "" && source.sections.length === 0) return;
  if (!(await savePlan(db, target, { introduction }))) throw new Error("The plan was changed past its lock");
  await setSections(
    db,
    target.id,
    source.sections.map(({ heading, body }) => ({ id: null, heading, body })),
  );
  await audit(db, {
    ...{ action: "updated", subject: "communications-plan", id: target.id },
    before: { introduction: "" },
    after: { introduction },
  });
}
