import { audit } from "~/features/audit/audit.server";
import { createPeople, ensurePerson, findPersonByEmail, peopleByEmail } from "~/features/people/people.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

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

/** The same for many at once, each address in lower case: address -> person, of all and of those who were `known`. */
export async function ensureAllNamed(
  db: RegionDb,
  people: readonly { name: string; email: string }[],
): Promise<{ all: Map<string, string>; known: Map<string, string> }> {
  const addresses = [...new Set(people.map(({ email }) => email))];
  const known = await peopleByEmail(db, addresses);
  if (addresses.every((address) => known.has(address))) return { all: known, known };
  await lockRegion(db, "people");
  const found = await peopleByEmail(db, addresses);
  const missing = addresses.filter((address) => !found.has(address));
  const made = missing.map((email) => ({
    id: newId(),
    name: people.find((person) => person.email === email)?.name ?? "",
    email,
  }));
  if (made.length === 0) return { all: found, known: found };
  await createPeople(db, made);
  await audit(db, ...made.map(({ id }) => ({ action: "created" as const, subject: "person" as const, id })));
  return { all: new Map([...found, ...made.map(({ id, email }) => [email, id] as const)]), known: found };
}
