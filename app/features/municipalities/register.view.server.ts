import { holds, predecessors, successors, versionOn } from "~/domain/municipalities/lineage";
import { isoDay } from "~/domain/shared/days";
import type { Named } from "~/features/municipalities/municipality-facts.view.server";
import {
  type Register,
  type RegisterMunicipality,
  readRegister,
  type Version,
} from "~/features/municipalities/read-register.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A municipality as it was called on a day. */
export type MunicipalityThen = { id: string; number: string; name: string; nameSami: string | null; county: string };

/** A municipality of a day, and what it is today. */
export type RegisterRow = MunicipalityThen & {
  now:
    | { kind: "same" }
    /** It stands, with another number or name. */
    | { kind: "renamed"; number: string; name: string }
    | { kind: "became"; to: (Named & { outside: boolean })[] }
    | { kind: "ended"; day: string }
    /** It is in the region no more, or not yet, though it stands. */
    | { kind: "left"; number: string; name: string };
};

/**
 * The municipalities of the region as they were on a day (midnight UTC), by name: those in the region that day, and
 * what then stood where today's members do.
 */
export async function municipalitiesOn(db: RegionDb, day: Date): Promise<MunicipalityThen[]> {
  return thenOf(await readRegister(db), isoDay(day)).map(({ municipality, version }) => ({
    ...facts(version),
    id: municipality.id,
  }));
}

/** The region on a day beside the region today, each told by the other; days are midnight UTC. */
export async function registerOn(db: RegionDb, { day, today }: { day: Date; today: Date }) {
  const register = await readRegister(db);
  const [then, now] = [isoDay(day), isoDay(today)];
  const members = membersOn(register, now);
  const inRegion = new Set(register.members.map(({ id }) => id));
  const rows = thenOf(register, then).map(({ municipality, version }): RegisterRow => {
    const { id, endedOn } = municipality;
    const row = { ...facts(version), id };
    if (endedOn === null || endedOn > now) {
      const { number, name } = municipality;
      if (!members.some((one) => one.id === id)) return { ...row, now: { kind: "left", number, name } };
      const same = number === version.number && name === version.name;
      return { ...row, now: same ? { kind: "same" } : { kind: "renamed", number, name } };
    }
    const to = successors(register.changes, id, now).flatMap((each) => {
      const one = register.municipalities.find((other) => other.id === each);
      const outside = !members.some((member) => member.id === each);
      return one ? [{ number: one.number, name: one.name, inRegion: inRegion.has(each), outside }] : [];
    });
    to.sort(byName);
    return { ...row, now: to.length > 0 ? { kind: "became", to } : { kind: "ended", day: endedOn } };
  });
  const made = members.flatMap((member) => {
    if (versionOn(member.versions, then)) return [];
    const from = predecessors(register.changes, member.id, then).flatMap((id) => {
      const one = register.municipalities.find((other) => other.id === id);
      const version = one && versionOn(one.versions, then);
      return one && version ? [{ number: one.number, name: version.name, inRegion: inRegion.has(id) }] : [];
    });
    return [{ number: member.number, name: member.name, from: from.sort(byName) }];
  });
  const first = register.editions[0] ?? null;
  return {
    day: then,
    today: now,
    first,
    editions: register.editions,
    beforeFirst: first !== null && then < first,
    rows,
    made,
  };
}

export type RegisterView = Awaited<ReturnType<typeof registerOn>>;

/** What stood on a day: the members of that day, and for those of today that did not stand, what went into them. */
function thenOf(register: Register, day: string): { municipality: RegisterMunicipality; version: Version }[] {
  const ids = new Set(
    register.members
      .filter((span) => holds(span, day))
      .flatMap(({ id }) => {
        const one = register.municipalities.find((other) => other.id === id);
        return one && versionOn(one.versions, day) ? [id] : predecessors(register.changes, id, day);
      }),
  );
  return register.municipalities
    .flatMap((municipality) => {
      const version = ids.has(municipality.id) ? versionOn(municipality.versions, day) : null;
      return version ? [{ municipality, version }] : [];
    })
    .sort((a, b) => a.version.name.localeCompare(b.version.name, "nb"));
}

function membersOn({ members, municipalities }: Register, day: string): RegisterMunicipality[] {
  const ids = new Set(members.filter((span) => holds(span, day)).map(({ id }) => id));
  return municipalities.filter(({ id, endedOn }) => ids.has(id) && (endedOn === null || endedOn > day)).sort(byName);
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, "nb");
const facts = ({ number, name, nameSami, county }: Version) => ({ number, name, nameSami, county });
