import { type DayReason, reasonAgainst } from "~/domain/events/proposals";
import { type SeriesRule, seriesDays } from "~/domain/events/series";
import { addDays } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import { instantToLocal } from "~/domain/shared/local-time";
import { resolveMembers } from "~/features/audiences/audience.view.server";
import { closedDays, eventsOfNetwork, eventsOfPeople } from "~/features/events/busy-days.db.server";
import { findToCopy, gatheringsOf, toldOf } from "~/features/events/copy-event.db.server";
import { timesOn } from "~/features/events/copy-event.server";
import { findFrame } from "~/features/events/event-frame.db.server";
import { localDay } from "~/features/events/event-times.server";
import { timesRefusal } from "~/features/events/event-words";
import { invitationsOf } from "~/features/events/events.db.server";
import { reasonWords } from "~/features/events/proposal-words";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The series an event belongs to; null for one that stands alone. */
export async function seriesOf(db: RegionDb, eventId: string): Promise<{ id: string } | null> {
  const event = isUuid(eventId) ? await findFrame(db, eventId) : null;
  return event?.seriesId ? { id: event.seriesId } : null;
}

/** The gatherings of a series as they are listed. */
export async function gatheringsView(db: RegionDb, seriesId: string) {
  const gatherings = await gatheringsOf(db, seriesId);
  return gatherings.map(({ startsAt, endsAt, _count, ...event }) => ({
    ...event,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    invited: _count.invitations,
  }));
}

export type Gathering = Awaited<ReturnType<typeof gatheringsView>>[number];

/** What would be cancelled with the rest of a series: how many gatherings, and how many people's calendars have one. */
export async function restView(db: RegionDb, rest: { id: string }[]) {
  const told = await toldOf(
    db,
    rest.map(({ id }) => id),
  );
  return { gatherings: rest.length, people: new Set([...told.values()].flat()).size };
}

/**
 * The days a rule gives for the gatherings after an event, each with what stands against it: that it cannot be held
 * then, a holiday, or that those it is for are asked to something else. Nothing is saved. Null for an event there is
 * not.
 */
export async function seriesDaysView(db: RegionDb, eventId: string, rule: SeriesRule, now: Date) {
  const event = isUuid(eventId) ? await findToCopy(db, eventId) : null;
  if (!event) return null;
  const first = instantToLocal(event.startsAt.toISOString(), event.zone).date;
  const { days, unread } = seriesDays(first, rule);
  const [from, last] = [days[0], days.at(-1)];
  if (!from || !last) return { days: [], unread };
  const span = { from, to: last };
  const between = { from: new Date(`${addDays(from, -1)}T00:00:00Z`), to: new Date(`${addDays(last, 2)}T00:00:00Z`) };
  const members = event.networkId ? await resolveMembers(db, event.networkId, localDay(now, event.zone)) : null;
  const people = new Set((await invitationsOf(db, event.id)).map(({ personId }) => personId));
  for (const { personId } of members?.people ?? []) if (personId) people.add(personId);
  const busy = new Map<string, { title: string; people: number }>();
  const see = (other: { title: string; startsAt: Date; endsAt: Date; zone: string }, count: number) => {
    const to = instantToLocal(other.endsAt.toISOString(), other.zone).date;
    for (let day = instantToLocal(other.startsAt.toISOString(), other.zone).date; day <= to; day = addDays(day, 1))
      if (count >= (busy.get(day)?.people ?? 0)) busy.set(day, { title: other.title, people: count });
  };
  if (event.networkId) for (const other of await eventsOfNetwork(db, event.networkId, between)) see(other, 0);
  for (const other of await eventsOfPeople(db, [...people], between)) see(other, other.people);
  const there = new Set(
    (event.seriesId ? await gatheringsOf(db, event.seriesId) : [])
      .filter(({ state }) => state !== "cancelled")
      .map(({ startsAt, zone }) => instantToLocal(startsAt.toISOString(), zone).date),
  );
  const book = { ...(await closedDays(db, span)), busy };
  return {
    days: days.map((day) => {
      const times = timesOn(event, day, now);
      const reason: DayReason | null = reasonAgainst(day, book);
      return {
        day,
        /** Why it cannot be held then. */
        refused: times.ok ? null : timesRefusal(times.reason),
        /** Whether the series has a gathering then already. */
        there: there.has(day),
        against: reason && reasonWords(reason),
      };
    }),
    unread,
  };
}

export type SeriesDay = NonNullable<Awaited<ReturnType<typeof seriesDaysView>>>["days"][number];
