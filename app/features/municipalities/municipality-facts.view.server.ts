import { type Change, successors } from "~/domain/municipalities/lineage";
import { isoDay } from "~/domain/shared/days";
import { historyOf } from "~/features/audit/history.view.server";
import type { FoundMunicipality } from "~/features/municipalities/municipalities.db.server";
import { areasOf, networksOf } from "~/features/municipalities/municipality-facts.db.server";
import { readRegister } from "~/features/municipalities/read-register.server";
import { versionOf } from "~/features/regions/region-version.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A municipality somewhere in a history; `number` leads to its page where the region has one. */
export type Named = { number: string; name: string; inRegion: boolean };

/**
 * One thing that happened on a day, or one number and name it had from a day (null is not known) to a day (exclusive).
 * Days are ISO. `now` is what stands today where those it became are no more.
 */
export type LineageEntry =
  | {
      kind: "version";
      day: string | null;
      to: string | null;
      number: string;
      name: string;
      nameSami: string | null;
      county: string;
    }
  | { kind: "came-from"; day: string; merged: Named[]; parts: Named[] }
  | { kind: "became"; day: string; to: Named[]; now: Named[] }
  | { kind: "ended"; day: string };

/** What the region knows of a municipality, as its form takes it; `seen` tells one state of it from another. */
export function factsOf({ writtenStandard, population, populationYear, validFrom, validTo }: FoundMunicipality) {
  const facts = {
    writtenStandard,
    population,
    populationYear,
    from: isoDay(validFrom),
    to: isoDay(validTo),
  };
  return { ...facts, seen: versionOf(facts) };
}

export type MunicipalityFacts = ReturnType<typeof factsOf>;

/** What the page of a municipality tells beside its contact person; `today` is midnight UTC. */
export async function municipalityFacts(
  db: RegionDb,
  { municipality, today }: { municipality: FoundMunicipality; today: Date },
) {
  const areas = await areasOf(db, municipality.id);
  const networks = await networksOf(db, municipality.id, today);
  const history = await historyOf(db, { id: municipality.id, subjects: ["municipality"] });
  return {
    facts: factsOf(municipality),
    areas,
    networks: networks.map(({ joinedOn, ...network }) => ({ ...network, since: isoDay(joinedOn) })),
    lineage: await lineageOf(db, municipality.id, isoDay(today)),
    history,
  };
}

export type MunicipalityFactsView = Awaited<ReturnType<typeof municipalityFacts>>;

/** The numbers, names, mergers and splits of a municipality, the oldest first. */
async function lineageOf(db: RegionDb, id: string, today: string): Promise<LineageEntry[]> {
  const { municipalities, changes, members } = await readRegister(db);
  const self = municipalities.find((one) => one.id === id);
  if (!self) return [];
  const own = new Set(members.map((member) => member.id));
  const named = (ids: string[]): Named[] =>
    municipalities
      .filter((one) => ids.includes(one.id))
      .map(({ id, number, name }) => ({ number, name, inRegion: own.has(id) }))
      .sort((a, b) => a.name.localeCompare(b.name, "nb"));
  const onDays = (own: Change[]) =>
    [...new Set(own.map(({ day }) => day))].map((day) => ({ day, all: own.filter((change) => change.day === day) }));
  const cameFrom = onDays(changes.filter(({ toId }) => toId === id)).map(({ day, all }): LineageEntry => {
    const from = (kind: Change["kind"]) => named(all.filter((one) => one.kind === kind).map(({ fromId }) => fromId));
    return { kind: "came-from", day, merged: from("merged"), parts: from("part") };
  });
  const became = onDays(changes.filter(({ fromId }) => fromId === id)).map(({ day, all }): LineageEntry => {
    const to = all.map(({ toId }) => toId);
    const now = successors(changes, id, today).filter((one) => !to.includes(one));
    return { kind: "became", day, to: named(to), now: named(now) };
  });
  const versions = self.versions.map(({ validFrom, validTo, ...version }): LineageEntry => {
    return { kind: "version", ...version, day: validFrom, to: validTo };
  });
  const ended: LineageEntry[] =
    self.endedOn !== null && became.length === 0 ? [{ kind: "ended", day: self.endedOn }] : [];
  return [...cameFrom, ...versions, ...became, ...ended].sort((a, b) => (a.day ?? "").localeCompare(b.day ?? "", "en"));
}
