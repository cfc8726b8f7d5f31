import { audit } from "~/features/audit/audit.server";
import { mailOf, saveHold } from "~/features/people/holds.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Holds an address by hand: nothing but sign-in and confirmations is sent to it (M3, M10). False when nobody has the id. */
export async function holdAddress(db: RegionDb, input: { personId: string; now: Date }): Promise<boolean> {
  const person = await mailOf(db, input.personId);
  if (!person) return false;
  if (person.heldSince) return true;
  await saveHold(db, person.id, { heldSince: input.now, heldReason: "by_hand" });
  await audit(db, { action: "updated", subject: "person", id: person.id, after: { changed: ["hold"] } });
  return true;
}

/** Lets mail go to an address again. False when nobody has the id. */
export async function liftHold(db: RegionDb, input: { personId: string }): Promise<boolean> {
  const person = await mailOf(db, input.personId);
  if (!person) return false;
  if (!person.heldSince) return true;
  await saveHold(db, person.id, null);
  await audit(db, { action: "updated", subject: "person", id: person.id, after: { changed: ["hold-lifted"] } });
  return true;
}
