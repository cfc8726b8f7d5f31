import { audit } from "~/features/audit/audit.server";
import { holdMinutes } from "~/features/minutes/minutes.db.server";
import { updateRemark } from "~/features/minutes/remarks.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Says that a remark was taken into the minutes, or not, and why. Minutes that are approved take no more. */
export async function settleRemark(
  db: RegionDb,
  { minutesId, id, taken, answer }: { minutesId: string; id: string; taken: boolean; answer: string },
): Promise<{ ok: true } | { ok: false; reason: "not-found" | "approved" }> {
  const held = await holdMinutes(db, minutesId, "share");
  if (!held) return { ok: false, reason: "not-found" };
  if (held.state === "approved") return { ok: false, reason: "approved" };
  const state = taken ? "taken" : "left_out";
  if (!(await updateRemark(db, { minutesId, id }, { state, answer: answer.trim().slice(0, 2_000) })))
    return { ok: false, reason: "not-found" };
  await audit(db, {
    action: "updated",
    subject: "minutes",
    id: minutesId,
    after: { remarkId: id, remarkState: state },
  });
  return { ok: true };
}
