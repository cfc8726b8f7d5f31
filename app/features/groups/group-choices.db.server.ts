import { type NewMember, standsOn } from "~/features/groups/groups.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Every group by its name; with a day those that have not ended by then. */
export async function allGroups(db: RegionDb, day: Date | null) {
  const found = await db.group.findMany({
    where: day ? { OR: [{ validTo: null }, { validTo: { gt: day } }] } : {},
    select: { id: true, name: true, kind: true, actor: { select: { id: true, name: true, shortName: true } } },
  });
  return found.sort((a, b) => a.name.localeCompare(b.name, "nb"));
}

/** The actor of this id; null for another region's. */
export async function findActor(db: RegionDb, id: string) {
  return db.actor.findFirst({ where: { id }, select: { id: true } });
}

/** Whether all that a membership names is in the region. */
export async function placesExist(
  db: RegionDb,
  named: Pick<NewMember, "personId" | "memberGroupId" | "actorId" | "municipalityId">,
): Promise<boolean> {
  const { personId, memberGroupId, actorId, municipalityId } = named;
  const select = { regionId: true } as const;
  const found = [
    personId === null || (await db.person.findFirst({ where: { id: personId }, select })),
    memberGroupId === null || (await db.group.findFirst({ where: { id: memberGroupId }, select })),
    actorId === null || (await db.actor.findFirst({ where: { id: actorId }, select })),
    municipalityId === null || (await db.regionMunicipality.findFirst({ where: { municipalityId }, select })),
  ];
  return found.every(Boolean) && [personId, memberGroupId, actorId, municipalityId].some((id) => id !== null);
}

/** The actors that stand on the day, in the region's order. */
export async function actorsOn(db: RegionDb, day: Date) {
  return db.actor.findMany({
    where: { OR: [{ validTo: null }, { validTo: { gt: day } }] },
    select: { id: true, name: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

/** The municipalities that are in the region on the day, by name. */
export async function municipalitiesOn(db: RegionDb, day: Date) {
  const found = await db.regionMunicipality.findMany({
    where: standsOn(day),
    select: { municipality: { select: { id: true, name: true } } },
  });
  return found.map(({ municipality }) => municipality).sort((a, b) => a.name.localeCompare(b.name, "nb"));
}
