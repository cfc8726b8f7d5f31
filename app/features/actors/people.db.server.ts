import { isoDay } from "~/domain/shared/days";
import { dateOf } from "~/features/actors/actors.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export const peoplePage = 50;

const facts = {
  id: true,
  actorId: true,
  title: true,
  validFrom: true,
  validTo: true,
  person: { select: { id: true, name: true, email: true } },
} as const;

type Stored = {
  id: string;
  actorId: string;
  title: string;
  validFrom: Date | null;
  validTo: Date | null;
  person: { id: string; name: string; email: string };
};

const shownAs = ({ validFrom, validTo, ...stored }: Stored) => ({
  ...stored,
  span: { from: isoDay(validFrom), to: isoDay(validTo) },
});

export type ActorPerson = ReturnType<typeof shownAs>;

/** Those who work for an actor on a day or later, by name, fifty and one at a time; `after` ended the last page. */
export async function peopleOf(db: RegionDb, asked: { actorId: string; day: Date; after: string | null }) {
  const { actorId, day, after } = asked;
  const last = after ? await findActorPerson(db, after) : null;
  const found = await db.actorPerson.findMany({
    where: {
      actorId,
      AND: [
        { OR: [{ validTo: null }, { validTo: { gt: day } }] },
        last
          ? {
              OR: [
                { person: { name: { gt: last.person.name } } },
                { person: { name: last.person.name }, id: { gt: last.id } },
              ],
            }
          : {},
      ],
    },
    select: facts,
    orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
    take: peoplePage + 1,
  });
  return found.map(shownAs);
}

/** Those who have worked for an actor, last end first. */
export async function formerPeopleOf(db: RegionDb, actorId: string, day: Date) {
  const found = await db.actorPerson.findMany({
    where: { actorId, validTo: { lte: day } },
    select: facts,
    orderBy: [{ validTo: "desc" }, { id: "asc" }],
    take: peoplePage,
  });
  return found.map(shownAs);
}

export async function countPeople(db: RegionDb, actorId: string, day: Date): Promise<number> {
  return db.actorPerson.count({ where: { actorId, OR: [{ validTo: null }, { validTo: { gt: day } }] } });
}

export async function findActorPerson(db: RegionDb, id: string): Promise<ActorPerson | null> {
  const found = await db.actorPerson.findFirst({ where: { id }, select: facts });
  return found && shownAs(found);
}

/** All spans a person has at an actor. */
export async function spansAt(db: RegionDb, actorId: string, personId: string) {
  const found = await db.actorPerson.findMany({ where: { actorId, personId }, select: facts });
  return found.map(shownAs);
}

export async function personExists(db: RegionDb, id: string): Promise<boolean> {
  return (await db.person.findFirst({ where: { id }, select: { id: true } })) !== null;
}

export type ActorPersonData = { title: string; from: string | null; to: string | null };

const row = ({ title, from, to }: ActorPersonData) => ({ title, validFrom: dateOf(from), validTo: dateOf(to) });

export async function createActorPerson(
  db: RegionDb,
  { actorId, personId, ...data }: ActorPersonData & { actorId: string; personId: string },
) {
  return db.actorPerson.create({ data: { actorId, personId, ...row(data) }, select: { id: true } });
}

export async function saveActorPerson(db: RegionDb, id: string, data: ActorPersonData): Promise<void> {
  await db.actorPerson.updateMany({ where: { id }, data: row(data) });
}

export async function deleteActorPerson(db: RegionDb, id: string): Promise<void> {
  await db.actorPerson.deleteMany({ where: { id } });
}
