import { isoDay } from "~/domain/shared/days";
import { memberOn } from "~/features/municipalities/member-on";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Everybody who is, has been or will be in a network. */
export async function membersOf(db: RegionDb, networkId: string) {
  const members = await db.networkMember.findMany({
    where: { networkId },
    select: {
      id: true,
      personId: true,
      municipalityId: true,
      groupId: true,
      joinedOn: true,
      leftOn: true,
      person: { select: { name: true, email: true } },
      group: { select: { name: true } },
      municipality: { select: { municipality: { select: { name: true, number: true } } } },
    },
    orderBy: [{ joinedOn: "asc" }, { id: "asc" }],
  });
  return members.map(({ joinedOn, leftOn, ...member }) => ({
    ...member,
    stay: { from: isoDay(joinedOn), to: leftOn && isoDay(leftOn) },
  }));
}

export type MemberKey = { municipalityId: string } | { personId: string } | { groupId: string };

export async function createMembers(
  db: RegionDb,
  networkId: string,
  who: readonly MemberKey[],
  stay: { from: string; to: string | null },
) {
  return db.networkMember.createManyAndReturn({
    data: who.map((key) => ({
      networkId,
      ...key,
      joinedOn: new Date(stay.from),
      leftOn: stay.to === null ? null : new Date(stay.to),
    })),
    select: { id: true, municipalityId: true, personId: true, groupId: true },
  });
}

export async function endMembers(db: RegionDb, ids: readonly string[], leftOn: string): Promise<void> {
  await db.networkMember.updateMany({ where: { id: { in: [...ids] } }, data: { leftOn: new Date(leftOn) } });
}

export async function removeMembers(db: RegionDb, ids: readonly string[]): Promise<void> {
  await db.networkMember.deleteMany({ where: { id: { in: [...ids] } } });
}

/** The ids of these municipalities that are in the region on a day. */
export async function ownMunicipalities(db: RegionDb, ids: readonly string[], day: string): Promise<string[]> {
  const found = await db.regionMunicipality.findMany({
    where: { municipalityId: { in: [...ids] }, ...memberOn(new Date(day)) },
    select: { municipalityId: true },
  });
  return found.map(({ municipalityId }) => municipalityId);
}

/** The municipalities in the region on a day, by name. */
export async function municipalityChoices(db: RegionDb, day: string) {
  const found = await db.regionMunicipality.findMany({
    where: memberOn(new Date(day)),
    select: { municipality: { select: { id: true, name: true, number: true } } },
  });
  return found.map(({ municipality }) => municipality).sort((a, b) => a.name.localeCompare(b.name, "nb"));
}

/** The municipalities of an area, guests included; null when the region has no such area. */
export async function municipalitiesOfArea(db: RegionDb, id: string): Promise<string[] | null> {
  const area = await db.area.findFirst({
    where: { id },
    select: { municipalities: { select: { municipalityId: true } } },
  });
  return area?.municipalities.map(({ municipalityId }) => municipalityId) ?? null;
}

/** The networks a municipality is in on a day, in the region's order. */
export async function membershipsOfMunicipality(db: RegionDb, municipalityId: string, day: Date) {
  return db.networkMember.findMany({
    where: { municipalityId, joinedOn: { lte: day }, OR: [{ leftOn: null }, { leftOn: { gt: day } }] },
    select: { joinedOn: true, network: { select: { id: true, name: true, operators: true } } },
    orderBy: [{ network: { position: "asc" } }, { id: "asc" }],
  });
}
