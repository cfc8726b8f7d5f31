import { actorsPage, countActors, pageSize } from "~/features/actors/actors.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** One page of actors with their tasks, one a line in the database; `next` is where the next page begins. */
export async function actorsView(db: RegionDb, after: string | null) {
  const [found, total] = [await actorsPage(db, after), await countActors(db)];
  const actors = found.slice(0, pageSize).map(({ tasks, ...actor }) => ({
    ...actor,
    tasks: tasks.map(({ name }) => name),
  }));
  return { actors, total, next: found.length > pageSize ? (actors.at(-1)?.id ?? null) : null };
}

export type ActorsView = Awaited<ReturnType<typeof actorsView>>;
