import type { Words } from "~/domain/newsletters/words";
import { isUuid } from "~/domain/shared/ids";
import type { RegionDb } from "~/platform/db/region-db.server";

export const notePageSize = 50;

const shown = {
  ...{ id: true, newsletterId: true, actorId: true, kind: true, heading: true, body: true, link: true, usedAt: true },
  ...{ version: true, createdAt: true },
  newsletter: { select: { id: true, name: true } },
  actor: { select: { id: true, name: true, parentId: true } },
} as const;

const asNote = <N extends { heading: unknown; body: unknown }>({ heading, body, ...note }: N) => ({
  ...note,
  heading: heading as Words,
  body: body as Words,
});

/** Fifty and one notes, those that wait first and then the newest. `before`: the id the last page ended with. */
export async function notePage(db: RegionDb, { used, before }: { used: boolean; before: string | null }) {
  const found = await db.newsletterNote.findMany({
    where: { usedAt: used ? { not: null } : null, ...(before && { id: { lt: before } }) },
    select: shown,
    orderBy: { id: "desc" },
    take: notePageSize + 1,
  });
  return found.map(asNote);
}

export async function countNotes(db: RegionDb) {
  const [waiting, used] = [
    await db.newsletterNote.count({ where: { usedAt: null } }),
    await db.newsletterNote.count({ where: { usedAt: { not: null } } }),
  ];
  return { waiting, used };
}

/** One note; null for an id that is none, or another region's. */
export async function findNote(db: RegionDb, id: string) {
  if (!isUuid(id)) return null;
  const found = await db.newsletterNote.findFirst({ where: { id }, select: shown });
  return found && asNote(found);
}

export type NoteColumns = {
  newsletterId: string;
  actorId: string;
  kind: "note" | "news";
  heading: Words;
  body: Words;
  link: string;
};

export async function createNote(db: RegionDb, columns: NoteColumns): Promise<{ id: string }> {
  return db.newsletterNote.create({ data: columns, select: { id: true } });
}

/** Saves a note that is still at this version and in no issue that was sent; false when somebody else was first. */
export async function saveNote(db: RegionDb, id: string, version: number, columns: NoteColumns): Promise<boolean> {
  const { count } = await db.newsletterNote.updateMany({
    where: { id, version, usedAt: null },
    data: { ...columns, version: version + 1 },
  });
  return count === 1;
}

export async function deleteNote(db: RegionDb, id: string): Promise<void> {
  await db.newsletterNote.deleteMany({ where: { id } });
}
