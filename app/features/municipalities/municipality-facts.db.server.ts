import type { WrittenStandard } from "~/domain/municipalities/written-locale";
import type { RegionDb } from "~/platform/db/region-db.server";

export type Facts = {
  writtenStandard: WrittenStandard | null;
  population: number | null;
  populationYear: number | null;
  /** In the region from a day (inclusive) to a day (exclusive), midnight UTC. */
  validFrom: Date | null;
  validTo: Date | null;
};

export async function saveFacts(db: RegionDb, municipalityId: string, facts: Facts): Promise<void> {
  await db.regionMunicipality.updateMany({ where: { municipalityId }, data: facts });
}

export async function areasOf(db: RegionDb, municipalityId: string) {
  return db.area.findMany({
    where: { municipalities: { some: { municipalityId } } },
    select: { id: true, name: true, kind: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

/** The networks a municipality is a member of on a day, by name. */
export async function networksOf(db: RegionDb, municipalityId: string, day: Date) {
  const found = await db.networkMember.findMany({
    where: { municipalityId, joinedOn: { lte: day }, OR: [{ leftOn: null }, { leftOn: { gt: day } }] },
    select: { joinedOn: true, network: { select: { id: true, name: true } } },
    orderBy: { network: { name: "asc" } },
  });
  return found.map(({ joinedOn, network }) => ({ ...network, joinedOn }));
}

/** What ties a municipality to the region on a day (midnight UTC) or later; events and groups by id and name. */
export async function tiesFrom(db: RegionDb, municipalityId: string, { day, now }: { day: Date; now: Date }) {
  const contact = await db.role.findMany({
    where: { kind: "contact_person", municipalityId, OR: [{ validTo: null }, { validTo: { gt: day } }] },
    select: { person: { select: { name: true } } },
    orderBy: { validFrom: "asc" },
  });
  const events = await db.event.findMany({
    where: {
      state: { not: "cancelled" },
      endsAt: { gt: day > now ? day : now },
      invitations: { some: { municipalityId, withdrawnAt: null } },
    },
    select: { id: true, title: true },
    orderBy: { startsAt: "asc" },
  });
  const networks = await db.network.findMany({
    where: { members: { some: { municipalityId, OR: [{ leftOn: null }, { leftOn: { gt: day } }] } } },
    select: { id: true, name: true },
    orderBy: { position: "asc" },
  });
  const groups = await db.group.findMany({
    where: { members: { some: { municipalityId, OR: [{ validTo: null }, { validTo: { gt: day } }] } } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  return { contact: contact.map(({ person }) => person.name), events, networks, groups };
}

export type Ties = Awaited<ReturnType<typeof tiesFrom>>;
