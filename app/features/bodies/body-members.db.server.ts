import type { BodyPart } from "~/domain/bodies/words";
import { spanOf, standsOn } from "~/features/bodies/bodies.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

const withPlaces = {
  id: true,
  bodyId: true,
  part: true,
  personId: true,
  office: true,
  municipalityId: true,
  actorId: true,
  deputyForId: true,
  position: true,
  votes: true,
  validFrom: true,
  validTo: true,
  version: true,
  person: { select: { id: true, name: true, email: true } },
  municipality: { select: { municipality: { select: { id: true, number: true, name: true } } } },
  actor: { select: { id: true, name: true, shortName: true } },
} as const;

async function rawMember(db: RegionDb, id: string) {
  return db.bodyMember.findFirst({ where: { id }, select: withPlaces });
}

type StoredMember = NonNullable<Awaited<ReturnType<typeof rawMember>>>;

/** A seat as pages show it: who has it, for whom, and when. */
function memberFacts({ person, municipality, actor, validFrom, validTo, ...member }: StoredMember) {
  return {
    ...member,
    person,
    municipality: municipality?.municipality ?? null,
    actor,
    name: person?.name ?? member.office,
    represents: municipality?.municipality.name ?? actor?.name ?? "",
    span: spanOf({ validFrom, validTo }),
  };
}

export type MemberFacts = ReturnType<typeof memberFacts>;

const inOrder = [{ position: "asc" }, { id: "asc" }] as const;

/** All seats a body has and has had, deputies too, in the order of its list. */
export async function seatsOf(db: RegionDb, bodyId: string): Promise<MemberFacts[]> {
  const found = await db.bodyMember.findMany({ where: { bodyId }, select: withPlaces, orderBy: [...inOrder] });
  return found.map(memberFacts);
}

/** The seats of a body on a day (midnight UTC), deputies too, in the order of its list. */
export async function seatsOn(db: RegionDb, bodyIds: readonly string[], day: Date): Promise<MemberFacts[]> {
  const found = await db.bodyMember.findMany({
    where: { bodyId: { in: [...bodyIds] }, ...standsOn(day) },
    select: withPlaces,
    orderBy: [...inOrder],
  });
  return found.map(memberFacts);
}

export async function findSeat(db: RegionDb, id: string): Promise<MemberFacts | null> {
  const found = await rawMember(db, id);
  return found && memberFacts(found);
}

/** Whether a person sits in a body on a day, as member or deputy. */
export async function sitsIn(db: RegionDb, bodyId: string, personId: string, day: Date): Promise<boolean> {
  const found = await db.bodyMember.findFirst({ where: { bodyId, personId, ...standsOn(day) }, select: { id: true } });
  return found !== null;
}

export type SeatData = {
  part: BodyPart;
  personId: string | null;
  office: string;
  municipalityId: string | null;
  actorId: string | null;
  deputyForId: string | null;
  votes: boolean;
  validFrom: Date | null;
  validTo: Date | null;
};

/** The place after the last of the body's list. */
export async function lastPosition(db: RegionDb, bodyId: string): Promise<number> {
  const last = await db.bodyMember.aggregate({ where: { bodyId }, _max: { position: true } });
  return last._max.position ?? 0;
}

export async function createSeat(db: RegionDb, data: SeatData & { bodyId: string; position: number }) {
  return db.bodyMember.create({ data, select: { id: true } });
}

/** Saves a seat that is still at this version; false when somebody else was first. */
export async function saveSeat(db: RegionDb, id: string, version: number, data: Partial<SeatData>): Promise<boolean> {
  const { count } = await db.bodyMember.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

/** Ends the seats of these ids on a day (exclusive). */
export async function endSeats(db: RegionDb, ids: string[], validTo: Date): Promise<void> {
  await db.bodyMember.updateMany({ where: { id: { in: ids } }, data: { validTo, version: { increment: 1 } } });
}

export async function placeSeat(db: RegionDb, id: string, position: number): Promise<void> {
  await db.bodyMember.updateMany({ where: { id }, data: { position } });
}

export async function deleteSeat(db: RegionDb, id: string): Promise<void> {
  await db.bodyMember.deleteMany({ where: { id } });
}

/** Whether a seat has been used: presence in a meeting, or a deputy of its own. */
export async function isSeatUsed(db: RegionDb, id: string): Promise<boolean> {
  const found = await db.bodyMember.findFirst({
    where: { id, OR: [{ presences: { some: {} } }, { deputies: { some: {} } }] },
    select: { id: true },
  });
  return found !== null;
}
