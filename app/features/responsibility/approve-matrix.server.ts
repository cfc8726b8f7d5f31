import { audit } from "~/features/audit/audit.server";
import { approvalDays, insertApproval } from "~/features/responsibility/responsibility.db.server";
import { accessFor, lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** Held by whoever approves the matrix, and by whoever says a part in it. */
export const approvalLock = "responsibility-approval";

export type ApproveMatrixResult =
  | { ok: true; id: string }
  /** It has been approved from that day, or from a later one. */
  | { ok: false; reason: "not-after-last"; last: string };

/**
 * Approves the matrix as it stands, to hold from a day (ISO). From then on a change says from which day it holds. An
 * approval comes after the one before.
 */
export async function approveMatrix(db: RegionDb, { validFrom }: { validFrom: string }): Promise<ApproveMatrixResult> {
  await lockRegion(db, approvalLock);
  const last = (await approvalDays(db)).at(-1);
  if (last !== undefined && validFrom <= last) return { ok: false, reason: "not-after-last", last };
  const id = await insertApproval(db, validFrom, accessFor(db).personId);
  await audit(db, { action: "created", subject: "responsibility", id, after: { approvedFrom: validFrom } });
  return { ok: true, id };
}
