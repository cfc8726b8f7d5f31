import { addDays, firstOfMonth } from "~/domain/shared/days";
import type { ShownChannel } from "~/features/communications-plan/channel-words";
import type { DueSpan } from "~/features/communications-plan/due-spans";
import { dueOf } from "~/features/communications-plan/plan-now.view.server";
import {
  type Became,
  planSelection,
  type SelectedRow,
  type SelectionInput,
} from "~/features/communications-plan/plan-selection.view.server";
import { rowName } from "~/features/communications-plan/row-name";
import type { RegionDb } from "~/platform/db/region-db.server";

type Span = { from: string; to: string };

/** A row that something must happen with, and the day it must. */
export type PlanDueItem = {
  id: string;
  icon: ShownChannel["icon"];
  number: number;
  name: string;
  /** The words of its timing as written. */
  words: string;
  meaning: string;
  responsible: string[];
  windows: Span[];
  day: string;
  kind: "planned" | "closes" | "opens";
  /** A date is set; the thing that is, when it is one that can be opened. */
  dated: boolean;
  became: Became | null;
  /** The day is one the plan itself names. */
  named: boolean;
  /** It is one of several times the words promise without saying when. */
  cadence: boolean;
  /** Somebody has said that it is planned or being prepared. */
  said: "planned" | "in-preparation" | null;
};

type FoundItem = Omit<PlanDueItem, "icon"> & { channelKey: string };

/** A time of a row that is over or to come: its days, or those of a part of the period. */
export type PlanDueTime = { id: string; number: number; name: string; from: string; to: string; responsible: string[] };

const latestPassed = 20;
const nextAfter = 10;

/**
 * What a plan says from today and so many days on, by the day something must happen: windows that close without a date
 * first. Then what passed without anything, and what comes after. Null for no such plan.
 */
export async function planDue(
  db: RegionDb,
  { days, allPassed, ...input }: SelectionInput & { days: DueSpan; allPassed: boolean },
) {
  const selection = await planSelection(db, input);
  if (!selection) return null;
  const { plan, plans, total, unread, filters, channels, options, rows, today } = selection;
  const until = addDays(today, days);
  const icons = new Map(channels.map(({ key, icon }) => [key, icon]));
  const due = [...windowsDue(rows, today, until), ...cadencesDue(rows, today, until)];
  const items = due
    .map(({ channelKey, ...item }): PlanDueItem => ({ ...item, icon: icons.get(channelKey) ?? "file" }))
    .sort((a, b) => compare(a.day, b.day));
  const isClosing = ({ kind, dated, named, day }: PlanDueItem) => kind === "closes" && !dated && !named && day <= until;
  const passed = timesOf(rows, ({ state }) => state === "passed").sort((a, b) => compare(b.to, a.to));
  return {
    ...{ plan, plans, total, unread, filters, channels, options, today, days, until, shown: rows.length },
    /** The axis of the windows: whole months. */
    period: { from: firstOfMonth(today), to: addDays(firstOfMonth(today, 4), -1) },
    closing: items.filter(isClosing),
    coming: items.filter((item) => !isClosing(item)),
    passed: allPassed ? passed : passed.slice(0, latestPassed),
    passedTotal: passed.length,
    after: afterwards(rows, until).slice(0, nextAfter),
    /** The plans that cover some of these days, beside this one. */
    others: plans.filter(({ id, from, to }) => id !== plan.id && from <= until && to >= today),
    isOver: plan.to < today,
    begins: plan.from > until ? plan.from : null,
  };
}

export type PlanDueView = NonNullable<Awaited<ReturnType<typeof planDue>>>;

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

function itemOf(row: SelectedRow) {
  return {
    ...{ id: row.id, number: row.number, name: rowName(row), channelKey: row.channelKey },
    ...{ words: row.words, meaning: row.meaning ?? row.words, responsible: row.names },
  };
}

function saidOf(row: SelectedRow, { from, to }: Span): PlanDueItem["said"] {
  const own = row.occurrences.find((one) => one.said && one.from === from && one.to === to);
  return own?.state === "planned" || own?.state === "in-preparation" ? own.state : null;
}

/** The rows whose windows or dates fall in the days, by the day something must happen. */
function windowsDue(rows: readonly SelectedRow[], today: string, until: string): FoundItem[] {
  return dueOf(rows, { today, until }).map(({ row, windows, day, kind, dated }) => ({
    ...itemOf(row),
    windows: windows.map(({ from, to }) => ({ from, to })),
    ...{ day, kind, dated, cadence: false },
    became: row.became.find(({ from, to }) => from === day && to >= today) ?? null,
    named: windows.some(({ from, to }) => from === to && from === day),
    said: windows.map((window) => saidOf(row, window)).find((one) => one !== null) ?? null,
  }));
}

/** The rows that promise something several times, where the time that is now has nothing yet. */
function cadencesDue(rows: readonly SelectedRow[], today: string, until: string): FoundItem[] {
  return rows.flatMap((row): FoundItem[] => {
    const hasSome = row.became.some(({ from, to }) => to >= today && from <= until);
    const empty = row.occurrences.find(
      ({ of, from, to, state }) =>
        of === "cadence" && from <= until && to >= today && ["coming", "open", "in-preparation"].includes(state),
    );
    if (!empty || hasSome || row.windows.some(({ from, to }) => to >= today && from <= until)) return [];
    const open = empty.from <= today;
    const { from, to } = empty;
    return [
      {
        ...itemOf(row),
        windows: [{ from, to }],
        ...{ day: open ? to : from, kind: open ? "closes" : "opens", dated: false, named: false, cadence: true },
        ...{ became: null, said: saidOf(row, empty) },
      },
    ];
  });
}

function timesOf(
  rows: readonly SelectedRow[],
  fits: (occurrence: SelectedRow["occurrences"][number]) => boolean,
): PlanDueTime[] {
  return rows.flatMap((row) =>
    row.occurrences
      .filter((occurrence) => occurrence.of !== "whole" && fits(occurrence))
      .map(({ from, to }) => ({
        ...{ id: row.id, number: row.number, name: rowName(row), from, to, responsible: row.names },
      })),
  );
}

/** What begins after a day, the first first. */
function afterwards(rows: readonly SelectedRow[], until: string): PlanDueTime[] {
  const times = timesOf(rows, ({ from, state }) => from > until && (state === "coming" || state === "planned"));
  return times.sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
}
