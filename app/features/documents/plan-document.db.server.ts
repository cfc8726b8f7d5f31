import type { RegionDb } from "~/platform/db/region-db.server";

export async function listRegionAreas(db: RegionDb) {
  return db.priorityArea.findMany({ select: { id: true, number: true, name: true }, orderBy: { number: "asc" } });
}

export type RegionArea = Awaited<ReturnType<typeof listRegionAreas>>[number];
