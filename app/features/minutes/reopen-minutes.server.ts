import { writtenNumber } from "~/domain/cases/numbers";
import { longest } from "~/domain/minutes/item-fields";
import { audit } from "~/features/audit/audit.server";
import { holdMinutes, updateMinutes } from "~/features/minutes/minutes.db.server";
import { backOnAgenda, type ItemSince, isImported, itemsSince } from "~/features/minutes/reopen.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type Reopened =
  | { ok: true }
  | { ok: false; reason: "not-found" | "not-ended" | "sent" | "imported" | "no-reason" | "too-long" }
  /** A case has gone on since: put off and taken up again, or taken up by the body it was passed on to. */
  | { ok: false; reason: "taken-up" | "passed-on"; number: string };

/**
 * Opens a meeting again that was ended by mistake, so that what happened can be written down: until its minutes are sent
 * to anybody, for a reason. Its cases are back on its agenda; what was passed on waits where it is, and is brought in
 * line when the meeting ends again. Minutes that were approved in it stay so, as do meetings made of a meeting plan.
 */
export async function reopenMinutes(
  db: RegionDb,
  { minutesId, reason }: { minutesId: string; reason: string },
): Promise<Reopened> {
  const held = await holdMinutes(db, minutesId, "alone");
  if (!held) return { ok: false, reason: "not-found" };
  if (held.state === "remarks" || held.state === "approved") return { ok: false, reason: "sent" };
  if (held.state !== "ended") return { ok: false, reason: "not-ended" };
  if (await isImported(db, minutesId)) return { ok: false, reason: "imported" };
  const why = reason.trim();
  if (why === "") return { ok: false, reason: "no-reason" };
  if (why.length > longest.words) return { ok: false, reason: "too-long" };
  const items = await itemsSince(db, minutesId);
  const again = items.find(({ outcome, case: { state } }) => outcome === "postponed" && isTaken(state));
  if (again) return { ok: false, reason: "taken-up", number: numberOf(again, items) };
  const onward = items.find(({ became }) => became.some(({ state }) => isTaken(state)));
  if (onward) return { ok: false, reason: "passed-on", number: numberOf(onward, items) };
  await backOnAgenda(
    db,
    items.flatMap(({ caseId, case: { state } }) => (state === "treated" || state === "queued" ? [caseId] : [])),
  );
  await updateMinutes(db, minutesId, { state: "live", endedAt: null });
  await audit(db, {
    action: "updated",
    subject: "minutes",
    id: minutesId,
    before: { state: "ended" },
    after: { state: "live", reason: why },
  });
  return { ok: true };
}

const isTaken = (state: ItemSince["case"]["state"]) => state === "on_agenda" || state === "treated";

/** The number of an item, or of the last numbered one before it, whose part it then is. */
function numberOf(item: ItemSince, items: ItemSince[]): string {
  const whole = items.slice(0, items.indexOf(item) + 1).findLast(({ number }) => number !== null);
  return whole?.number && whole.year !== null ? writtenNumber({ number: whole.number, year: whole.year }) : "";
}
