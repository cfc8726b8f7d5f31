import { audit } from "~/features/audit/audit.server";
import { findRound, updateRound } from "~/features/reports/reports.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type EditedRound = { ok: true } | { ok: false; reason: "not-found" | "frozen" | "changed-meanwhile" };

/** Changes what a round is called and its deadlines (ISO days). */
export async function editRound(
  db: RegionDb,
  id: string,
  input: { version: number; name: string; rowsBy: string | null; submitBy: string | null },
): Promise<EditedRound> {
  const round = await findRound(db, id);
  if (!round) return { ok: false, reason: "not-found" };
  if (round.state === "submitted") return { ok: false, reason: "frozen" };
  const { version, ...change } = input;
  if (!(await updateRound(db, { id, version }, change))) return { ok: false, reason: "changed-meanwhile" };
  const { name, rowsBy, submitBy } = round;
  await audit(db, {
    ...{ action: "updated", subject: "report-round", id },
    before: { name, rowsBy, submitBy },
    after: change,
  });
  return { ok: true };
}
