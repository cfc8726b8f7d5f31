import { audit } from "~/features/audit/audit.server";
import { ensurePerson, findPersonByEmail } from "~/features/people/people.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** The person of an address, made when there is none; the name of one who is known is left as it is. */
export async function ensureNamed(
  db: RegionDb,
  { name, email }: { name: string; email: string },
): Promise<{ personId: string; made: boolean }> {
  await lockRegion(db, "people");
  const known = await findPersonByEmail(db, email.trim().toLowerCase());
  if (known) return { personId: known.id, made: false };
  const { id: personId } = await ensurePerson(db, { name, email });
  await audit(db, { action: "created", subject: "person", id: personId });
  return { personId, made: true };
}
