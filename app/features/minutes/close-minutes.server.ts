import { type ClosingFault, closingFaults } from "~/domain/minutes/closing";
import { audit } from "~/features/audit/audit.server";
import { treatedOf } from "~/features/minutes/live-facts";
import { liveState } from "~/features/minutes/live-state.view.server";
import { holdMinutes, updateMinutes } from "~/features/minutes/minutes.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type Closed =
  | { ok: true }
  | { ok: false; reason: "not-found" | "not-live" }
  | { ok: false; reason: "faults"; faults: ClosingFault[] };

/**
 * Ends a meeting. It is refused while a case has no outcome. What was put off waits in the queue again, and what was to
 * be passed on lies before the next body with the decision as recommendation.
 */
export async function closeMinutes(
  db: RegionDb,
  { minutesId, now }: { minutesId: string; now: Date },
): Promise<Closed> {
  const held = await holdMinutes(db, minutesId, "alone");
  if (!held) return { ok: false, reason: "not-found" };
  if (held.state !== "live") return { ok: false, reason: "not-live" };
  const state = await liveState(db, { id: minutesId, state: held.state });
  const { items, seats } = treatedOf(state);
  const faults = closingFaults(items, seats);
  if (faults.length > 0) return { ok: false, reason: "faults", faults };
  await updateMinutes(db, minutesId, { state: "ended", endedAt: now });
  await audit(db, {
    action: "updated",
    subject: "minutes",
    id: minutesId,
    before: { state: "live" },
    after: { state: "ended" },
  });
  return { ok: true };
}
