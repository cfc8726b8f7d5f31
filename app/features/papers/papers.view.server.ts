import { endingOf, kindOf } from "~/domain/papers/paper-type";
import { openLink } from "~/features/auth/links.server";
import { eventOfInvitation, eventOfRegistration, itemsOf, papersOfEvent } from "~/features/papers/papers.db.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

/**
 * The papers of an event as its pages show them, in their order: all, for those who are invited or have a place, or the
 * open ones (`openOnly`), for everybody. Those of an item of the programme carry its `itemId`.
 */
export async function papersOf(db: RegionDb, eventId: string, { openOnly = false }: { openOnly?: boolean } = {}) {
  const papers = await papersOfEvent(db, eventId, openOnly ? { open: true } : {});
  return papers.map(({ id, name, link, open, itemId, file }) => ({
    id,
    name,
    open,
    itemId,
    /** Where a paper that is a link leads; empty for a file. */
    link,
    file: file && { kind: kindOf(file.type), ending: endingOf(file.type), size: file.size },
    /** What an edit was made from. */
    stamp: stampOf({ name, link, open, itemId }),
  }));
}

/** What somebody finds by the link of an invitation that stands; nothing by another. */
export async function papersByInvitation(regionId: string, token: string, now: Date) {
  return withRegion({ regionId, personId: null, via: "link" }, async (db) => {
    const link = await openLink(db, token, "answer", now);
    const invitation = link && (await eventOfInvitation(db, link.subjectId));
    return invitation ? papersOf(db, invitation.eventId) : [];
  });
}

/** What somebody who has a place may read, by the link of her registration; none for a link that is not hers. */
export async function papersByRegistration(db: RegionDb, token: string, now: Date) {
  const link = await openLink(db, token, "registration", now);
  const registration = link && (await eventOfRegistration(db, link.subjectId));
  return registration ? papersOf(db, registration.eventId) : [];
}

/** What of a paper can be edited, as one text. */
export function stampOf(paper: { name: string; link: string; open: boolean; itemId: string | null }): string {
  return JSON.stringify([paper.name, paper.link, paper.open, paper.itemId]);
}

/** The same with the items of the programme they may belong to, for the page where they are kept. */
export async function papersPage(db: RegionDb, eventId: string) {
  return { papers: await papersOf(db, eventId), items: await itemsOf(db, eventId) };
}

export type PaperShown = Awaited<ReturnType<typeof papersOf>>[number];
export type PapersPage = Awaited<ReturnType<typeof papersPage>>;
