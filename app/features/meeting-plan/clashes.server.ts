import type { Meeting } from "~/domain/bodies/meeting-plan";
import { type DayReason, reasonAgainst } from "~/domain/events/proposals";
import { minutesOf } from "~/domain/regions/clock-minutes";
import { instantToLocal } from "~/domain/shared/local-time";
import { heldInYear } from "~/features/meeting-plan/meeting-plan.db.server";
import { holidaysIn } from "~/features/regions/holidays.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

const dayEnds = 24 * 60;

/**
 * What stands against a body's meeting in a year: weekends, public holidays, July, Christmas, the week before Easter,
 * the region's own holidays, and what its members are asked to or anyone may come to at that time. The event that is
 * the very meeting does not stand against it.
 */
export async function clashesIn(
  db: RegionDb,
  { year, today }: { year: number; today: string },
): Promise<(meeting: Meeting) => DayReason | null> {
  const holidays = await holidaysIn(db, { from: `${year}-01-01`, to: `${year}-12-31` });
  const held = (await heldInYear(db, year, new Date(today))).map(({ startsAt, endsAt, zone, ...event }) => {
    const starts = instantToLocal(startsAt.toISOString(), zone);
    const ends = instantToLocal(endsAt.toISOString(), zone);
    return { ...event, starts, ends, from: minutesOf(starts.time) ?? 0, to: minutesOf(ends.time) ?? dayEnds };
  });
  const book = { holidays, easterClosed: true, busy: new Map<string, never>() };
  return (meeting) => {
    const reason = reasonAgainst(meeting.day, book);
    if (reason) return reason;
    const event = held.find(({ starts, ends, from, to, open, bodyId, bodyIds }) => {
      if (meeting.day < starts.date || meeting.day > ends.date) return false;
      const own = bodyId === meeting.bodyId;
      if (own && starts.date === meeting.day && from === meeting.from) return false;
      const begins = starts.date < meeting.day ? 0 : from;
      const ended = ends.date > meeting.day ? dayEnds : to;
      return (open || own || bodyIds.includes(meeting.bodyId)) && begins < meeting.to && meeting.from < ended;
    });
    return event ? { kind: "busy", title: event.title, people: 0 } : null;
  };
}
