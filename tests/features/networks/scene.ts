import { makeRegion } from "#tests/features/regions/make-region";
import type { HeldRole } from "~/domain/auth/permissions";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

export const today = "2026-05-26";
export const now = new Date("2026-05-26T10:00:00Z");

export const coordinator: HeldRole[] = [{ kind: "coordinator", actorId: null, municipalityId: null }];
export const leaderOf = (actorId: string): HeldRole[] => [{ kind: "network_leader", actorId, municipalityId: null }];

/** A region with two actors, of which one has a unit, two priority areas, and what a network needs. */
export async function networkRegion(adminUrl: string) {
  const region = await makeRegion(adminUrl);
  const inside = <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId: null, via: "session" }, work);
  const ids = await inside(async (db) => {
    const actor = async (position: number, name: string, shortName: string, parentId: string | null = null) =>
      (await db.actor.create({ data: { position, name, shortName, parentId } })).id;
    const ks = await actor(1, "KS", "");
    const centre = await actor(2, "USHT", "");
    const unit = await actor(3, "USHT Helse Fonna", "", centre);
    const area = async (number: number, name: string) => (await db.priorityArea.create({ data: { number, name } })).id;
    return { ks, centre, unit, food: await area(3, "Mat og måltid"), health: await area(4, "Helsehjelp") };
  });
  const addNetwork = (data: {
    name: string;
    operators?: string;
    status?: string;
    theme?: string;
    form?: string;
    open?: boolean;
  }) =>
    inside(async (db) => {
      const position = (await db.network.count()) + 1;
      return (await db.network.create({ data: { position, ...data }, select: { id: true } })).id;
    });
  const addPerson = (name: string, email: string) =>
    inside(async (db) => (await db.person.create({ data: { name, email } })).id);
  const addMunicipalities = (...names: string[]) =>
    inside(async (db) => {
      const found = await db.municipality.findMany({
        where: { name: { in: names }, endedOn: null, countyNumber: "46" },
      });
      await db.regionMunicipality.createMany({ data: found.map(({ id }) => ({ municipalityId: id })) });
      return names.map((name) => found.find((one) => one.name === name)?.id ?? "");
    });
  return { ...region, ...ids, inside, addNetwork, addPerson, addMunicipalities };
}

export type NetworkRegion = Awaited<ReturnType<typeof networkRegion>>;
