import { lastDayOf } from "~/domain/actors/period";
import { isUuid } from "~/domain/shared/ids";
import { taskVersion } from "~/features/responsibility/keep-task.server";
import { priorityAreas } from "~/features/responsibility/responsibility.db.server";
import { actorChoices, findTask } from "~/features/responsibility/tasks.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What the form of a new task needs; `actor` is whose it may be, from the address. */
export async function newTaskView(db: RegionDb, { actor, today }: { actor: string | null; today: string }) {
  const actors = await actorChoices(db, today, isUuid(actor) ? actor : null);
  const known = actors.find(({ id }) => id === actor)?.id ?? "";
  const task = { id: null, version: "", name: "", actorId: known, areas: [] as string[], first: "", last: "" };
  return { task, actors, areas: await priorityAreas(db) };
}

/** A task as its form needs it; null when there is none. */
export async function taskView(db: RegionDb, { id, today }: { id: string; today: string }) {
  const found = await findTask(db, id);
  if (!found) return null;
  const { name, actorId, areas, span } = found;
  const days = { first: span.from ?? "", last: lastDayOf(span) ?? "" };
  const task = { id: found.id, version: taskVersion(found), name, actorId, areas, ...days };
  return { task, actors: await actorChoices(db, today, actorId), areas: await priorityAreas(db) };
}

export type TaskView = NonNullable<Awaited<ReturnType<typeof taskView>>> | Awaited<ReturnType<typeof newTaskView>>;
