import { memberOn } from "~/features/municipalities/member-on";
import { heldOn } from "~/features/regions/held-on";
import type { RegionDb } from "~/platform/db/region-db.server";

export async function contactRolesOn(db: RegionDb, day: Date) {
  return db.role.findMany({
    where: { kind: "contact_person", ...heldOn(day), municipality: memberOn(day) },
    select: {
      id: true,
      validFrom: true,
      validTo: true,
      person: { select: { id: true, name: true, email: true } },
      municipality: {
        select: { writtenStandard: true, municipality: { select: { id: true, number: true, name: true } } },
      },
    },
  });
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
