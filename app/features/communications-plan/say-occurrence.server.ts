import { occurrencesOf } from "~/domain/communications-plan/occurrences";
import type { OccurrenceState } from "~/domain/communications-plan/row-state";
import { parseTiming } from "~/domain/timing";
import { audit } from "~/features/audit/audit.server";
import { holdPlanRow, removeSaying, saveSaying, sayingsOf } from "~/features/communications-plan/occurrences.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type SayOccurrenceResult =
  | { ok: true; changed: boolean }
  /** The plan is closed; the row's words give no such time; somebody else has said something meanwhile. */
  | { ok: false; reason: "not-found" | "closed" | "no-such-time" | "reason-missing" | "changed-meanwhile" };

/**
 * Says of one time of a plan row, by the first and last day of its window (ISO), where it stands; null takes back what
 * was said, so that the days and what became of the row tell. Only what is said of a time that the row's words give can
 * be said; what was said of another can be taken back. What is dropped has a reason. `seen` is when the saying that was
 * shown was made ("" for none). To say what stands already changes nothing.
 */
export async function sayOccurrence(
  db: RegionDb,
  input: { rowId: string; from: string; to: string; state: OccurrenceState | null; reason: string; seen: string },
): Promise<SayOccurrenceResult> {
  const { rowId, from, to, state } = input;
  const row = await holdPlanRow(db, rowId);
  if (!row) return { ok: false, reason: "not-found" };
  if (row.plan.state === "closed") return { ok: false, reason: "closed" };
  const known = (await sayingsOf(db, row.id)).find((one) => one.from === from && one.to === to) ?? null;
  if (state !== null && !hasTime(row, input)) return { ok: false, reason: "no-such-time" };
  const reason = state === "dropped" ? input.reason.trim() : "";
  if (state === "dropped" && reason === "") return { ok: false, reason: "reason-missing" };
  const stands = known ? known.state === state && known.reason === reason : state === null;
  if (stands) return { ok: true, changed: false };
  if ((known?.seen ?? "") !== input.seen) return { ok: false, reason: "changed-meanwhile" };
  const id =
    state === null
      ? (known?.id ?? "")
      : (await saveSaying(db, { id: known?.id ?? null, planRowId: row.id, from, to, state, reason })).id;
  if (state === null) await removeSaying(db, id);
  const time = { planRowId: row.id, from, to };
  await audit(db, {
    action: "updated",
    subject: "plan-occurrence",
    id,
    before: { ...time, state: known?.state ?? null, reason: known?.reason ?? "" },
    after: { ...time, state, reason },
  });
  return { ok: true, changed: true };
}

function hasTime(
  { timing, plan }: { timing: string; plan: { from: string; to: string } },
  { from, to }: { from: string; to: string },
): boolean {
  const times = occurrencesOf(parseTiming(timing, plan), plan, { events: [], said: [], today: plan.from });
  return times.some((time) => time.from === from && time.to === to);
}
