import type { Words } from "~/domain/newsletters/words";
import type { IssueItemKind } from "~/features/newsletters/issues.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

const shown = {
  ...{ id: true, position: true, kind: true, sourceId: true, included: true, heading: true, body: true, link: true },
  ...{ linkLabel: true, imageId: true, imageAlt: true, version: true },
  image: { select: { id: true, name: true, type: true } },
  actor: { select: { id: true, name: true, shortName: true } },
} as const;

/** The pieces of an issue in their order. */
export async function itemsOfIssue(db: RegionDb, issueId: string) {
  const found = await db.issueItem.findMany({
    where: { issueId },
    select: shown,
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: 500,
  });
  return found.map(({ heading, body, linkLabel, imageAlt, ...item }) => ({
    ...item,
    heading: heading as Words,
    body: body as Words,
    linkLabel: linkLabel as Words,
    imageAlt: imageAlt as Words,
  }));
}

export type StoredItem = Awaited<ReturnType<typeof itemsOfIssue>>[number];

export type NewItem = {
  kind: IssueItemKind;
  sourceId: string | null;
  included: boolean;
  heading: Words;
  body: Words;
  link: string;
  linkLabel: Words;
  actorId: string | null;
};

/** Adds pieces after those that are there, the first at this position. */
export async function createItems(db: RegionDb, issueId: string, first: number, items: NewItem[]): Promise<number> {
  const { count } = await db.issueItem.createMany({
    data: items.map((item, index) => ({ issueId, position: first + index, ...item })),
    skipDuplicates: true,
  });
  return count;
}
