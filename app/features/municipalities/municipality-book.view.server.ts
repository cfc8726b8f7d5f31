import type { NamedMunicipality } from "~/domain/municipalities/find-municipality";
import { ancestors, holds, successors } from "~/domain/municipalities/lineage";
import { isoDay } from "~/domain/shared/days";
import { readRegister } from "~/features/municipalities/read-register.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type BookMunicipality = NamedMunicipality & {
  county: string;
  /** Whether it is in the region on the book's day. */
  member: boolean;
  /** Those that stand on the day and hold what it was; none when it stands, or when that is not known. */
  became: { id: string; number: string; name: string }[];
};

/** What `findByName` looks in: the region's own, past ones and what went into them included, and the whole register. */
export type MunicipalityBook = { own: BookMunicipality[]; register: BookMunicipality[] };

/** The register as it is looked up from a region on a day (midnight UTC). */
export async function municipalityBook(db: RegionDb, day: Date): Promise<MunicipalityBook> {
  const { municipalities, changes, members } = await readRegister(db);
  const today = isoDay(day);
  const byId = new Map(municipalities.map((one) => [one.id, one]));
  const own = new Set(members.flatMap(({ id }) => [id, ...ancestors(changes, id)]));
  const memberIds = new Set(members.filter((span) => holds(span, today)).map(({ id }) => id));
  const register = municipalities.map(({ endedOn, versions, ...one }): BookMunicipality => {
    const stands = endedOn === null || endedOn > today;
    return {
      ...one,
      stands,
      member: stands && memberIds.has(one.id),
      numbers: [...new Set(versions.map(({ number }) => number))],
      names: [...new Set(versions.flatMap(({ name, nameSami }) => (nameSami === null ? [name] : [name, nameSami])))],
      counties: [...new Set([one.county, ...versions.map(({ county }) => county)])],
      became: stands
        ? []
        : successors(changes, one.id, today)
            .flatMap((id) => {
              const to = byId.get(id);
              return to ? [{ id, number: to.number, name: to.name }] : [];
            })
            .sort((a, b) => a.name.localeCompare(b.name, "nb")),
    };
  });
  return { own: register.filter(({ id }) => own.has(id)), register };
}
