import {
  addMonths,
  daysOfMonth,
  type LaneCell,
  lanesOf,
  monthGrid,
  parseMonth,
  weekLanes,
} from "~/domain/communications-plan/month-grid";
import type { Occurrence } from "~/domain/communications-plan/occurrences";
import { addDays, daysBetween } from "~/domain/shared/days";
import { instantToLocal } from "~/domain/shared/local-time";
import { listEventsIn, listPublicationsIn } from "~/features/communications-plan/plan-calendar.db.server";
import { isFiltered } from "~/features/communications-plan/plan-query";
import {
  planSelection,
  type SelectedRow,
  type SelectionInput,
} from "~/features/communications-plan/plan-selection.view.server";
import { rowName } from "~/features/communications-plan/row-name";
import { holidaysIn } from "~/features/regions/holidays.view.server";
import { holidayWords } from "~/features/timing/holiday-words";
import type { RegionDb } from "~/platform/db/region-db.server";

export type DayState = "done" | "open" | "future" | "dropped";

/** An event or a publication on a day; `number` is that of the row it was made from, null for one of no row shown. */
export type CalendarThing = {
  kind: "event" | "publication";
  id: string;
  title: string;
  time: string | null;
  draft: boolean;
  number: number | null;
};

/** A row that names the day itself, with what was made from it that day. */
export type CalendarDate = { row: CalendarRow; state: DayState; time: string | null; made: CalendarThing[] };

export type CalendarRow = { id: string; number: number; name: string };

export type CalendarDay = {
  day: string;
  outside: boolean;
  /** The public holiday it is, in words. */
  holiday: string | null;
  /** School holidays and closed days; `shown` on the first day of each, and on the first of the month and each week. */
  free: { kind: "school" | "closed"; name: string; to: string; shown: boolean; begins: boolean }[];
  dates: CalendarDate[];
  things: CalendarThing[];
};

/** A window of more than one day. */
export type CalendarWindow = { row: CalendarRow; from: string; to: string; words: string; state: DayState };

/** No more windows than this are drawn over a month and under a week; the rest are named under the month. */
const mostLanes = 8;

/** A month of a plan: its days with what is on them, and the windows that are open in it. Null for no such plan. */
export async function planCalendar(db: RegionDb, input: SelectionInput & { month: string | null }) {
  const selection = await planSelection(db, input);
  if (!selection) return null;
  const { plan, plans, total, unread, filters, channels, options, rows, today } = selection;
  const month = parseMonth(input.month) ?? monthToOpen(plan, rows, today);
  const span = daysOfMonth(month);
  const weeks = monthGrid(month);
  const windows = windowsOf(rows, today);
  const isWhole = (one: CalendarWindow) => one.from <= span.from && one.to >= span.to;
  const whole = lanesOf(windows.filter(isWhole), month);
  const placed = lanesOf(
    windows.filter((one) => !isWhole(one)),
    month,
  );
  const [wide, narrow] = [whole, placed].map((all) => all.filter(({ lane }) => lane < mostLanes));
  const free = await holidaysIn(db, span);
  const all = await thingsIn(db, span, rows, !isFiltered(filters));
  const thingsOn = Map.groupBy(all, ({ day }) => day);
  const datesOn = Map.groupBy(datesOf(rows, today), ({ day }) => day);

  const dayOf = (day: string, at: number): CalendarDay => {
    if (!day.startsWith(month)) return { day, outside: true, holiday: null, free: [], dates: [], things: [] };
    const things = (thingsOn.get(day) ?? []).map(({ day: _, ...thing }) => thing);
    const dates = (datesOn.get(day) ?? []).map(({ day: _, ...date }) => ({
      ...date,
      made: things.filter(({ number }) => number === date.row.number),
    }));
    const told = new Set(dates.flatMap(({ made }) => made));
    return {
      day,
      outside: false,
      holiday: holidayWords(day),
      free: free
        .filter(({ from, to }) => from <= day && day <= to)
        .map(({ kind, name, from, to }) => {
          const begins = from === day || day === span.from;
          return { kind, name, to, shown: begins || at === 0, begins };
        }),
      dates,
      things: things.filter((thing) => !told.has(thing)),
    };
  };

  /** A window that goes on from the week before stands there `again`. */
  const seen = new Set<CalendarWindow>();
  const cellOf = (cell: LaneCell<CalendarWindow>) => {
    if ("day" in cell) return cell;
    const { span: window, ...rest } = cell;
    const again = seen.has(window);
    seen.add(window);
    return { window, again, ...rest };
  };

  const busy = busyMonths(rows);
  return {
    ...{ plan, plans, total, unread, filters, channels, options, today, month, shown: rows.length },
    /** The windows that are open in all its weeks, once. */
    whole: (wide ?? []).map(({ span: window }) => ({
      window,
      begins: window.from === span.from,
      ends: window.to === span.to,
    })),
    weeks: weeks.map((week) => ({
      week: week.week,
      days: week.days.map(dayOf),
      lanes: weekLanes(week, month, narrow ?? []).map((lane) => lane.map(cellOf)),
    })),
    /** The windows that found no room in the weeks. */
    more: [...whole, ...placed].filter(({ lane }) => lane >= mostLanes).map(({ span: window }) => window),
    isEmpty:
      whole.length + placed.length === 0 &&
      all.length === 0 &&
      !weeks.some(({ days }) => days.some((day) => datesOn.has(day))),
    /** The nearest month that has something of these rows, for an empty one. */
    nearest: busy.find((one) => one > month) ?? busy.findLast((one) => one < month) ?? null,
    months: monthsOf(plan, month).map((one) => ({ month: one, count: countIn(rows, one) })),
    /** Rows without a day or a window in words. */
    undated: rows.filter((row) => row.windows.length === 0 && row.became.length === 0).length,
    /** The plan that covers the month, when this one does not. */
    covering:
      span.to < plan.from || span.from > plan.to
        ? { here: false, other: plans.find(({ from, to }) => from <= span.to && to >= span.from)?.key ?? null }
        : { here: true, other: null },
    todaysPlan: plans.find(({ from, to }) => from <= today && today <= to)?.key ?? plan.key,
  };
}

export type CalendarView = NonNullable<Awaited<ReturnType<typeof planCalendar>>>;

/** Today's month where the plan covers it, else the first month of the plan that has something. */
function monthToOpen(plan: { from: string; to: string }, rows: readonly SelectedRow[], today: string): string {
  if (plan.from <= today && today <= plan.to) return today.slice(0, 7);
  const first = plan.from.slice(0, 7);
  return busyMonths(rows).find((month) => month >= first && month <= plan.to.slice(0, 7)) ?? first;
}

/** The months something of the rows begins or ends in, in order. */
function busyMonths(rows: readonly SelectedRow[]): string[] {
  const days = rows.flatMap(({ windows, became }) => [...windows, ...became].flatMap(({ from, to }) => [from, to]));
  return [...new Set(days.map((day) => day.slice(0, 7)))].sort();
}

function monthsOf(plan: { from: string; to: string }, shown: string): string[] {
  const [first, last] = [plan.from.slice(0, 7), plan.to.slice(0, 7)];
  const months: string[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months.includes(shown) ? months : [...months, shown].sort();
}

function countIn(rows: readonly SelectedRow[], month: string): number {
  const { from, to } = daysOfMonth(month);
  const touches = (one: { from: string; to: string }) => one.from <= to && one.to >= from;
  return rows.filter(({ windows, became }) => windows.some(touches) || became.some(touches)).length;
}

const asRow = (row: SelectedRow): CalendarRow => ({ id: row.id, number: row.number, name: rowName(row) });

function stateOf(row: SelectedRow, { from, to }: { from: string; to: string }, today: string): DayState {
  const own: Occurrence | undefined = row.occurrences.find((one) => one.from === from && one.to === to);
  if (own?.state === "dropped") return "dropped";
  if (own?.said && own.state === "done") return "done";
  if (to < today) return "done";
  return from <= today ? "open" : "future";
}

const windowsOf = (rows: readonly SelectedRow[], today: string): CalendarWindow[] =>
  rows.flatMap((row) =>
    row.windows
      .filter(({ from, to }) => from !== to)
      .map(({ from, to }) => {
        const state = stateOf(row, { from, to }, today);
        return { row: asRow(row), from, to, words: row.words, state };
      }),
  );

const datesOf = (rows: readonly SelectedRow[], today: string) =>
  rows.flatMap((row) =>
    row.windows
      .filter(({ from, to }) => from === to)
      .map(({ from, to, time }) => ({
        ...{ day: from, row: asRow(row), time: time ?? null, state: stateOf(row, { from, to }, today) },
      })),
  );

/** Events and publications, once for each of their days in the month; those of no row shown only when `others`. */
async function thingsIn(
  db: RegionDb,
  span: { from: string; to: string },
  rows: readonly SelectedRow[],
  others: boolean,
): Promise<(CalendarThing & { day: string })[]> {
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  const events = (await listEventsIn(db, span)).flatMap(({ startsAt, endsAt, zone, planRowId, state, ...event }) => {
    const starts = instantToLocal(startsAt.toISOString(), zone);
    const last = instantToLocal(endsAt.toISOString(), zone).date;
    const number = numbers.get(planRowId ?? "") ?? null;
    const days = Math.min(daysBetween(starts.date, last), 60) + 1;
    return Array.from({ length: days }, (_, at) => ({
      ...{ ...event, kind: "event" as const, day: addDays(starts.date, at), draft: state === "draft", number },
      time: at === 0 ? starts.time : null,
    }));
  });
  const publications = (await listPublicationsIn(db, span)).map(({ planRowId, ...publication }) => ({
    ...{ ...publication, kind: "publication" as const, draft: false, time: null },
    number: numbers.get(planRowId ?? "") ?? null,
  }));
  return [...events, ...publications].filter(
    ({ day, number }) => day >= span.from && day <= span.to && (others || number !== null),
  );
}
