import { isoDay } from "~/domain/shared/days";
import type { RegionDb } from "~/platform/db/region-db.server";

/** At most so many of each kind are put into an issue. */
const most = 40;

const eventFacts = {
  ...{ id: true, title: true, description: true, kind: true, state: true, startsAt: true, endsAt: true, zone: true },
  ...{ place: true, open: true, language: true, registration: true, attendanceWay: true, recordingLink: true },
  actorId: true,
} as const;

type Whom = { toContactPersons: boolean; toNetworkMembers: boolean; audienceId: string | null };

/**
 * Published events between two moments that are for everybody, or for those who get the newsletter: the nearest first.
 */
export async function comingEvents(db: RegionDb, { from, to, whom }: { from: Date; to: Date; whom: Whom }) {
  return db.event.findMany({
    where: {
      state: "published",
      startsAt: { gte: from, lt: to },
      OR: [
        { open: true },
        ...(whom.toContactPersons ? [{ audienceKind: "contact_persons" as const }] : []),
        ...(whom.toNetworkMembers ? [{ networkId: { not: null } }] : []),
        ...(whom.audienceId ? [{ audienceId: whom.audienceId }] : []),
      ],
    },
    select: eventFacts,
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: most,
  });
}

/** Events by their ids, with what an issue says of them now. */
export async function eventsByIds(db: RegionDb, ids: readonly string[]) {
  return db.event.findMany({ where: { id: { in: [...ids] } }, select: eventFacts });
}

export type SourceEvent = Awaited<ReturnType<typeof eventsByIds>>[number];

/** Networks everybody may see that came to be between two moments; those an import brought only where they are new. */
export async function networksSince(db: RegionDb, since: Date, until: Date) {
  const found = await db.$queryRaw<{ id: string; name: string; theme: string; benefit: string }[]>`
    SELECT id, name, theme, benefit FROM network
    WHERE open AND (imported IS NULL OR stage = 'new')
      AND id >= ${firstIdOf(since)}::uuid AND id < ${firstIdOf(until)}::uuid
    ORDER BY position, id LIMIT ${most}`;
  return found;
}

/** The least id that is made at a moment: the first 48 bits of a UUIDv7 are its milliseconds (RFC 9562, 5.7). */
function firstIdOf(at: Date): string {
  const millis = Math.max(0, at.getTime()).toString(16).padStart(12, "0");
  return `${millis.slice(0, 8)}-${millis.slice(8, 12)}-7000-8000-000000000000`;
}

/** What has been said elsewhere from a day to another, both inclusive, and everybody may see; the newest first. */
export async function publicationsBetween(db: RegionDb, from: string, to: string) {
  const found = await db.publication.findMany({
    where: { open: true, day: { gte: new Date(from), lte: new Date(to) } },
    select: { id: true, title: true, day: true, link: true, text: true, actorId: true },
    orderBy: [{ day: "desc" }, { id: "desc" }],
    take: most,
  });
  return found.map((one) => ({ ...one, day: isoDay(one.day) }));
}

/** What those who work with a newsletter have written for it and no issue that was sent has had, the oldest first. */
export async function unusedNotes(db: RegionDb, newsletterId: string) {
  return db.newsletterNote.findMany({
    where: { newsletterId, usedAt: null },
    select: { id: true, kind: true, heading: true, body: true, link: true, actorId: true },
    orderBy: { id: "asc" },
    take: most,
  });
}

/** What this newsletter has in an issue that was approved or sent, or in another that is being made: source ids. */
export async function toldSources(db: RegionDb, newsletterId: string, except: string): Promise<Set<string>> {
  const found = await db.issueItem.findMany({
    where: {
      sourceId: { not: null },
      included: true,
      kind: { not: "event" },
      issueId: { not: except },
      issue: { newsletterId, state: { not: "dropped" } },
    },
    select: { sourceId: true },
    orderBy: { id: "desc" },
    take: 2000,
  });
  return new Set(found.flatMap(({ sourceId }) => sourceId ?? []));
}

/** Marks these notes as used at a moment. */
export async function markNotesUsed(db: RegionDb, ids: readonly string[], now: Date): Promise<void> {
  await db.newsletterNote.updateMany({ where: { id: { in: [...ids] }, usedAt: null }, data: { usedAt: now } });
}
