import { isUuid } from "~/domain/shared/ids";
import type { RegionDb } from "~/platform/db/region-db.server";

const inOrder = [{ position: "asc" as const }, { id: "asc" as const }];

export type ProjectColumns = { number: string; name: string; focusAreaId: string | null };

/** The region's projects in order, with the focus area each belongs to and how many lines of accounts it has. */
export async function listProjects(db: RegionDb) {
  return db.project.findMany({
    orderBy: inOrder,
    include: {
      focusArea: { select: { id: true, name: true, area: { select: { plan: { select: { year: true } } } } } },
      _count: { select: { lines: true } },
    },
  });
}

export async function findProject(db: RegionDb, id: string) {
  if (!isUuid(id)) return null;
  return db.project.findFirst({ where: { id }, include: { _count: { select: { lines: true } } } });
}

/** The project that has a number already. */
export async function projectOfNumber(db: RegionDb, number: string) {
  return db.project.findFirst({ where: { number }, select: { id: true, name: true } });
}

export async function createProject(db: RegionDb, columns: ProjectColumns): Promise<string> {
  const last = await db.project.aggregate({ _max: { position: true } });
  const position = (last._max.position ?? -1) + 1;
  const { id } = await db.project.create({ data: { ...columns, position }, select: { id: true } });
  return id;
}

/** Changes a project that is still at `version`; false when somebody else was first. */
export async function saveProject(
  db: RegionDb,
  { id, version }: { id: string; version: number },
  change: ProjectColumns,
): Promise<boolean> {
  const { count } = await db.project.updateMany({
    where: { id, version },
    data: { ...change, version: version + 1 },
  });
  return count === 1;
}

export async function placeProject(db: RegionDb, id: string, position: number): Promise<void> {
  await db.project.updateMany({ where: { id }, data: { position } });
}

export async function deleteProject(db: RegionDb, id: string): Promise<void> {
  await db.project.deleteMany({ where: { id } });
}

/** The focus areas of the region's action plans, the newest plan first. */
export async function listFocusAreas(db: RegionDb) {
  return db.focusArea.findMany({
    orderBy: [{ area: { plan: { year: "desc" } } }, { area: { position: "asc" } }, ...inOrder],
    select: { id: true, name: true, area: { select: { plan: { select: { year: true } } } } },
  });
}
