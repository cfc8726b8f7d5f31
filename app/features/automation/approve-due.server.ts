import { audit } from "~/features/audit/audit.server";
import { holdDue, saveDue } from "~/features/automation/due.db.server";
import { wakeAutomation } from "~/features/automation/wake-automation.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Answered = { ok: true; subject: string } | { ok: false; reason: "not-found" | "not-waiting" };

/** One thing that waits; `eventId`: the event it must be of, where somebody may answer for that one alone. */
type Of = { id: string; eventId?: string | undefined; now: Date };

/** It, held; null when there is no such thing, or it is of another event. */
async function held(db: RegionDb, { id, eventId }: Of) {
  const row = await holdDue(db, id);
  return eventId === undefined || row?.about.eventId === eventId ? row : null;
}

/** Says yes to an invitation that waits for it: it goes at its time, or at once when that has passed. */
export async function approveDue(db: RegionDb, { personId, ...of }: Of & { personId: string }): Promise<Answered> {
  const { id, now } = of;
  const row = await held(db, of);
  if (!row) return { ok: false, reason: "not-found" };
  if (row.state !== "waiting" || row.reason !== "approval" || row.kind !== "invitation" || !row.about.eventId)
    return { ok: false, reason: "not-waiting" };
  await saveDue(db, id, { state: "planned", reason: "", about: { ...row.about, approvedById: personId } });
  await audit(db, {
    ...{ action: "approved", subject: "automation-due", id },
    ...{ before: { state: "waiting" }, after: { state: "planned", rule: row.rule, kind: row.kind } },
  });
  await wakeAutomation(db, now);
  return { ok: true, subject: row.about.subject };
}

/** Says no to something that waits: the rule does not do it, this time. */
export async function declineDue(db: RegionDb, of: Of): Promise<Answered> {
  const { id, now } = of;
  const row = await held(db, of);
  if (!row) return { ok: false, reason: "not-found" };
  if (row.state !== "waiting" || row.kind !== "invitation") return { ok: false, reason: "not-waiting" };
  await saveDue(db, id, { state: "left_out", reason: "declined", doneAt: now });
  await audit(db, {
    ...{ action: "updated", subject: "automation-due", id },
    ...{ before: { state: "waiting" }, after: { state: "left_out", rule: row.rule, kind: row.kind } },
  });
  return { ok: true, subject: row.about.subject };
}
