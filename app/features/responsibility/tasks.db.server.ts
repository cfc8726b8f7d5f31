import { isoDay } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import { midnight } from "~/features/responsibility/responsibility.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A task with whose it is and its priority areas; null for an id that is none, or another region's. */
export async function findTask(db: RegionDb, id: string) {
  if (!isUuid(id)) return null;
  const task = await db.task.findFirst({
    where: { id },
    include: { actor: { select: { name: true } }, priorityAreas: { select: { priorityAreaId: true } } },
  });
  return (
    task && {
      ...{ id: task.id, name: task.name, actorId: task.actorId, actor: task.actor.name, position: task.position },
      span: { from: isoDay(task.validFrom), to: isoDay(task.validTo) },
      areas: task.priorityAreas.map(({ priorityAreaId }) => priorityAreaId).sort(),
    }
  );
}

/** The place of an actor's last task; -1 when it has none, null when there is no such actor. */
export async function lastTaskPlace(db: RegionDb, actorId: string): Promise<number | null> {
  const actor = await db.actor.findFirst({
    where: { id: actorId },
    select: { tasks: { select: { position: true }, orderBy: { position: "desc" }, take: 1 } },
  });
  return actor && (actor.tasks[0]?.position ?? -1);
}

/** How many of these ids are priority areas of the region. */
export async function knownAreas(db: RegionDb, ids: readonly string[]): Promise<number> {
  return ids.length === 0 ? 0 : db.priorityArea.count({ where: { id: { in: [...ids] } } });
}

export async function saveTask(
  db: RegionDb,
  id: string,
  task: {
    name: string;
    actorId: string;
    position: number;
    span: { from: string | null; to: string | null };
    areas: readonly string[];
  },
): Promise<void> {
  const { name, actorId, position, span, areas } = task;
  const days = { validFrom: span.from && midnight(span.from), validTo: span.to && midnight(span.to) };
  await db.task.updateMany({ where: { id }, data: { name, actorId, position, ...days } });
  await db.priorityAreaLink.deleteMany({ where: { taskId: id } });
  if (areas.length > 0)
    await db.priorityAreaLink.createMany({ data: areas.map((priorityAreaId) => ({ taskId: id, priorityAreaId })) });
}

/** The actors a task can belong to: those that have not ended by a day, and the one that has it. In the region's order. */
export async function actorChoices(db: RegionDb, day: string, own: string | null) {
  return db.actor.findMany({
    where: { OR: [{ validTo: null }, { validTo: { gt: midnight(day) } }, ...(own === null ? [] : [{ id: own }])] },
    select: { id: true, name: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}
