import { audit } from "~/features/audit/audit.server";
import { bodyYears, findBody, numbersGiven, saveFirstNumber } from "~/features/bodies/bodies.db.server";
import { holdBody } from "~/features/bodies/meetings.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * Says which number a year's cases begin with. Once a case of the year has a number, imported ones too, the numbers go
 * on from there, so that there is no gap.
 */
export async function setFirstNumber(
  db: RegionDb,
  { bodyId, year, first }: { bodyId: string; year: number; first: number },
): Promise<{ ok: true } | { ok: false; reason: "not-found" } | { ok: false; reason: "numbers-given"; last: number }> {
  if (!(await findBody(db, bodyId))) return { ok: false, reason: "not-found" };
  await holdBody(db, bodyId);
  const known = (await bodyYears(db, bodyId)).find((each) => each.year === year);
  const { highest } = await numbersGiven(db, bodyId, year);
  const last = Math.max(known?.last ?? 0, highest ?? 0);
  if (last > 0) return { ok: false, reason: "numbers-given", last };
  await saveFirstNumber(db, bodyId, year, first);
  await audit(db, {
    action: "updated",
    subject: "governing-body",
    id: bodyId,
    before: { firstNumber: known?.first ?? 1, year },
    after: { firstNumber: first, year },
  });
  return { ok: true };
}
