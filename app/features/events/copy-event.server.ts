import { clockAt, minutesAfter } from "~/domain/events/programme";
import { judgeTimes, type TimesVerdict } from "~/domain/events/times";
import { addDays, daysBetween, isoDay } from "~/domain/shared/days";
import { instantToLocal, localToInstant } from "~/domain/shared/local-time";
import { audit } from "~/features/audit/audit.server";
import { createCopy, findToCopy, type ToCopy } from "~/features/events/copy-event.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

export type CopyResult = { ok: true; id: string } | Extract<TimesVerdict, { ok: false }>;

/** When a copy of an event on a day would be: at the same times on the wall's clock. */
export function timesOn(event: Pick<ToCopy, "startsAt" | "endsAt" | "zone">, date: string, now: Date): TimesVerdict {
  const starts = instantToLocal(event.startsAt.toISOString(), event.zone);
  const ends = instantToLocal(event.endsAt.toISOString(), event.zone);
  const end = clockAt({ date, time: starts.time }, minutesAfter(starts, ends));
  const times = { date, start: starts.time, end: end.time, endDate: end.date };
  return judgeTimes(times, event.zone, now.toISOString());
}

/**
 * Makes an event once more on another day, as a draft nobody is told of: its facts, programme, organisers, areas,
 * registration, questions, reminders, and papers that are links; not its invitations, answers and files. Days to
 * answer and register by keep their distance to it.
 */
export async function copyEvent(
  db: RegionDb,
  input: { from: ToCopy; date: string; title?: string; seriesId: string | null; responsibleId: string; now: Date },
): Promise<CopyResult> {
  const { from, date, seriesId, now } = input;
  const times = timesOn(from, date, now);
  if (!times.ok) return times;
  const first = instantToLocal(from.startsAt.toISOString(), from.zone).date;
  const moved = (day: string) => addDays(date, daysBetween(first, day));
  const id = newId();
  await createCopy(
    db,
    {
      id,
      seriesId,
      title: input.title ?? from.title,
      startsAt: times.startsAt,
      endsAt: times.endsAt,
      replyBy: from.replyBy && new Date(moved(isoDay(from.replyBy))),
      registerBy: from.registerBy && movedInstant(from.registerBy, from.zone, moved),
      responsibleId: from.responsibleId ?? input.responsibleId,
      ...copied(from),
    },
    from,
    newId,
  );
  await audit(db, {
    action: "created",
    subject: "event",
    id,
    after: { copyOf: from.id, startsAt: times.startsAt, endsAt: times.endsAt, ...(seriesId && { seriesId }) },
  });
  return { ok: true, id };
}

/** The event as it is copied; null when there is none. */
export async function eventToCopy(db: RegionDb, id: string): Promise<ToCopy | null> {
  return findToCopy(db, id);
}

/** The same clock on the moved day; where the clock skips it, as far from the start as it was. */
function movedInstant(at: Date, zone: string, moved: (day: string) => string): Date | null {
  const { date, time } = instantToLocal(at.toISOString(), zone);
  const there = localToInstant(moved(date), time, zone);
  return there.ok ? new Date(there.instant) : null;
}

function copied(from: ToCopy) {
  const { planRowId, networkId, actorId, kind, description, zone, place, link, language, joinLink, open } = from;
  const { audienceKind, audienceId, registration, capacity, capacityOnline, attendanceWay, offerHours } = from;
  const { asksNeeds, callsDeputies, asksFeedback, givesCertificate } = from;
  return {
    ...{ planRowId, networkId, actorId, kind, description, zone, place, link, language, joinLink, open },
    audienceKind: audienceKind === "body_members" ? null : audienceKind,
    ...{ audienceId, registration, capacity, capacityOnline, attendanceWay, offerHours },
    ...{ asksNeeds, callsDeputies, asksFeedback, givesCertificate },
  };
}
