import { isoDay } from "~/domain/shared/days";
import { dateOf } from "~/features/actors/actors.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** All tasks of an actor in their own order, those that have ended too, and how many parts are said of each. */
export async function tasksOf(db: RegionDb, actorId: string) {
  const tasks = await db.task.findMany({
    where: { actorId },
    select: {
      id: true,
      name: true,
      position: true,
      validFrom: true,
      validTo: true,
      _count: { select: { responsibilities: true } },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return tasks.map(({ validFrom, validTo, _count, ...task }) => ({
    ...task,
    span: { from: isoDay(validFrom), to: isoDay(validTo) },
    parts: _count.responsibilities,
  }));
}

export type ActorTask = Awaited<ReturnType<typeof tasksOf>>[number];

export async function createTask(db: RegionDb, data: { actorId: string; name: string; position: number }) {
  return db.task.create({ data, select: { id: true } });
}

export async function saveTask(
  db: RegionDb,
  id: string,
  data: { name?: string; position?: number; to?: string | null },
) {
  const { to, ...rest } = data;
  await db.task.updateMany({ where: { id }, data: { ...rest, ...(to !== undefined && { validTo: dateOf(to) }) } });
}

export async function deleteTask(db: RegionDb, id: string): Promise<void> {
  await db.task.deleteMany({ where: { id } });
}
