import type { RegionDb } from "~/platform/db/region-db.server";

/** The register: every municipality there is or has been, with its versions, the oldest first. */
export async function registerWithVersions(db: RegionDb) {
  return db.municipality.findMany({
    select: {
      id: true,
      number: true,
      name: true,
      nameSami: true,
      county: true,
      endedOn: true,
      versions: {
        select: { number: true, name: true, nameSami: true, county: true, validFrom: true, validTo: true },
        orderBy: { validTo: "asc" },
      },
    },
    orderBy: { number: "asc" },
  });
}

export async function registerChanges(db: RegionDb) {
  return db.municipalityChange.findMany({
    select: { day: true, fromId: true, toId: true, kind: true },
    orderBy: [{ day: "asc" }, { id: "asc" }],
  });
}

/** The days of the editions that have been read, the oldest first. */
export async function registerEditions(db: RegionDb) {
  return db.registerEdition.findMany({ orderBy: { day: "asc" } });
}

/** Everything that is, has been or will be in the region, with when. */
export async function allMembers(db: RegionDb) {
  return db.regionMunicipality.findMany({ select: { municipalityId: true, validFrom: true, validTo: true } });
}
