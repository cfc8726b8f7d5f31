import type { RegionDb } from "~/platform/db/region-db.server";

const shown = {
  id: true,
  itemId: true,
  position: true,
  name: true,
  link: true,
  open: true,
  file: { select: { id: true, type: true, size: true } },
} as const;

export async function papersOfEvent(db: RegionDb, eventId: string, where: { open?: true } = {}) {
  return db.paper.findMany({
    where: { eventId, ...where },
    select: shown,
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

/** The items of the programme that a paper may belong to, in their order. */
export async function itemsOf(db: RegionDb, eventId: string) {
  return db.programmeItem.findMany({
    where: { eventId },
    select: { id: true, title: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: 200,
  });
}

export async function findPaper(db: RegionDb, eventId: string, id: string) {
  return db.paper.findFirst({ where: { eventId, id }, select: { ...shown, fileId: true, eventId: true } });
}

/** A paper that is a file, with what is sent of it and how its event stands. */
export async function paperToSend(db: RegionDb, id: string) {
  return db.paper.findFirst({
    where: { id, fileId: { not: null } },
    select: {
      eventId: true,
      name: true,
      open: true,
      event: { select: { state: true, open: true } },
      file: { select: { id: true, type: true, size: true, hash: true } },
    },
  });
}

export async function contentOf(db: RegionDb, fileId: string) {
  return db.storedFile.findFirst({ where: { id: fileId }, select: { content: true } });
}

export async function standsInvited(db: RegionDb, eventId: string, personId: string): Promise<boolean> {
  const found = await db.invitation.findFirst({
    where: { eventId, personId, withdrawnAt: null },
    select: { id: true },
  });
  return found !== null;
}

/** The event of an invitation that stands, or of somebody who has a place; null else. */
export async function eventOfInvitation(db: RegionDb, id: string) {
  return db.invitation.findFirst({ where: { id, withdrawnAt: null }, select: { eventId: true } });
}

export async function eventOfRegistration(db: RegionDb, id: string) {
  return db.registration.findFirst({ where: { id, state: "registered" }, select: { eventId: true } });
}

/** Holds an event until the transaction ends, so that two who change its papers go one after the other; false for none. */
export async function holdEventOf(db: RegionDb, eventId: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`SELECT 1 FROM event WHERE id = ${eventId}::uuid FOR UPDATE`;
  return rows.length > 0;
}

/** How many papers an event has, and the place of the last. */
export async function countPapers(db: RegionDb, eventId: string) {
  const { _max, _count } = await db.paper.aggregate({ where: { eventId }, _max: { position: true }, _count: true });
  return { count: _count, last: _max.position ?? 0 };
}

export type NewFile = {
  id: string;
  name: string;
  type: string;
  size: number;
  hash: string;
  content: Uint8Array<ArrayBuffer> | null;
};

export async function createFiles(db: RegionDb, files: NewFile[]): Promise<void> {
  await db.storedFile.createMany({ data: files });
}

export type NewPaper = {
  id: string;
  eventId: string;
  itemId: string | null;
  position: number;
  name: string;
  link: string;
  fileId: string | null;
  open: boolean;
};

export async function createPapers(db: RegionDb, papers: NewPaper[]): Promise<void> {
  await db.paper.createMany({ data: papers });
}

export async function updatePaper(
  db: RegionDb,
  id: string,
  data: { name?: string; open?: boolean; itemId?: string | null; position?: number; link?: string },
): Promise<void> {
  await db.paper.updateMany({ where: { id }, data: data as never });
}

export async function deletePaper(db: RegionDb, id: string): Promise<void> {
  await db.paper.deleteMany({ where: { id } });
}

/** Deletes a file that no paper names any longer; false while one does. */
export async function deleteUnusedFile(db: RegionDb, id: string): Promise<boolean> {
  const { count } = await db.storedFile.deleteMany({ where: { id, papers: { none: {} } } });
  return count > 0;
}
