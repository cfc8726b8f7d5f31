import { layoutWheel, type WheelPlan } from "~/domain/communications-plan/wheel";
import { type Drawing, drawWheel } from "~/domain/communications-plan/wheel-drawing";
import type { WheelRing } from "~/domain/communications-plan/wheel-rings";
import { compactSize, fullSize } from "~/domain/communications-plan/wheel-size";
import {
  lanesOf,
  listsOf,
  type RowYear,
  ringsOf,
  rowYear,
  type YearTime,
} from "~/domain/communications-plan/wheel-year";
import { planRowName } from "~/domain/responsibility/row-name";
import type { ShownChannel } from "~/features/communications-plan/channel-words";
import type { SelectedRow } from "~/features/communications-plan/plan-selection.view.server";
import { describeDay, monthNames, quoted } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";

/** The rows of a plan in one of its years. */
export type PlanYear = RowYear<SelectedRow>[];

export function yearOfRows(rows: readonly SelectedRow[], year: number, today: string): PlanYear {
  return rows.map((row) => rowYear(row, year, today));
}

export function channelRings(rows: PlanYear, channels: readonly ShownChannel[]): WheelRing[] {
  return ringsOf(rows, channels, ({ channelKey }) => channelKey, aboutRow);
}

/** A channel's words that are longer than this name the row; shorter ones, as "Webinar", need its theme. Letters. */
const naming = 22;

/** The name of a row in the lists: its channel, and its theme where that says only the kind. */
export function nameOfRow({ channel, theme }: Pick<SelectedRow, "channel" | "theme">): string {
  return channel.trim().length > naming ? channel.trim() : planRowName(channel, theme);
}

/** What stands on an arc whose ring says the channel. */
function aboutRow({ channel, theme }: SelectedRow): string {
  const about = theme.split("\n").find((line) => line.trim() !== "") ?? "";
  const name = about === "" || channel.trim().length > naming ? channel : about;
  return name.trim().replace(/[\s,;:.]+$/u, "");
}

export function wheelOf(
  rows: PlanYear,
  { plan, today, year, rings }: { plan: { from: string; to: string }; today: string; year: number; rings: WheelRing[] },
): WheelPlan {
  const { from, to } = plan;
  const band = lanesOf(rows, ({ channel }) => channel.trim());
  return { year, today, rings, band, span: { from, to }, other: m.plan_channel_other() };
}

/** The wheel for a page and for paper, everything named, and what there is to say of it. */
export function fullWheel(plan: WheelPlan, titles: ReadonlyMap<string, string>) {
  const layout = layoutWheel(plan, fullSize);
  const { rings, band, hand, folded, size } = layout;
  const today = hand !== null && plan.today !== null ? [describeDay(plan.today, false)] : [];
  return {
    drawing: drawWheel(layout, { months: monthNames().names, middle: [...today, String(plan.year)], titles }),
    facts: {
      rings: rings.map(({ name }) => name),
      folded,
      states: [...new Set(rings.flatMap(({ marks }) => marks.map(({ state }) => state)))],
      styles: band.map(({ style }) => style),
      hasHand: hand !== null,
      hasNumbers: size.numbers,
    },
  };
}

export type WheelFacts = ReturnType<typeof fullWheel>["facts"];

/** The same wheel for a small screen or a panel. */
export function compactWheel(plan: WheelPlan, titles: ReadonlyMap<string, string> = new Map()): Drawing {
  return drawWheel(layoutWheel(plan, compactSize), { months: monthNames().initials, middle: [], titles });
}

/** The year at a glance: its wheel, and how many rows and times stand where. */
export function yearNow(rows: PlanYear, input: Parameters<typeof wheelOf>[1]) {
  const { open, coming, done, past, undated } = listsOf(rows);
  const day = coming[0]?.time.from;
  return {
    year: input.year,
    drawing: compactWheel(wheelOf(rows, input)),
    rows: rows.length,
    dated: rows.filter(({ times }) => times.length > 0).length,
    ...{ open: open.length, coming: coming.length, over: done.length + past.length, undated: undated.length },
    /** The day the next times begin, and how many. */
    next: day === undefined ? null : { day, count: coming.filter(({ time }) => time.from === day).length },
  };
}

export type YearNow = ReturnType<typeof yearNow>;

/** A line of a list beside the wheel. */
export type WheelEntry = {
  /** What it has in common with its mark in the wheel. */
  key: string;
  row: string;
  number: number;
  title: string;
  /** Days in words, else the plan's own words. */
  when: string;
  /** Those responsible, as the plan names them. */
  who: string;
  /** What else is known: planned for a day, what became of it, why it was dropped. */
  note: string;
};

/** The year as lists, in words. What has no date is in its own list, those that are dropped or done in theirs. */
export function wheelLists(rows: PlanYear, year: number) {
  const { undated, elsewhere, ...times } = listsOf(rows);
  const entry = (row: SelectedRow, rest: Pick<WheelEntry, "key" | "when" | "note">): WheelEntry => ({
    ...{ row: row.id, number: row.number, title: nameOfRow(row) },
    ...{ who: row.names.join(", "), ...rest },
  });
  const dated = (list: (typeof times)["open"]) =>
    list.map(({ row, time }) =>
      entry(row, { key: time.key, when: describeSpan(time, year), note: noteOf(time, year) }),
    );
  const without = (state: "running" | "done" | "dropped") =>
    undated.flatMap(({ row, undated }) => {
      const when = row.words.trim() === "" ? m.plan_wheel_no_words() : quoted([row.words.trim()]);
      return undated.state === state ? [entry(row, { key: `${row.number}`, when, note: undated.reason })] : [];
    });
  return {
    open: dated(times.open),
    coming: dated(times.coming),
    undated: without("running"),
    done: [...dated(times.done), ...without("done")],
    past: dated(times.past),
    dropped: [...dated(times.dropped), ...without("dropped")],
    elsewhere,
  };
}

function noteOf({ state, note: { days, reason, title, ...note } }: YearTime, year: number): string {
  if (state === "dropped") return reason;
  const on = days.map((from) => describeSpan({ from, to: from }, year)).join(", ");
  if (note.state === "in-preparation") return m.plan_wheel_in_preparation();
  if (note.state === "planned") return on ? m.plan_wheel_planned_on({ days: on }) : m.plan_wheel_planned();
  return title || on;
}

/** Days in words, the year named where it is another: "26. mai", "1.–31. mai", "1. mai–30. juni". */
function describeSpan({ from, to }: { from: string; to: string }, year: number): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  const named = first !== String(year) || last !== String(year);
  if (from === to) return describeDay(from, named);
  if (from.slice(0, 7) !== to.slice(0, 7))
    return `${describeDay(from, named && first !== last)}–${describeDay(to, named)}`;
  const month = describeDay(to, named);
  return m.plan_wheel_days({ from: Number(from.slice(8)), to: month });
}
