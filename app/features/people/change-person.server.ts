import { audit } from "~/features/audit/audit.server";
import { saveHold } from "~/features/people/holds.db.server";
import { findPerson, findPersonByEmail, revokeRoleLinks, savePerson } from "~/features/people/people.db.server";
import { accessFor, lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** What a form of a person was filled from; a change in between is seen by comparing it. */
export function personVersion({ name, email }: { name: string; email: string }): string {
  return `${email} ${name}`;
}

/**
 * Changes a person's name or address. The address is what she signs in with: a new one takes back the links sent to
 * the old and lifts the hold on it, and nobody changes her own, since a slip would lock her out.
 *
 * @param seen the `personVersion` the form was filled from
 */
export async function changePerson(
  db: RegionDb,
  input: { personId: string; name: string; email: string; seen: string; now: Date },
): Promise<
  { ok: true } | { ok: false; reason: "no-such-person" | "changed-meanwhile" | "own-address" | "address-taken" }
> {
  const { personId, name, now } = input;
  const email = input.email.trim().toLowerCase();
  await lockRegion(db, "people");
  const person = await findPerson(db, personId);
  if (!person) return { ok: false, reason: "no-such-person" };
  if (personVersion(person) !== input.seen) return { ok: false, reason: "changed-meanwhile" };
  const changed = [...(person.name === name ? [] : ["name"]), ...(person.email === email ? [] : ["address"])];
  if (changed.length === 0) return { ok: true };
  if (changed.includes("address")) {
    if (accessFor(db).personId === personId) return { ok: false, reason: "own-address" };
    if (await findPersonByEmail(db, email)) return { ok: false, reason: "address-taken" };
    await revokeRoleLinks(db, personId, now);
    await saveHold(db, personId, null);
  }
  await savePerson(db, personId, { name, email });
  await audit(db, { action: "updated", subject: "person", id: personId, after: { changed } });
  return { ok: true };
}
