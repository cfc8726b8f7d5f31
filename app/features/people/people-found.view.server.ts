import { searchPeople } from "~/features/people/people.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The people whose name or address has these words, by name, twenty at most unless told; none for no words. */
export async function peopleFound(db: RegionDb, search: string, most = 20) {
  const found = search === "" ? [] : await searchPeople(db, search, most + 1);
  return { people: found.slice(0, most), more: found.length > most };
}
