import { type Cadence, parse } from "./parser";
import type { Precision, Term } from "./terms";
import type { Span } from "./words";

/** ISO dates, both inclusive; `time` is HH:MM when one is written. */
export type Window = { from: string; to: string; precision: Precision; time?: string };
export type Timing = {
  /** The text exactly as written. */
  source: string;
  kind: "dated" | "recurring" | "continuous" | "on-demand" | "mixed" | "unknown";
  /** Sorted by from, then to; no duplicates. */
  windows: Window[];
  /** In the order written. */
  cadences: Cadence[];
  /** The fragments that were not understood, in the order written. */
  unparsed: string[];
};
type Period = { from: string; to: string };
type Dates = { from: string; to: string };
/** Neighbouring terms that are one window, each with the year it is placed in. */
export type Placed = { term: Term; year: number }[];

const pad = (n: number) => String(n).padStart(2, "0");
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lastDay = (year: number, month: number) =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
const dayMs = 86_400_000;
const shift = (date: string, days: number) => iso(Date.parse(date) + days * dayMs);
/** Monday is 1. */
export const weekdayOf = (date: string) => new Date(date).getUTCDay() || 7;

function months(year: number, first: number, count: number): Dates {
  const last = first + count - 1;
  return { from: `${year}-${pad(first)}-01`, to: `${year}-${pad(last)}-${lastDay(year, last)}` };
}

/** ISO 8601: week 1 is the week that holds 4 January. */
function week(year: number, number: number): Dates | undefined {
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * dayMs + (number - 1) * 7 * dayMs;
  const thursday = iso(monday + 3 * dayMs);
  return thursday.startsWith(String(year)) ? { from: iso(monday), to: iso(monday + 6 * dayMs) } : undefined;
}

/** The dates of a unit in a year; undefined for what that year does not have (31 April, week 53). */
function datesOf({ unit }: Term, year: number): Dates | undefined {
  const n = unit.number;
  switch (unit.precision) {
    case "day": {
      const [from, to] = unit.days ?? [1, 1];
      const last = lastDay(year, n);
      if (from > last) return undefined;
      return { from: `${year}-${pad(n)}-${pad(from)}`, to: `${year}-${pad(n)}-${pad(Math.min(to, last))}` };
    }
    case "week":
      return week(year, n);
    case "month":
      return months(year, n, 1);
    case "season":
      if (n === 1) return { from: `${year - 1}-12-01`, to: months(year, 2, 1).to };
      return months(year, 3 * n - 3, 3);
    case "quarter":
      return months(year, 3 * n - 2, 3);
    case "tertial":
      return months(year, 4 * n - 3, 4);
    case "half-year":
      return months(year, 6 * n - 5, 6);
    case "year":
      return months(n, 1, 12);
  }
}

function yearsOf(period: Period): number[] {
  const years: number[] = [];
  const last = Math.min(Number(period.to.slice(0, 4)), 2199);
  for (let year = Math.max(Number(period.from.slice(0, 4)), 1900); year <= last; year++) years.push(year);
  return years;
}

/** Ties the terms of one chain together (rule 3), each in its year; a missing year is the one of the term before. */
function place(chain: Term[], yearOf: (term: Term) => number | undefined, fallback: number): Placed[] {
  const placed: Placed[] = [];
  for (const term of chain) {
    const last = placed.at(-1);
    const year = yearOf(term) ?? last?.at(-1)?.year ?? fallback;
    if (!last || !tie(last, term, year)) placed.push([{ term, year }]);
  }
  return placed;
}

/**
 * Makes `term` the end of `placed` if a range or two neighbours allow it. What crosses New Year begins in the year
 * it is placed in; a range whose only year is written at its end ends in that year.
 */
function tie(placed: Placed, term: Term, year: number): boolean {
  const last = placed.at(-1);
  if (!last || term.unit.precision !== last.term.unit.precision) return false;
  const written = term.years.length > 0;
  const shared = term.years === last.term.years;
  const moves = written ? (shared && term.join === "range" ? [0, -1] : [0]) : [0, 1];
  for (const move of moves) {
    const [back, ahead] = [Math.min(move, 0), Math.max(move, 0)];
    const before = datesOf(last.term, last.year + back);
    const after = datesOf(term, year + ahead);
    if (!before || !after) continue;
    const fits = term.join === "range" ? after.from > before.to : after.from === shift(before.to, 1);
    if (!fits) continue;
    for (const one of placed) one.year += back;
    placed.push({ term, year: year + ahead });
    return true;
  }
  return false;
}

function windowOf(placed: Placed, period: Period): Window | undefined {
  const [first, last] = [placed[0], placed.at(-1)];
  const start = first && datesOf(first.term, first.year);
  const end = last && datesOf(last.term, last.year);
  if (!start || !end) return undefined;
  const time = first.term.time ?? last.term.time;
  const window: Window = { from: start.from, to: end.to, precision: first.term.unit.precision, ...(time && { time }) };
  const { limit } = first.term;
  if (!limit) return window;
  const to = limit === "by" ? window.to : shift(window.from, -1);
  const newYear = `${to.slice(0, 4)}-01-01`;
  return { ...window, from: period.from > newYear && period.from <= to ? period.from : newYear, to };
}

/** Every time a chain is placed within a period: once for each of its years, or of the period's when it has none. */
export function placements(chain: Term[], period: Period): { placed: Placed[]; dated: boolean } {
  const rounds = Math.max(...chain.map((term) => term.years.length));
  const [first] = chain;
  if (!first) return { placed: [], dated: false };
  if (rounds === 0) {
    const dated = first.unit.precision === "year";
    const years = dated ? [first.unit.number] : yearsOf(period);
    return { placed: years.flatMap((year) => place(chain, () => undefined, year)), dated };
  }
  const placed: Placed[] = [];
  for (let round = 0; round < rounds; round++)
    placed.push(...place(chain, ({ years }) => years[Math.min(round, years.length - 1)], 0));
  return { placed, dated: true };
}

/** The windows of a chain, and what of it cannot be: a date that does not exist, a weekday that contradicts. */
function meaningOf(chain: Term[], period: Period): { windows: Window[]; wrong: Span[]; understood: boolean } {
  const [first, last] = [chain[0], chain.at(-1)];
  if (!first || !last) return { windows: [], wrong: [], understood: false };
  const { placed, dated } = placements(chain, period);
  const found = placed.flatMap((each) => windowOf(each, period) ?? []);
  if (found.length === 0 && (dated || yearsOf(period).length > 0)) {
    return { windows: [], wrong: [{ start: first.start, end: last.end }], understood: false };
  }
  const windows = dated ? found : found.filter(({ from, to }) => to >= period.from && from <= period.to);
  const { weekday } = first;
  const contradicts = weekday && windows.length > 0 && !windows.some(({ from }) => weekdayOf(from) === weekday.value);
  return { windows, wrong: contradicts ? [weekday] : [], understood: true };
}

/** A year at the end of a list belongs to every item without one (rule 2); then neighbours are put in chains. */
export function chainsOf(terms: Term[]): Term[][] {
  for (let at = terms.length - 2; at >= 0; at--) {
    const [term, next] = [terms[at], terms[at + 1]];
    if (term && next && term.years.length === 0 && next.join !== "none") {
      if (term.unit.precision !== "year") term.years = next.years;
    }
  }
  const chains: Term[][] = [];
  for (const term of terms) {
    const chain = chains.at(-1);
    const sameKind = chain?.[0]?.unit.precision === term.unit.precision;
    if (chain && sameKind && (term.join === "slash" || term.join === "range")) chain.push(term);
    else chains.push([term]);
  }
  return chains;
}

const key = ({ from, to, precision, time }: Window) => `${from} ${to} ${precision} ${time ?? ""}`;

/**
 * What a text about time means within a plan's period (ISO dates, inclusive). Never throws and never guesses: what is
 * not understood is in `unparsed`. Depends on nothing but its arguments.
 */
export function parseTiming(text: string, period: Period): Timing {
  const kinds = new Set<Timing["kind"]>();
  const cadences: Cadence[] = [];
  const fragments: Span[] = [];
  const terms: Term[] = [];
  for (const part of parse(text)) {
    if (part.is === "term") terms.push(part.term);
    else if (part.is === "fragment") fragments.push(part);
    else if (part.is === "cadence") {
      cadences.push(part.cadence);
      kinds.add("recurring");
    } else kinds.add(part.is);
  }
  const windows = new Map<string, Window>();
  for (const chain of chainsOf(terms)) {
    const meaning = meaningOf(chain, period);
    for (const window of meaning.windows) windows.set(key(window), window);
    fragments.push(...meaning.wrong);
    if (meaning.understood) kinds.add("dated");
  }
  const [kind] = kinds;
  return {
    source: text,
    kind: kinds.size > 1 ? "mixed" : (kind ?? "unknown"),
    windows: [...windows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, window]) => window),
    cadences,
    unparsed: fragments.sort((a, b) => a.start - b.start).map(({ start, end }) => text.slice(start, end)),
  };
}
