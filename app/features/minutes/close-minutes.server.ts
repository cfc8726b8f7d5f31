import { type ClosingFault, closingFaults } from "~/domain/minutes/closing";
import { audit } from "~/features/audit/audit.server";
import { passOn, takeBack } from "~/features/cases/pass-on.server";
import { postponeItem, settleCases } from "~/features/cases/postpone-item.server";
import { decideTreated, type TreatedPlan } from "~/features/meeting-plan/decide-treated.server";
import { approveTreated } from "~/features/minutes/approve-minutes.server";
import { answerable, whoCanAnswer } from "~/features/minutes/ask-members.server";
import { askedSeats } from "~/features/minutes/electronic.db.server";
import { treatedOf } from "~/features/minutes/live-facts";
import { liveState } from "~/features/minutes/live-state.view.server";
import { findMinutes, holdMinutes, updateMinutes } from "~/features/minutes/minutes.db.server";
import { itemsSince } from "~/features/minutes/reopen.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type Closed =
  /** With the meeting plans that were decided in it, where there are any. */
  | { ok: true; plans?: TreatedPlan[] }
  | { ok: false; reason: "not-found" | "not-live" | "running" | "approval-stands" }
  | { ok: false; reason: "faults"; faults: ClosingFault[] };

/**
 * Ends a meeting. It is refused while a case has no outcome. What was put off waits in the queue again, and so does what
 * was not treated, but those in `drop` (ids of items), whose cases are withdrawn. What was to
 * be passed on lies before the next body with the decision as recommendation; a meeting plan that was decided as
 * proposed becomes meetings.
 */
export async function closeMinutes(
  db: RegionDb,
  { minutesId, now, drop = [] }: { minutesId: string; now: Date; drop?: string[] },
): Promise<Closed> {
  const held = await holdMinutes(db, minutesId, "alone");
  if (!held) return { ok: false, reason: "not-found" };
  if (held.state !== "live") return { ok: false, reason: "not-live" };
  const state = await liveState(db, { id: minutesId, state: held.state });
  const { items, seats } = treatedOf(state);
  const faults = closingFaults(items, seats);
  if (faults.length > 0) return { ok: false, reason: "faults", faults };
  if (await stillAnswered(db, minutesId, now)) return { ok: false, reason: "running" };
  const since = await itemsSince(db, minutesId);
  const reopened = since.some(({ became, approves }) => became.length + approves.length > 0);
  if (since.some(({ outcome, approves }) => approves.length > 0 && outcome !== "as_proposed" && outcome !== "changed"))
    return { ok: false, reason: "approval-stands" };
  await updateMinutes(db, minutesId, { state: "ended", endedAt: now });
  await approveTreated(db, minutesId);
  const stored = state.items.map(({ id, fields }) => ({ id, outcome: fields.outcome, passOnToId: fields.passOnToId }));
  // The last goes first, so that those put off stand in the queue in the order of the agenda.
  for (const { id, outcome } of stored.toReversed())
    if (outcome === "postponed") await postponeItem(db, { itemId: id });
    else if (outcome === "not_treated")
      await postponeItem(db, { itemId: id, outcome, to: drop.includes(id) ? "withdrawn" : "queued" });
  for (const { id, outcome, passOnToId } of stored) {
    const bodyId = outcome === "postponed" || outcome === "not_treated" ? null : passOnToId || null;
    if (reopened) await takeBack(db, { itemId: id, bodyId });
    if (bodyId) await passOn(db, { itemId: id, bodyId });
  }
  await settleCases(db, minutesId);
  await audit(db, {
    action: "updated",
    subject: "minutes",
    id: minutesId,
    before: { state: "live" },
    after: { state: "ended" },
  });
  const plans = await decideTreated(db, { minutesId, now });
  return { ok: true, ...(plans.length > 0 && { plans }) };
}

/** Whether somebody may still answer the cases of an electronic meeting, and has not. */
async function stillAnswered(db: RegionDb, minutesId: string, now: Date): Promise<boolean> {
  const minutes = await findMinutes(db, minutesId);
  if (!minutes?.electronic || minutes.answerBy === null || minutes.answerBy <= now) return false;
  const asked = await answerable(db, minutesId);
  return whoCanAnswer(await askedSeats(db, minutesId)).some(({ answers }) => answers.length < asked.length);
}
