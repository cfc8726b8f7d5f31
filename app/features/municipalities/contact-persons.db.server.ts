import type { WrittenStandard } from "~/domain/municipalities/written-locale";
import { memberOn } from "~/features/municipalities/member-on";
import { heldOn } from "~/features/regions/held-on";
import { type RegionDb, readRows } from "~/platform/db/region-db.server";

/** One contact person of one municipality. */
export type ContactRole = {
  roleId: string;
  validFrom: Date;
  validTo: Date | null;
  personId: string;
  name: string;
  email: string;
  municipalityId: string;
  number: string;
  municipalityName: string;
  writtenStandard: WrittenStandard | null;
};

export async function contactRolesOn(db: RegionDb, day: Date): Promise<ContactRole[]> {
  return readRows<ContactRole>(db)`
    SELECT r.id AS "roleId", r.valid_from AS "validFrom", r.valid_to AS "validTo", p.id AS "personId", p.name, p.email,
      town.id AS "municipalityId", town.number, town.name AS "municipalityName", own.written_standard::text AS "writtenStandard"
    FROM role r
    JOIN person p ON (p.region_id, p.id) = (r.region_id, r.person_id)
    JOIN region_municipality own ON (own.region_id, own.municipality_id) = (r.region_id, r.municipality_id)
    JOIN municipality town ON town.id = own.municipality_id
    WHERE r.kind = 'contact_person' AND r.valid_from <= ${day}::date AND (r.valid_to IS NULL OR r.valid_to > ${day}::date)
      AND (own.valid_from IS NULL OR own.valid_from <= ${day}::date)
      AND (own.valid_to IS NULL OR own.valid_to > ${day}::date) AND (town.ended_on IS NULL OR town.ended_on > ${day}::date)
    ORDER BY r.id`;
}

export async function contactRoleOn(db: RegionDb, municipalityId: string, day: Date) {
  return db.role.findFirst({
    where: { kind: "contact_person", municipalityId, ...heldOn(day) },
    select: { id: true, person: { select: { id: true, name: true, email: true } } },
  });
}

/** Who was contact person of a municipality last, and is not any more on this day. */
export async function lastEndedContact(db: RegionDb, municipalityId: string, day: Date) {
  const role = await db.role.findFirst({
    where: { kind: "contact_person", municipalityId, validTo: { lte: day } },
    select: { personId: true },
    orderBy: [{ validTo: "desc" }, { validFrom: "desc" }, { id: "desc" }],
  });
  return role?.personId ?? null;
}

export async function municipalitiesWithoutContact(db: RegionDb, day: Date) {
  return db.regionMunicipality.findMany({
    where: { ...memberOn(day), roles: { none: { kind: "contact_person", ...heldOn(day) } } },
    select: { writtenStandard: true, municipality: { select: { id: true, number: true, name: true } } },
  });
}
