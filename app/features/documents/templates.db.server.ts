import type { TemplateKind } from "~/domain/documents/template-fields";
import type { RegionDb } from "~/platform/db/region-db.server";

const shown = {
  ...{ id: true, kind: true, bodyId: true, name: true, updatedAt: true },
  body: { select: { id: true, name: true } },
  file: { select: { id: true, size: true, hash: true } },
} as const;

/** The region's templates, by kind; that for all bodies before those of one. */
export async function listTemplates(db: RegionDb) {
  return db.documentTemplate.findMany({
    select: shown,
    orderBy: [{ kind: "asc" }, { bodyId: { sort: "asc", nulls: "first" } }, { id: "asc" }],
    take: 200,
  });
}

export async function findTemplate(db: RegionDb, id: string) {
  return db.documentTemplate.findFirst({ where: { id }, select: shown });
}

/** The template of a kind that was made for just this body, or for all where that is null. */
export async function templateOf(db: RegionDb, kind: TemplateKind, bodyId: string | null) {
  return db.documentTemplate.findFirst({ where: { kind, bodyId }, select: shown, orderBy: { id: "asc" } });
}

export async function templateContent(db: RegionDb, fileId: string) {
  return db.storedFile.findFirst({ where: { id: fileId }, select: { id: true, content: true } });
}

/** The bodies a template may be for. */
export async function bodiesForTemplates(db: RegionDb) {
  return db.governingBody.findMany({
    select: { id: true, name: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: 200,
  });
}

type NewFile = {
  id: string;
  name: string;
  type: string;
  size: number;
  hash: string;
  content: Uint8Array<ArrayBuffer> | null;
};

export async function createTemplateFile(db: RegionDb, file: NewFile): Promise<void> {
  await db.storedFile.create({ data: file });
}

export async function createTemplate(
  db: RegionDb,
  data: { kind: TemplateKind; bodyId: string | null; name: string; fileId: string },
): Promise<string> {
  return (await db.documentTemplate.create({ data, select: { id: true } })).id;
}

export async function updateTemplate(db: RegionDb, id: string, data: { name: string; fileId: string }): Promise<void> {
  await db.documentTemplate.updateMany({ where: { id }, data });
}

export async function deleteTemplate(db: RegionDb, id: string): Promise<void> {
  await db.documentTemplate.deleteMany({ where: { id } });
}

/** Removes a file that no template names any longer. */
export async function deleteTemplateFile(db: RegionDb, id: string): Promise<void> {
  await db.storedFile.deleteMany({ where: { id, templates: { none: {} } } });
}
