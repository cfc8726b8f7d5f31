import type { IssueItemKind } from "~/features/newsletters/issues.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import type { Prisma } from "../../../prisma/generated/client";

export async function createItem(
  db: RegionDb,
  item: { id: string; issueId: string; kind: IssueItemKind; position: number },
): Promise<void> {
  await db.issueItem.create({ data: item });
}

export async function updateItem(
  db: RegionDb,
  id: string,
  data: Prisma.IssueItemUncheckedUpdateManyInput,
): Promise<void> {
  await db.issueItem.updateMany({ where: { id }, data });
}

export async function deleteItem(db: RegionDb, id: string): Promise<void> {
  await db.issueItem.deleteMany({ where: { id } });
}

/** Who changed the words of an item last, when, and in which window of a browser; null where nobody has. */
export async function lastEditOf(db: RegionDb, issueId: string, itemId: string) {
  const rows = await db.$queryRaw<{ at: Date; name: string | null; writer: string | null }[]>`
    SELECT audit_event.at, person.name, audit_event.after ->> 'writer' AS writer
    FROM audit_event LEFT JOIN person ON person.id = audit_event.person_id
    WHERE subject_kind = 'newsletter-issue' AND subject_id = ${issueId}::uuid
      AND after ->> 'item' = ${itemId} AND after ->> 'words' IS NOT NULL
    ORDER BY audit_event.id DESC LIMIT 1`;
  return rows[0] ?? null;
}

/** An image or the logo of an issue, to be shown to those who write it. */
export async function findImage(db: RegionDb, issueId: string, id: string) {
  return db.storedFile.findFirst({
    where: {
      id,
      OR: [{ imageOf: { some: { issueId } } }, { logoOf: { some: { issues: { some: { id: issueId } } } } }],
    },
    select: { id: true, type: true, size: true, hash: true, content: true },
  });
}

/** Who a test of an issue goes to. */
export async function readerOf(db: RegionDb, personId: string) {
  return db.person.findFirst({ where: { id: personId }, select: { name: true, email: true } });
}
