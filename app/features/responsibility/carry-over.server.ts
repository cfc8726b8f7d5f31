import { audit } from "~/features/audit/audit.server";
import type { CarriedRow, CarryOver, CarryOverResult } from "~/features/communications-plan/carry-over.server";
import { carryOver } from "~/features/communications-plan/carry-over.server";
import { approvalLock } from "~/features/responsibility/approve-matrix.server";
import { approvalDays, insertSayings, saidOfRows } from "~/features/responsibility/responsibility.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** Carries rows of a plan over to another period, with the parts people have said in them. */
export async function carryOverPlan(db: RegionDb, input: CarryOver): Promise<CarryOverResult> {
  const carried = await carryOver(db, input);
  if (carried.ok) await carrySaid(db, carried.rows, { before: carried.source.to, from: carried.target.from });
  return carried;
}

/**
 * Says of the new rows what was said of the old ones on the last day of their plan. Where the matrix is approved it holds
 * from the first day of the new one, but no earlier than the first approval; else since ever. What the words imply needs
 * no copy: it is read from them.
 */
async function carrySaid(
  db: RegionDb,
  rows: readonly CarriedRow[],
  { before, from }: { before: string; from: string },
): Promise<void> {
  await lockRegion(db, approvalLock);
  const [approved] = await approvalDays(db);
  const validFrom = approved === undefined ? null : approved > from ? approved : from;
  const newRow = new Map(rows.map((row) => [row.from, row.to]));
  const said = await saidOfRows(db, [...newRow.keys()], before);
  const made = said.flatMap(({ planRowId, actorId, part }) => {
    const planRow = newRow.get(planRowId ?? "");
    return planRow === undefined ? [] : [{ planRowId: planRow, actorId, part, validFrom }];
  });
  await insertSayings(db, made);
  await audit(
    db,
    ...made.map(({ planRowId, actorId, part }) => ({
      ...{ action: "updated" as const, subject: "responsibility" as const, id: planRowId },
      before: { actorId, planRowId, part: null },
      after: { actorId, planRowId, part, ...(validFrom && { validFrom }) },
    })),
  );
}
