import { chainsOf, type Placed, parseTiming, placements, weekdayOf } from "./meaning";
import { type Part, parse } from "./parser";
import type { Term } from "./terms";
import { monthForms, type Span, type Token } from "./words";

type Period = { from: string; to: string };
type Edit = Span & { text: string };
type Day = { year: number; month: number; day: number };

/** The years the grammar knows. */
const [firstYear, lastYear] = [1900, 2199];
const dayMs = 86_400_000;
const yearOf = (day: string) => Number(day.slice(0, 4));
const pad = (n: number) => String(n).padStart(2, "0");
const timeOf = ({ year, month, day }: Day) => Date.UTC(year, month - 1, day);
const dayAt = (time: number): Day => {
  const date = new Date(time);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};
const weekday = (day: Day) => weekdayOf(new Date(timeOf(day)).toISOString().slice(0, 10));

/**
 * The words of a plan's row for another period. Years move by the distance between the periods' first years; a date goes
 * to the nearest day of that year that is the same weekday, a range of days as a whole. All else stays as it is written.
 * `changed` says whether anything is; `unsure` names, as they stood, the words that may mean a year or a day and were left
 * alone, or whose meaning the new period does not have. Never throws.
 */
export function carryTiming(
  text: string,
  from: Period,
  to: Period,
): { text: string; changed: boolean; unsure: string[] } {
  const by = yearOf(to.from) - yearOf(from.from);
  if (!by) return { text, changed: false, unsure: [] };
  const parts = parse(text);
  const fixed = titleYears(parts, text);
  const chains = chainsOf(parts.flatMap((part) => (part.is === "term" ? [part.term] : [])));
  const terms = chains.flat();
  const unsure: Span[] = [...fixed.map(({ span }) => span)];
  for (const part of parts) if (part.is === "fragment" && isNumbered(text, part, unsure)) unsure.push(part);

  const edits = new Map<number, Edit>();
  for (const term of terms) {
    if (fixed.some((one) => one.term === term)) continue;
    for (const token of term.yearTokens ?? []) {
      if (token.is !== "number") continue;
      const year = writtenYear(token, by, text.slice(token.start, token.end), term);
      if (year === null) unsure.push(term);
      else edits.set(token.start, { start: token.start, end: token.end, text: year });
    }
  }
  const moved = new Map<Term, { was: Day; is: Day }>();
  for (const chain of chains) {
    if (chain[0]?.unit.precision === "week" && lacksWeek(chain, to, by)) unsure.push(...chain);
    if (!chain[0]?.day) continue;
    if (!moveDays(chain, from, by, moved)) unsure.push(...chain);
    const { weekday: said } = chain[0];
    const first = moved.get(chain[0]);
    if (said && first && weekday(first.was) !== said.value) unsure.push(said);
  }
  for (const edit of dayEdits(terms, moved, text)) edits.set(edit.start, edit);
  const carried = applied(text, [...edits.values()]);
  return { text: carried, changed: carried !== text, unsure: wordsOf(text, unsure) };
}

/**
 * Years that stand by themselves beside words not understood: `Demensplan 2025` is the name of something, or not, and a
 * person decides. The years listed after one go with it.
 */
function titleYears(parts: readonly Part[], text: string): { term: Term; span: Span }[] {
  const found: { term: Term; span: Span }[] = [];
  const beside = (one: Span, other: Span) => {
    const between = text.slice(one.end, other.start);
    return between.trim() === "" || !/[\s,;+&]/.test(between);
  };
  for (const [at, part] of parts.entries()) {
    if (part.is !== "term" || part.term.unit.precision !== "year") continue;
    const { term } = part;
    const [before, after] = [parts[at - 1], parts[at + 1]];
    const last = found.at(-1);
    if (before?.is === "fragment" && beside(before, term)) found.push({ term, span: spanOf(before, term) });
    else if (after?.is === "fragment" && beside(term, after)) found.push({ term, span: spanOf(term, after) });
    else if (before?.is === "term" && before.term === last?.term && term.join !== "none")
      found.push({ term, span: term });
  }
  return found;
}

const spanOf = (first: Span, last: Span): Span => ({ start: first.start, end: last.end });

/** Whether words not understood have a figure that may be a year or a date, and are not named already. */
function isNumbered(text: string, { start, end }: Span, named: readonly Span[]): boolean {
  return /\d\d/.test(text.slice(start, end)) && !named.some((span) => span.start <= start && span.end >= end);
}

/** A year as it was written, so much later; null when the grammar does not reach it. */
function writtenYear(token: Token & { is: "number" }, by: number, written: string, term: Term): string | null {
  const short = token.digits === 2;
  const year = (short ? 2000 : 0) + token.value + by;
  if (year < firstYear || year > lastYear) return null;
  // `veke 10-21` is a year only as long as it cannot be the end of a range.
  const isLastWeek = term.unit.precision === "week" && year - 2000 <= 53;
  return short && year >= 2000 && year < 2100 && !isLastWeek
    ? pad(year - 2000)
    : String(year).padStart(written.length, "0");
}

/** Whether a chain has a week 53 that the years it comes in do not have, now or then. */
function lacksWeek(chain: readonly Term[], to: Period, by: number): boolean {
  if (!chain.some(({ unit }) => unit.number === 53)) return false;
  const has = (year: number) => parseTiming(`veke 53 ${year}`, to).windows.length > 0;
  const own = chain.flatMap(({ years }) => years);
  if (own.length > 0) return !own.every((year) => has(year) && has(year + by));
  return !has(yearOf(to.from)) && !has(yearOf(to.to));
}

/**
 * Finds the new days of a chain of dates. False when they do not exist, or when the years the chain comes in do not move
 * it alike.
 */
function moveDays(chain: readonly Term[], from: Period, by: number, moved: Map<Term, { was: Day; is: Day }>): boolean {
  const { placed, dated } = placements([...chain], from);
  const within = ({ term, year }: Placed[number]) => {
    const day = isoOf({ year, month: term.unit.number, day: term.unit.days?.[0] ?? 0 });
    return dated || (day >= from.from && day <= from.to);
  };
  const inPeriod = placed.filter((each) => each.some(within));
  let alike = true;
  for (const each of inPeriod.length > 0 ? inPeriod : placed) {
    const days = each.map(({ term, year }) => ({ year, month: term.unit.number, day: term.unit.days?.[0] ?? 0 }));
    const after = shifted(days, by);
    if (!after) return false;
    for (const [at, { term }] of each.entries()) {
      const [was, is] = [days[at], after[at]];
      const known = moved.get(term);
      if (!was || !is) continue;
      if (!known) moved.set(term, { was, is });
      else if (known.is.month !== is.month || known.is.day !== is.day) alike = false;
    }
  }
  return alike;
}

const isoOf = ({ year, month, day }: Day) => `${year}-${pad(month)}-${pad(day)}`;
const exists = (day: Day) => {
  const same = dayAt(timeOf(day));
  return day.year >= firstYear && day.year <= lastYear && same.month === day.month && same.day === day.day;
};

/**
 * Days that belong together, so many years later: the first on the same weekday, the others as far from it as they were,
 * all within the years they are to be in. Where those years have no room for that, each stays on its date.
 */
function shifted(days: readonly Day[], by: number): Day[] | null {
  const [first] = days;
  const target = first && { ...first, year: first.year + by };
  if (!first || !target || !days.every(exists) || target.year < firstYear || target.year > lastYear) return null;
  const anchor = exists(target) ? target : { ...target, day: 28 };
  const nearest = ((weekday(first) - weekday(anchor) + 10) % 7) - 3;
  for (const step of [nearest, nearest - Math.sign(nearest || 1) * 7, nearest + Math.sign(nearest || 1) * 7]) {
    const distance = timeOf(anchor) + step * dayMs - timeOf(first);
    const after = days.map((day) => dayAt(timeOf(day) + distance));
    if (after.every((day, at) => day.year === (days[at]?.year ?? 0) + by)) return after;
  }
  const same = days.map((day) => ({ ...day, year: day.year + by }));
  return same.every(exists) ? same : null;
}

/** The days and months to be written anew. Terms that share a month name their own where it is no longer the same. */
function dayEdits(terms: readonly Term[], moved: Map<Term, { was: Day; is: Day }>, text: string): Edit[] {
  const edits: Edit[] = [];
  for (const [at, term] of terms.entries()) {
    const [days, { day, month }] = [moved.get(term), term];
    if (!days || !day || !month) continue;
    const { was, is } = days;
    if (day.is === "date") {
      edits.push({ ...span(day), text: dateText(text.slice(day.start, day.end), is) });
      continue;
    }
    // A day without a month of its own has that of the day after it in the words.
    const following = terms[at + 1]?.month === month ? terms[at + 1] : undefined;
    const shared = (following && moved.get(following)?.is.month) ?? is.month;
    const written = text.slice(day.start, day.end);
    if (is.day !== was.day || is.month !== shared) {
      const plain = month.is === "date" && /\d\d\.\d\d\./.test(text.slice(month.start, month.end));
      const number = written.startsWith("0") || plain ? pad(is.day) : String(is.day);
      edits.push({ ...span(day), text: day.is === "word" ? `${number}.` : number });
    }
    if (is.month !== shared) {
      const dot = /^\s*\./.exec(text.slice(day.end))?.[0].length ?? 0;
      const own = month.is === "date" ? `${dot ? "" : "."}${pad(is.month)}.` : ` ${monthText(month, is.month, text)}`;
      edits.push({ start: day.end + dot, end: day.end + dot, text: own });
    }
    if (month.is === "word" && !following && is.month !== was.month)
      edits.push({ ...span(month), text: monthText(month, is.month, text) });
  }
  return edits;
}

const span = ({ start, end }: Span): Span => ({ start, end });

/** A date of figures as it was written, its parts as long as they were. */
function dateText(written: string, { year, month, day }: Day): string {
  const parts = written.split(/(\d+)/);
  const figures = parts.filter((_, at) => at % 2 === 1);
  const iso = figures[0]?.length === 4;
  const padded = iso || figures.slice(0, 2).every((figure) => figure.length === 2);
  const [dayWords, monthWords] = [day, month].map((n) => (padded ? pad(n) : String(n))) as [string, string];
  const short = !iso && figures[2]?.length === 2 && year >= 2000 && year < 2100;
  const yearWords = short ? pad(year - 2000) : String(year);
  const now = iso ? [yearWords, monthWords, dayWords] : [dayWords, monthWords, yearWords];
  return parts.map((part, at) => (at % 2 === 1 ? (now[(at - 1) / 2] ?? part) : part)).join("");
}

/** The name of a month, short and in capitals where the one before it was. */
function monthText(like: Span, month: number, text: string): string {
  const written = text.slice(like.start, like.end);
  const isShort = monthForms.some((forms) => forms.slice(1).includes(written.toLowerCase()));
  const [name = "", short] = monthForms[month - 1] ?? [];
  const words = isShort ? (short ?? name) : name;
  if (written.length > 1 && written === written.toUpperCase()) return words.toUpperCase();
  return /^\p{Lu}/u.test(written) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

function applied(text: string, edits: readonly Edit[]): string {
  let carried = "";
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    carried += text.slice(at, edit.start) + edit.text;
    at = Math.max(at, edit.end);
  }
  return carried + text.slice(at);
}

/** The words of spans, in order, once each. */
function wordsOf(text: string, spans: readonly Span[]): string[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const outer = sorted.filter((one, at) => !sorted.slice(0, at).some((other) => other.end >= one.end));
  return [...new Set(outer.map(({ start, end }) => text.slice(start, end)))];
}
