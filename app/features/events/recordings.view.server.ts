import { recordingsSince, unpublishedRecordings } from "~/features/events/recordings.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

const days = (count: number) => count * 24 * 3_600_000;

/** The published recording of an event; null while there is none. */
export function recordingOf(event: { recordingLink: string; recordingAt: Date | null }) {
  return event.recordingAt && event.recordingLink
    ? { link: event.recordingLink, at: event.recordingAt.toISOString() }
    : null;
}

export type RecordingFacts = NonNullable<ReturnType<typeof recordingOf>>;

/** Recordings of open events that were published after a moment, the newest first, at most a hundred. */
export async function publishedRecordings(db: RegionDb, since: Date) {
  const events = await recordingsSince(db, since, 100);
  return events.flatMap(({ recordingLink, recordingAt, ...event }) => {
    const recording = recordingOf({ recordingLink, recordingAt });
    return recording ? [{ ...shown(event), recording }] : [];
  });
}

export type PublishedRecording = Awaited<ReturnType<typeof publishedRecordings>>[number];

/** Webinars and podcasts of these actors in the last sixty days whose recording nobody has published, the newest first. */
export async function recordingsToPublish(db: RegionDb, { actorIds, now }: { actorIds: readonly string[]; now: Date }) {
  const from = new Date(now.getTime() - days(60));
  const events = await unpublishedRecordings(db, { actorIds, from, until: now, take: 20 });
  return events.map(({ recordingLink, recordingAt: _, ...event }) => ({
    ...shown(event),
    hasLink: recordingLink !== "",
  }));
}

function shown({
  id,
  title,
  kind,
  zone,
  startsAt,
  endsAt,
}: {
  id: string;
  title: string;
  kind: string;
  zone: string;
  startsAt: Date;
  endsAt: Date;
}) {
  return { id, title, kind, zone, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}
