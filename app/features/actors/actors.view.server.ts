import { actorTiers } from "~/domain/actors/words";
import { isoDay } from "~/domain/shared/days";
import {
  actorsForPlan,
  actorsPage,
  allActors,
  countActors,
  endedActors,
  findActor,
  pageSize,
  unitsOf,
} from "~/features/actors/actors.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Listed = { validFrom: Date | null; validTo: Date | null; _count?: { tasks: number } };

const item = <T extends Listed>({ validFrom, validTo, _count, ...facts }: T) => ({
  ...facts,
  span: { from: isoDay(validFrom), to: isoDay(validTo) },
  tasks: _count?.tasks ?? 0,
});

/**
 * One page of the actors by their tier, each with its units, and on the first page those that have ended; `next` is
 * where the next page begins. A search finds an actor by its own names or a unit's.
 */
export async function actorsView(
  db: RegionDb,
  { today, after, search }: { today: string; after: string | null; search: string },
) {
  const day = new Date(today);
  const found = await actorsPage(db, { day, after, search });
  const page = found.slice(0, pageSize).map(item);
  const units = await unitsOf(
    db,
    page.map(({ id }) => id),
    day,
  );
  const actors = page.map((actor) => ({
    ...actor,
    units: units.filter(({ parentId }) => parentId === actor.id).map(item),
  }));
  return {
    tiers: actorTiers
      .map((tier) => ({ tier, actors: actors.filter((actor) => actor.tier === tier) }))
      .filter((each) => each.actors.length > 0),
    ended: after === null ? (await endedActors(db, day, search)).map(item) : [],
    counts: await countActors(db, day),
    shown: actors.length,
    next: found.length > pageSize ? (actors.at(-1)?.id ?? null) : null,
  };
}

export type ActorsView = Awaited<ReturnType<typeof actorsView>>;

/** The table of actors as it stands in a plan document: who, role, responsibility, tasks. */
export async function actorsInPlanView(db: RegionDb, today: string) {
  return actorsForPlan(db, new Date(today));
}

export type PlanActor = Awaited<ReturnType<typeof actorsInPlanView>>[number];

/** What the form of an actor chooses from: those it can be a unit of. */
export async function parentChoices(db: RegionDb, id: string | null) {
  const actors = await allActors(db);
  const hasUnits = id !== null && actors.some(({ parentId }) => parentId === id);
  return {
    hasUnits,
    parents: actors
      .filter((actor) => actor.parentId === null && actor.id !== id)
      .map((actor) => ({ id: actor.id, name: actor.name })),
  };
}

/** An actor as its form needs it; null for an id that is none. */
export async function actorToEdit(db: RegionDb, id: string) {
  const actor = await findActor(db, id);
  return actor && { actor, ...(await parentChoices(db, id)) };
}
