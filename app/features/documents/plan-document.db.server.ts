import type { RegionDb } from "~/platform/db/region-db.server";

/** The text of a plan: its introduction and its sections in their order, Markdown. */
export async function planText(db: RegionDb, planId: string) {
  const plan = await db.communicationsPlan.findFirst({
    where: { id: planId },
    select: {
      introduction: true,
      sections: { select: { heading: true, body: true }, orderBy: [{ position: "asc" }, { id: "asc" }] },
    },
  });
  return plan ?? { introduction: "", sections: [] };
}

export type PlanText = Awaited<ReturnType<typeof planText>>;

export async function listRegionAreas(db: RegionDb) {
  return db.priorityArea.findMany({ select: { id: true, number: true, name: true }, orderBy: { number: "asc" } });
}

export type RegionArea = Awaited<ReturnType<typeof listRegionAreas>>[number];
