import { type RegionDb, readRows } from "~/platform/db/region-db.server";

/** The region the database is open in, with everything it decides for itself. */
export async function findOwnRegion(db: RegionDb) {
  return db.region.findFirstOrThrow();
}

export type RegionRow = Awaited<ReturnType<typeof findOwnRegion>>;

type Changeable = Omit<RegionRow, "id" | "slug" | "zone" | "createdAt">;

export async function saveRegion(db: RegionDb, id: string, data: Partial<Changeable>): Promise<void> {
  await db.region.updateMany({ where: { id }, data });
}

/** Moves the moment the region's rules have something to do to this one, if it was later. */
export async function scheduleWake(db: RegionDb, at: Date): Promise<void> {
  await db.region.updateMany({ where: { automationAt: { gt: at } }, data: { automationAt: at } });
}

export async function priorityAreas(db: RegionDb) {
  return db.priorityArea.findMany({ select: { id: true, number: true, name: true }, orderBy: { number: "asc" } });
}

export async function createPriorityArea(db: RegionDb, data: { number: number; name: string }) {
  return db.priorityArea.create({ data });
}

export async function savePriorityArea(
  db: RegionDb,
  id: string,
  data: { number: number; name: string },
): Promise<void> {
  await db.priorityArea.updateMany({ where: { id }, data });
}

/** Whether the action plan of any year has this priority area. */
export async function hasActionPlan(db: RegionDb, priorityAreaId: string): Promise<boolean> {
  return (await db.actionArea.count({ where: { priorityAreaId } })) > 0;
}

export async function removePriorityArea(db: RegionDb, id: string): Promise<void> {
  await db.priorityArea.deleteMany({ where: { id } });
}

/** Messages in the outbox that a region on hold does not let go (M10). */
export async function countHeld(db: RegionDb): Promise<number> {
  return db.delivery.count({
    where: {
      state: "queued",
      kind: { notIn: ["sign-in", "role-invitation", "answer-confirmation", "subscription-confirmation"] },
    },
  });
}

/** What the frame around a page shows of its reader, and whether anything in the region waits for a yes of anybody. */
export type FrameFacts = {
  name: string | null;
  /** The number of the municipality she answers for. */
  ownMunicipality: string | null;
  invited: boolean;
  waits: { issues: boolean; invitations: boolean };
};

export async function frameFacts(
  db: RegionDb,
  of: { personId: string; municipalityId: string | null },
): Promise<FrameFacts> {
  const [found] = await readRows<Omit<FrameFacts, "waits"> & FrameFacts["waits"]>(db)`
    SELECT person.name, municipality.number AS "ownMunicipality",
      EXISTS (SELECT 1 FROM invitation i
        WHERE i.region_id = person.region_id AND i.person_id = person.id AND i.withdrawn_at IS NULL) AS invited,
      EXISTS (SELECT 1 FROM newsletter_issue WHERE state = 'approval') AS issues,
      EXISTS (SELECT 1 FROM automation_due WHERE state = 'waiting' AND kind = 'invitation') AS invitations
    FROM person
    LEFT JOIN region_municipality own
      ON own.region_id = person.region_id AND own.municipality_id = ${of.municipalityId}::uuid
    LEFT JOIN municipality ON municipality.id = own.municipality_id
    WHERE person.id = ${of.personId}::uuid`;
  if (!found)
    return { name: null, ownMunicipality: null, invited: false, waits: { issues: false, invitations: false } };
  const { issues, invitations, ...facts } = found;
  return { ...facts, waits: { issues, invitations } };
}
