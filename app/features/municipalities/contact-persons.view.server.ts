import {
  contactRoleOn,
  contactRolesOn,
  lastEndedContact,
  municipalitiesWithoutContact,
} from "~/features/municipalities/contact-persons.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, "nb");

/** Everyone who is contact person on this day (a date at midnight UTC), in the order of the municipalities' names. */
export async function contactPersonsOn(db: RegionDb, day: Date) {
  const roles = await contactRolesOn(db, day);
  return roles.sort((a, b) => a.municipalityName.localeCompare(b.municipalityName, "nb"));
}

/** Who is contact person of a municipality on a day; null when it is vacant. */
export async function contactPersonOf(db: RegionDb, municipalityId: string, day: Date) {
  const role = await contactRoleOn(db, municipalityId, day);
  return role && { roleId: role.id, personId: role.person.id, name: role.person.name, email: role.person.email };
}

/** The id of who was contact person last and has ended by this day; null when there never was one. */
export async function lastContactPerson(db: RegionDb, municipalityId: string, day: Date): Promise<string | null> {
  return lastEndedContact(db, municipalityId, day);
}

/** The region's municipalities that nobody is contact person for on this day, by name. */
export async function vacantMunicipalities(db: RegionDb, day: Date) {
  const found = await municipalitiesWithoutContact(db, day);
  return found
    .map(({ writtenStandard, municipality: { id, number, name } }) => ({
      municipalityId: id,
      number,
      name,
      writtenStandard,
    }))
    .sort(byName);
}
