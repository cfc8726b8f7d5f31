import { isToBeHeld, outcomeOf } from "~/domain/delivery/hold";
import { audit } from "~/features/audit/audit.server";
import { holdPerson, lastOutcomes, personOf } from "~/features/delivery/delivery.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * Holds the address of a message the recipient's server would not take, when what has become of the last ones says so
 * (M3).
 */
export async function holdWhenRefused(
  db: RegionDb,
  { personId, toAddress }: { personId: string | null; toAddress: string },
  now: Date,
): Promise<void> {
  const person = personId && (await personOf(db, personId));
  if (!person || person.email !== toAddress || person.heldSince) return;
  const outcomes = await lastOutcomes(db, { personId: person.id, address: toAddress });
  if (!isToBeHeld(outcomes.map((code) => (code === null ? "delivered" : outcomeOf(code))))) return;
  await holdPerson(db, person.id, { heldSince: now, heldReason: "bounced" });
  await audit(db, { action: "updated", subject: "person", id: person.id, after: { changed: ["hold"] } });
}
