import { heldOn } from "~/features/regions/held-on";
import type { RegionDb } from "~/platform/db/region-db.server";

export async function contactRolesOn(db: RegionDb, day: Date) {
  return db.role.findMany({
    where: { kind: "contact_person", ...heldOn(day) },
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

export async function municipalitiesWithoutContact(db: RegionDb, day: Date) {
  return db.regionMunicipality.findMany({
    where: { roles: { none: { kind: "contact_person", ...heldOn(day) } } },
    select: { writtenStandard: true, municipality: { select: { id: true, number: true, name: true } } },
  });
}
