import { openSpan } from "~/domain/actors/period";
import { addTask, removeTask } from "~/features/actors/change-tasks.server";
import { audit } from "~/features/audit/audit.server";
import { difference, versionOf } from "~/features/regions/region-version.server";
import type { TaskFields } from "~/features/responsibility/task-form.schema";
import { findTask, knownAreas, lastTaskPlace, saveTask } from "~/features/responsibility/tasks.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

type Refusal = { ok: false; reason: "no-such-actor" | "no-such-area" | "end-before-start" };

/** Makes a task, after the others of its actor. */
export async function makeTask(db: RegionDb, fields: TaskFields): Promise<{ ok: true; id: string } | Refusal> {
  const refusal = await refusalOf(db, fields);
  if (refusal) return refusal;
  const made = await addTask(db, { actorId: fields.actor, name: fields.name });
  if (!made.ok) return { ok: false, reason: "no-such-actor" };
  await keep(db, made.id, fields);
  return made;
}

/**
 * Changes a task that is still as the form showed it (`version`). One that goes to another actor comes after that
 * actor's others; what has been said of its parts stays.
 */
export async function changeTask(
  db: RegionDb,
  { id, ...fields }: TaskFields & { id: string },
): Promise<{ ok: true; id: string } | Refusal | { ok: false; reason: "not-found" | "changed-meanwhile" }> {
  await lockRegion(db, "actors");
  const task = await findTask(db, id);
  if (!task) return { ok: false, reason: "not-found" };
  if (taskVersion(task) !== fields.version) return { ok: false, reason: "changed-meanwhile" };
  const refusal = await refusalOf(db, fields);
  if (refusal) return refusal;
  await keep(db, id, fields);
  return { ok: true, id };
}

export type StoredTask = NonNullable<Awaited<ReturnType<typeof findTask>>>;

/** What a form was filled from, as a short text. */
export const taskVersion = ({ name, actorId, span, areas }: Omit<StoredTask, "id" | "actor" | "position">) =>
  versionOf({ name, actorId, span, areas });

/** Removes a task that was a slip. One in which somebody has said a part is ended instead. */
export async function removeTaskById(db: RegionDb, id: string) {
  const task = await findTask(db, id);
  return task ? removeTask(db, { actorId: task.actorId, id }) : ({ ok: false, reason: "not-found" } as const);
}

async function refusalOf(db: RegionDb, { actor, areas, first, last }: TaskFields): Promise<Refusal | null> {
  if (!openSpan(first, last).ok) return { ok: false, reason: "end-before-start" };
  if ((await lastTaskPlace(db, actor)) === null) return { ok: false, reason: "no-such-actor" };
  return (await knownAreas(db, areas)) === new Set(areas).size ? null : { ok: false, reason: "no-such-area" };
}

async function keep(db: RegionDb, id: string, fields: TaskFields): Promise<void> {
  const task = await findTask(db, id);
  const period = openSpan(fields.first, fields.last);
  if (!task || !period.ok) return;
  const facts = ({ name, actorId, span, areas }: Pick<StoredTask, "name" | "actorId" | "span" | "areas">) => ({
    ...{ name, actorId, validFrom: span.from, validTo: span.to, priorityAreas: [...new Set(areas)].sort() },
  });
  const wanted = { name: fields.name, actorId: fields.actor, span: period.span, areas: fields.areas };
  const change = difference(facts(task), facts(wanted));
  if (!change) return;
  const place = task.actorId === fields.actor ? task.position : ((await lastTaskPlace(db, fields.actor)) ?? -1) + 1;
  await saveTask(db, id, { ...wanted, areas: facts(wanted).priorityAreas, position: place });
  await audit(db, { action: "updated", subject: "task", id, ...change });
}
