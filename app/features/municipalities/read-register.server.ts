import type { Change, DaySpan } from "~/domain/municipalities/lineage";
import { isoDay } from "~/domain/shared/days";
import {
  allMembers,
  registerChanges,
  registerEditions,
  registerWithVersions,
} from "~/features/municipalities/lineage.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type Version = DaySpan & { number: string; name: string; nameSami: string | null; county: string };

export type RegisterMunicipality = {
  id: string;
  number: string;
  name: string;
  nameSami: string | null;
  county: string;
  endedOn: string | null;
  versions: Version[];
};

export type Register = {
  municipalities: RegisterMunicipality[];
  changes: Change[];
  /** Everything that is, has been or will be in the region. */
  members: (DaySpan & { id: string })[];
  /** The days of the editions, the oldest first. */
  editions: string[];
};

const span = ({ validFrom, validTo }: { validFrom: Date | null; validTo: Date | null }) => ({
  validFrom: isoDay(validFrom),
  validTo: isoDay(validTo),
});

/** The whole register as the domain takes it, with the region's members; five queries. */
export async function readRegister(db: RegionDb): Promise<Register> {
  const municipalities = await registerWithVersions(db);
  const changes = await registerChanges(db);
  const members = await allMembers(db);
  const editions = await registerEditions(db);
  return {
    municipalities: municipalities.map(({ endedOn, versions, ...one }) => ({
      ...one,
      endedOn: isoDay(endedOn),
      versions: versions.map((version) => ({ ...version, ...span(version) })),
    })),
    changes: changes.map(({ day, ...change }) => ({ ...change, day: isoDay(day) })),
    members: members.map((member) => ({ id: member.municipalityId, ...span(member) })),
    editions: editions.map(({ day }) => isoDay(day)),
  };
}
