import { isoDay } from "~/domain/shared/days";
import { audit } from "~/features/audit/audit.server";
import { createRole, ensurePerson, findPersonByEmail, type NewRole } from "~/features/people/people.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Gives a role to the person of this address, who is made when there is none. */
export async function nameForRole(
  db: RegionDb,
  { name, email }: { name: string; email: string },
  role: Omit<NewRole, "personId">,
): Promise<{ personId: string; roleId: string }> {
  const known = await findPersonByEmail(db, email.trim().toLowerCase());
  const { id: personId } = known ?? (await ensurePerson(db, { name, email }));
  if (!known) await audit(db, { action: "created", subject: "person", id: personId });
  const { id: roleId } = await createRole(db, { personId, ...role });
  const { kind, municipalityId = null, validFrom, validTo } = role;
  await audit(db, {
    action: "created",
    subject: "role",
    id: roleId,
    after: { kind, personId, municipalityId, validFrom: isoDay(validFrom), validTo: isoDay(validTo) },
  });
  return { personId, roleId };
}
