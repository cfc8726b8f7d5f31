import { audienceKey } from "~/domain/audiences/words";
import { type DayBook, openSlots, proposeDays, type Slot, type Span } from "~/domain/events/proposals";
import { addDays } from "~/domain/shared/days";
import { instantToLocal } from "~/domain/shared/local-time";
import type { Timing } from "~/domain/timing";
import { resolveMembers } from "~/features/audiences/audience.view.server";
import { meantAudience } from "~/features/audiences/meant-audience.view.server";
import {
  closedDays,
  eventsOfNetwork,
  eventsOfPeople,
  eventsOfRows,
  lastOfItsKind,
} from "~/features/events/busy-days.db.server";
import { againstWords, noDayWords } from "~/features/events/proposal-words";
import { describeDays } from "~/features/timing/day-words";
import { describeTiming } from "~/features/timing/describe-timing";
import type { RegionDb } from "~/platform/db/region-db.server";

/** So many are proposed at once, the first first. */
export const proposedAtMost = 24;

export type ToPropose = {
  /** What it is for: a plan row with the times that want a day, or a network with its cadence. */
  of: { planRowId: string; networkId: null; slots: Slot[] } | { planRowId: null; networkId: string; timing: Timing };
  title: string;
  whom: { audienceId: string | null; cell: string };
  /** ISO days, both inclusive. */
  span: Span;
  today: string;
};

type Shown = { title: string; startsAt: Date; endsAt: Date; zone: string };

/**
 * Days for the times of a plan row or a network in a span, away from what is closed and from what those it is for are
 * asked to already. Nothing is saved.
 */
export async function proposeDates(db: RegionDb, { of, title, whom, span, today }: ToPropose) {
  const between = {
    from: new Date(`${addDays(span.from, -1)}T00:00:00Z`),
    to: new Date(`${addDays(span.to, 2)}T00:00:00Z`),
  };
  const audience = await meantAudience(db, whom, new Date(today));
  const members = of.networkId ? await membersOf(db, of.networkId, new Date(today)) : [];
  const own = of.networkId ? await eventsOfNetwork(db, of.networkId, between) : [];
  const people = [...new Set([...audience.personIds, ...members])];
  const key = audienceKey(whom.cell);
  const alike = (await eventsOfRows(db, between)).filter(
    ({ planRow }) =>
      planRow.id === of.planRowId ||
      (whom.audienceId !== null && planRow.audienceId === whom.audienceId) ||
      (key !== "" && audienceKey(planRow.audience) === key),
  );
  const busy = new Map<string, { title: string; people: number }>();
  const see = (event: Shown, count: number) => {
    const { from, to } = daysOf(event);
    for (let day = from; day <= to; day = addDays(day, 1))
      if (count >= (busy.get(day)?.people ?? 0)) busy.set(day, { title: event.title, people: count });
  };
  for (const event of [...own, ...alike]) see(event, 0);
  for (const event of await eventsOfPeople(db, people, between)) see(event, event.people);
  const book: DayBook = { ...(await closedDays(db, span)), busy };
  const slots = "slots" in of ? of.slots : openSlots(of.timing, span, own.map(daysOf));
  const proposals = proposeDays(slots, span, book);
  const clock = clockOf(await lastOfItsKind(db, of));
  return {
    span,
    title,
    audience: {
      names: [...audience.audiences.map(({ name }) => name)],
      people: people.length,
      members: members.length > 0,
    },
    more: Math.max(0, proposals.length - proposedAtMost),
    proposals: proposals.slice(0, proposedAtMost).map(({ slot, day, against }) => ({
      key: `${slot.from}_${slot.to}`,
      words: slotWords(slot, span),
      day,
      start: slot.time ?? clock.start,
      minutes: clock.minutes,
      note: day === null ? noDayWords() : null,
      against: against.slice(0, reasonsAtMost).map(againstWords),
    })),
  };
}

export type ProposedDates = Awaited<ReturnType<typeof proposeDates>>;

const reasonsAtMost = 4;

async function membersOf(db: RegionDb, networkId: string, day: Date): Promise<string[]> {
  const { people, held, optedOut } = await resolveMembers(db, networkId, day);
  return [...people, ...held, ...optedOut].flatMap(({ personId }) => personId ?? []);
}

function daysOf({ startsAt, endsAt, zone }: Shown): Span {
  return {
    from: instantToLocal(startsAt.toISOString(), zone).date,
    to: instantToLocal(endsAt.toISOString(), zone).date,
  };
}

/** When and how long it was the last time; else two hours from nine. */
function clockOf(last: { startsAt: Date; endsAt: Date; zone: string } | null): { start: string; minutes: number } {
  const minutes = last ? Math.round((last.endsAt.getTime() - last.startsAt.getTime()) / 60_000) : 0;
  if (!last || minutes < 15 || minutes > 720) return { start: "09:00", minutes: 120 };
  return { start: instantToLocal(last.startsAt.toISOString(), last.zone).time, minutes };
}

function slotWords({ from, to, time }: Slot, span: Span): string {
  const window = { from, to, precision: "day" as const, ...(time && { time }) };
  const timing = { kind: "dated" as const, windows: [window], cadences: [], source: "" };
  return describeTiming(timing, { from: span.from, to: addDays(span.to, 366) }) ?? describeDays({ from, to });
}
