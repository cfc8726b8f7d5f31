import { findPerson, findPersonByEmail } from "~/features/people/people.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A person of the region; null for an id that is nobody's. */
export async function personById(db: RegionDb, id: string) {
  return findPerson(db, id);
}

/** Whose address this is, in lower case; null when it is nobody's. */
export async function personByAddress(db: RegionDb, address: string) {
  return findPersonByEmail(db, address);
}
