import type { RegionDb } from "~/platform/db/region-db.server";

const facts = {
  id: true,
  title: true,
  kind: true,
  startsAt: true,
  endsAt: true,
  zone: true,
  recordingLink: true,
  recordingAt: true,
} as const;

/** Events everybody may see whose recording was published after a moment, the newest recording first. */
export async function recordingsSince(db: RegionDb, since: Date, take: number) {
  return db.event.findMany({
    where: { open: true, state: { in: ["published", "held"] }, recordingAt: { gt: since }, recordingLink: { not: "" } },
    select: facts,
    orderBy: [{ recordingAt: "desc" }, { id: "asc" }],
    take,
  });
}

/** Webinars of these actors that ended between two moments and have no published recording, the newest first. */
export async function unpublishedRecordings(
  db: RegionDb,
  { actorIds, from, until, take }: { actorIds: readonly string[]; from: Date; until: Date; take: number },
) {
  return db.event.findMany({
    where: {
      actorId: { in: [...actorIds] },
      kind: { in: ["webinar", "podcast_recording"] },
      state: { in: ["published", "held"] },
      endsAt: { gt: from, lte: until },
      recordingAt: null,
    },
    select: facts,
    orderBy: [{ endsAt: "desc" }, { id: "asc" }],
    take,
  });
}
