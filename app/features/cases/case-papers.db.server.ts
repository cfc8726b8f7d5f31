import type { RegionDb } from "~/platform/db/region-db.server";

export type NewCasePaper = {
  id: string;
  caseId: string;
  position: number;
  name: string;
  link: string;
  fileId: string | null;
};

export async function copyPapers(db: RegionDb, papers: NewCasePaper[]): Promise<void> {
  await db.casePaper.createMany({ data: papers });
}

const shown = {
  id: true,
  caseId: true,
  position: true,
  name: true,
  link: true,
  fileId: true,
  file: { select: { id: true, type: true, size: true, hash: true } },
} as const;

/** The papers of cases, in their order. */
export async function papersOfCases(db: RegionDb, caseIds: string[]) {
  return db.casePaper.findMany({
    where: { caseId: { in: caseIds } },
    select: shown,
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

export async function findCasePaper(db: RegionDb, caseId: string, id: string) {
  return db.casePaper.findFirst({ where: { id, caseId }, select: shown });
}

export async function updateCasePaper(db: RegionDb, id: string, data: { name?: string; position?: number }) {
  await db.casePaper.updateMany({ where: { id }, data });
}

export async function deleteCasePaper(db: RegionDb, id: string): Promise<void> {
  await db.casePaper.deleteMany({ where: { id } });
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

export async function contentOf(db: RegionDb, fileId: string) {
  return db.storedFile.findFirst({ where: { id: fileId }, select: { content: true } });
}

/** Deletes a file that no case names any longer; false while one does: a case passed on shares its papers. */
export async function deleteUnusedFile(db: RegionDb, id: string): Promise<boolean> {
  const { count } = await db.storedFile.deleteMany({ where: { id, papers: { none: {} }, casePapers: { none: {} } } });
  return count > 0;
}

export async function caseOfPaper(db: RegionDb, id: string): Promise<string | null> {
  return (await db.casePaper.findFirst({ where: { id }, select: { caseId: true } }))?.caseId ?? null;
}
