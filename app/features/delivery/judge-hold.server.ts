import { isToBeHeld } from "~/domain/delivery/hold";
import { audit } from "~/features/audit/audit.server";
import { holdForUpdate, outcomesOf, setHold } from "~/features/delivery/reports.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * Holds somebody's address, or lifts a hold that failures alone had made, as everything known of the last messages to it
 * has it (M3).
 */
export async function judgeHold(
  db: RegionDb,
  { personId, toAddress: address }: { personId: string | null; toAddress: string },
  now: Date,
): Promise<void> {
  if (personId === null) return;
  const person = await holdForUpdate(db, personId);
  if (!person || person.email !== address || person.heldReason === "by_hand") return;
  const { outcomes, complained } = await outcomesOf(db, { personId, address });
  const reason = complained ? "complained" : isToBeHeld(outcomes) ? "bounced" : null;
  if (reason === person.heldReason) return;
  await setHold(db, personId, reason && { since: person.heldSince ?? now, reason });
  const changed = [reason ? "hold" : "hold-ended"];
  await audit(db, { action: "updated", subject: "person", id: personId, after: { changed } });
}
