import { openSpan } from "~/domain/actors/period";
import { moved } from "~/domain/actors/rules";
import { findActor } from "~/features/actors/actors.db.server";
import { type ActorTask, createTask, deleteTask, saveTask, tasksOf } from "~/features/actors/tasks.db.server";
import { audit } from "~/features/audit/audit.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

type Refused<Reason extends string> = { ok: false; reason: Reason };
type Which = { actorId: string; id: string };

async function ownTask(db: RegionDb, { actorId, id }: Which): Promise<{ task: ActorTask; tasks: ActorTask[] } | null> {
  await lockRegion(db, "actors");
  const tasks = await tasksOf(db, actorId);
  const task = tasks.find((one) => one.id === id);
  return task ? { task, tasks } : null;
}

/** Adds a task after an actor's others. */
export async function addTask(
  db: RegionDb,
  { actorId, name }: { actorId: string; name: string },
): Promise<{ ok: true; id: string } | Refused<"not-found">> {
  await lockRegion(db, "actors");
  if (!(await findActor(db, actorId))) return { ok: false, reason: "not-found" };
  const position = Math.max(-1, ...(await tasksOf(db, actorId)).map((task) => task.position)) + 1;
  const { id } = await createTask(db, { actorId, name, position });
  await audit(db, { action: "created", subject: "task", id, after: { actorId, name, position } });
  return { ok: true, id };
}

/** Gives a task other words and another last day; null is none. */
export async function changeTask(
  db: RegionDb,
  { name, last, ...which }: Which & { name: string; last: string | null },
): Promise<{ ok: true } | Refused<"not-found" | "end-before-start">> {
  const own = await ownTask(db, which);
  if (!own) return { ok: false, reason: "not-found" };
  const { task } = own;
  const span = openSpan(task.span.from, last);
  if (!span.ok) return span;
  const { to } = span.span;
  if (task.name === name && task.span.to === to) return { ok: true };
  await saveTask(db, task.id, { name, to });
  const { actorId } = which;
  await audit(db, {
    action: "updated",
    subject: "task",
    id: task.id,
    before: { actorId, name: task.name, validTo: task.span.to },
    after: { actorId, name, validTo: to },
  });
  return { ok: true };
}

/** Moves a task a place up or down among those of its actor that have not ended by a day. */
export async function moveTask(
  db: RegionDb,
  { direction, today, ...which }: Which & { direction: "up" | "down"; today: string },
): Promise<{ ok: true } | Refused<"not-found" | "no-place">> {
  const own = await ownTask(db, which);
  if (!own) return { ok: false, reason: "not-found" };
  const ended = own.tasks.filter(({ span }) => span.to !== null && span.to <= today);
  const standing = own.tasks.filter((task) => !ended.includes(task)).map(({ id }) => id);
  const order = moved(standing, which.id, direction);
  if (!order) return { ok: false, reason: "no-place" };
  const places = new Map([...order, ...ended.map(({ id }) => id)].map((id, position) => [id, position]));
  for (const { id, position } of own.tasks) {
    const to = places.get(id) ?? position;
    if (to !== position) await saveTask(db, id, { position: to });
  }
  const { actorId, id } = which;
  const { name } = own.task;
  await audit(db, {
    action: "updated",
    subject: "task",
    id,
    before: { actorId, name, position: own.task.position },
    after: { actorId, name, position: places.get(id) ?? 0 },
  });
  return { ok: true };
}

/** Removes a task that was a slip. One that somebody has said a part in is ended instead. */
export async function removeTask(
  db: RegionDb,
  which: Which,
): Promise<{ ok: true } | Refused<"not-found"> | (Refused<"has-parts"> & { parts: number })> {
  const own = await ownTask(db, which);
  if (!own) return { ok: false, reason: "not-found" };
  const { task } = own;
  if (task.parts > 0) return { ok: false, reason: "has-parts", parts: task.parts };
  await deleteTask(db, task.id);
  await audit(db, {
    action: "removed",
    subject: "task",
    id: task.id,
    before: { actorId: which.actorId, name: task.name },
  });
  return { ok: true };
}
