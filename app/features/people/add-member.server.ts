import { audit } from "~/features/audit/audit.server";
import { giveRole, judgeRole, type RoleRefusal, type RoleWish } from "~/features/people/give-role.server";
import { ensurePerson, findPersonByEmail } from "~/features/people/people.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/**
 * Adds a person with a first role. An address that belongs to somebody in the region already is refused with her
 * id: she is given the role on her own page, so that no name is overwritten or lost.
 */
export async function addMember(
  db: RegionDb,
  input: RoleWish & { name: string; email: string; now: Date },
): Promise<
  | { ok: true; personId: string; roleId: string }
  | { ok: false; reason: "known-address"; personId: string }
  | { ok: false; reason: RoleRefusal }
> {
  const { name, email, ...wish } = input;
  await lockRegion(db, "people");
  const known = await findPersonByEmail(db, email.trim().toLowerCase());
  if (known) return { ok: false, reason: "known-address", personId: known.id };
  const verdict = await judgeRole(db, wish, []);
  if (!verdict.ok) return verdict;
  const person = await ensurePerson(db, { name, email });
  await audit(db, { action: "created", subject: "person", id: person.id });
  const given = await giveRole(db, { ...wish, personId: person.id });
  return given.ok ? { ok: true, personId: person.id, roleId: given.roleId } : given;
}
