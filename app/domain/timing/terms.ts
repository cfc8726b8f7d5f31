import {
  afterDot,
  afterDuring,
  type Found,
  has,
  type Join,
  joinAt,
  signAt,
  type Tokens,
  touches,
  wordAt,
} from "./cursor";
import type { Numbered, Span, Token } from "./words";

export type Precision = "day" | "week" | "month" | "season" | "quarter" | "tertial" | "half-year" | "year";
/** `number` is the month of a day, the year of a year, else the unit's own number; `days` are days of the month. */
export type Unit = { precision: Precision; number: number; days?: readonly [number, number] };
/** One written unit of time; `join` says how it is tied to the term before it. */
export type Term = Span & {
  unit: Unit;
  years: number[];
  join: Join;
  limit?: "by" | "before";
  weekday?: Span & { value: number };
  time?: string;
  /** The tokens that say it, for who writes them anew: one date may be both day and month, and be shared by terms. */
  day?: Token;
  month?: Token;
  yearTokens?: Token[];
};

const highest: Record<Precision, number> = {
  day: 12,
  month: 12,
  season: 4,
  week: 53,
  quarter: 4,
  tertial: 3,
  "half-year": 2,
  year: 2199,
};
const daysIn = (month: number) => (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31);

/** A number that nothing after it claims as its own count or day. */
const isFree = (tokens: Tokens, at: number) =>
  !has(tokens, afterDot(tokens, at + 1), "noun", "times", "unit", "month", "qualifier", "adverb") &&
  !numberedAt(tokens, at);

function makeTerm(tokens: Tokens, from: number, next: number, unit: Unit, join: Join = "none"): Term {
  return { start: tokens[from]?.start ?? 0, end: tokens[next - 1]?.end ?? 0, unit, years: [], join };
}

/** A day that its month does not have is still a date that was meant. */
function dayUnit(month: number, day: number): Unit | undefined {
  const exists = month >= 1 && month <= 12 && day >= 1;
  return exists ? { precision: "day", number: month, days: [day, day] } : undefined;
}

/** Numbers before their unit: `2. og 3. november`, `8.-24. september`, `18.-20.05.2021`, `første kvartal`. */
function numberedAt(tokens: Tokens, at: number): Found<Term[]> {
  const numbers: { value: number; at: number; join: Join }[] = [];
  let next = at;
  let join: Join = "none";
  while (numbers.length < 31) {
    const token = tokens[next];
    const word = wordAt(tokens, next);
    if (token?.is === "date") {
      numbers.push({ value: token.day, at: next, join });
      break;
    }
    if (token?.is === "number" && token.digits <= 2) numbers.push({ value: token.value, at: next, join });
    else if (word?.is === "ordinal") numbers.push({ value: word.value, at: next, join });
    else return undefined;
    next = afterDot(tokens, next + 1);
    const tie = joinAt(tokens, next);
    if (!tie) break;
    join = tie;
    next++;
  }
  const token = tokens[next];
  const word = wordAt(tokens, next);
  const month = token?.is === "date" ? token.month : word?.is === "month" ? word.value : undefined;
  const numbered = word?.is === "unit" ? word.unit : undefined;
  const terms: Term[] = [];
  for (const number of numbers) {
    let unit: Unit | undefined;
    if (month !== undefined) unit = dayUnit(month, number.value);
    else if (numbered === "quarter" || numbered === "tertial" || numbered === "half-year") {
      if (number.value >= 1 && number.value <= highest[numbered]) unit = { precision: numbered, number: number.value };
    }
    if (!unit) return undefined;
    const term = makeTerm(tokens, number.at, next + 1, unit, number.join);
    if (month !== undefined) [term.day, term.month] = [tokens[number.at], token];
    terms.push(term);
  }
  const last = terms.at(-1);
  if (last && token?.is === "date" && token.year !== undefined) {
    last.years = [token.year];
    last.yearTokens = [token];
  }
  return { value: terms, next: word?.is === "month" ? afterDot(tokens, next + 1) : next + 1 };
}

/** A unit before its numbers: `Q1`, `uke 10-12`, `veke 8, 10 og 12`. */
function lettered(tokens: Tokens, at: number, precision: Numbered, ties: Join[]): Found<Term[]> {
  const terms: Term[] = [];
  let next = at + 1;
  let join: Join = "none";
  for (;;) {
    const token = tokens[next];
    const last = terms.at(-1);
    if (token?.is !== "number" || token.digits > 2 || token.value < 1 || token.value > highest[precision]) break;
    if (precision !== "week" && token.digits > 1) break;
    if (last && (!isFree(tokens, next) || (token.digits === 2 && join === "range" && token.value <= last.unit.number)))
      break;
    terms.push(makeTerm(tokens, last ? next : at, next + 1, { precision, number: token.value }, join));
    const tie = joinAt(tokens, next + 1);
    if (!tie || !ties.includes(tie)) return { value: terms, next: next + 1 };
    join = tie;
    next += 2;
  }
  return terms.length > 0 ? { value: terms, next: next - 1 } : undefined;
}

function unitsAt(tokens: Tokens, at: number): Found<Term[]> {
  const token = tokens[at];
  const word = wordAt(tokens, at);
  const one = (unit: Unit, next: number): Found<Term[]> => ({ value: [makeTerm(tokens, at, next, unit)], next });
  if (token?.is === "number" && isYear(token)) {
    const term = makeTerm(tokens, at, at + 1, { precision: "year", number: token.value });
    return { value: [{ ...term, yearTokens: [token] }], next: at + 1 };
  }
  const numbered = numberedAt(tokens, at);
  if (numbered || !word) return numbered;
  if (word.is === "month") return one({ precision: "month", number: word.value }, afterDot(tokens, at + 1));
  if (word.is === "season") return one({ precision: "season", number: word.value }, at + 1);
  if (word.is === "letter" && touches(tokens, at + 1)) return lettered(tokens, at, word.unit, ["range", "slash"]);
  if (word.is === "unit" && word.unit === "week") return lettered(tokens, at, "week", ["range", "slash", "list"]);
  if (word.is === "part") {
    const next = has(tokens, at + 1, "in", "of") ? at + 2 : at + 1;
    const month = wordAt(tokens, next);
    if (month?.is !== "month") return undefined;
    const days = [word.days[0], Math.min(word.days[1], daysIn(month.value))] as const;
    return one({ precision: "day", number: month.value, days }, afterDot(tokens, next + 1));
  }
  return undefined;
}

const isYear = (token: Token | undefined) =>
  token?.is === "number" && token.digits === 4 && token.value >= 1900 && token.value <= 2199;

/** A year in four digits, or in two after a dash or an apostrophe (or, where `bare`, after nothing). */
function yearAt(tokens: Tokens, at: number, bare: boolean): Found<number> {
  const token = tokens[at];
  if (token?.is === "number" && isYear(token)) return { value: token.value, next: at + 1 };
  if (bare && token?.is === "number" && token.digits === 2 && isFree(tokens, at)) {
    return { value: 2000 + token.value, next: at + 1 };
  }
  const sign = signAt(tokens, at);
  if (sign !== "-" && sign !== "'") return undefined;
  const number = tokens[at + 1];
  if (number?.is !== "number" || numberedAt(tokens, at + 1)) return undefined;
  if (isYear(number)) return { value: number.value, next: at + 2 };
  const close = touches(tokens, at + 1) || isFree(tokens, at + 1);
  return number.digits === 2 && close ? { value: 2000 + number.value, next: at + 2 } : undefined;
}

/** The years that follow a unit: `2021`, `-21`, `, 2021`, `2022+2023`, `2021-23`. */
function yearsAt(tokens: Tokens, at: number, bare: boolean): { value: number[]; next: number; written?: Token[] } {
  const comma = signAt(tokens, at) === "," && isYear(tokens[at + 1]) ? at + 1 : at;
  const first = yearAt(tokens, comma, bare);
  if (!first) return { value: [], next: at };
  const years = [first.value];
  let { next } = first;
  const written = tokens.slice(next - 1, next);
  for (let tie = joinAt(tokens, next); tie; tie = joinAt(tokens, next)) {
    const last = years.at(-1) ?? first.value;
    const range = tie === "range" ? yearAt(tokens, next, false) : undefined;
    if (range && range.value > last) {
      for (let year = last + 1; year <= range.value; year++) years.push(year);
      next = range.next;
    } else {
      const more = tie === "range" ? undefined : yearAt(tokens, next + 1, false);
      if (!more) break;
      years.push(more.value);
      next = more.next;
    }
    written.push(...tokens.slice(next - 1, next));
  }
  return { value: years, next, written };
}

/** The terms that begin at a token, with their years, their weekday and their time of day. */
export function termsAt(tokens: Tokens, at: number): Found<Term[]> {
  let next = at;
  const limit = has(tokens, at, "by") ? "by" : has(tokens, at, "before") ? "before" : undefined;
  if (limit) next++;
  if (limit && has(tokens, next, "end") && has(tokens, next + 1, "of")) next += 2;
  let weekday: Term["weekday"];
  for (let fill = 0; fill < 5; fill++) {
    const token = tokens[next];
    const word = wordAt(tokens, next);
    const during = afterDuring(tokens, next);
    if (during > next) next = during;
    else if (has(tokens, next, "in", "on", "from")) next++;
    else if (token && word?.is === "weekday" && !weekday) {
      weekday = { start: token.start, end: token.end, value: word.value };
      next++;
      if (signAt(tokens, next) === "," || signAt(tokens, next) === ".") next++;
    } else break;
  }
  const units = unitsAt(tokens, next);
  const first = units?.value[0];
  const last = units?.value.at(-1);
  if (!units || !first || !last) return undefined;
  next = units.next;
  if (weekday && first.unit.precision !== "day") return undefined;
  if (last.unit.precision !== "year" && last.years.length === 0) {
    const years = yearsAt(tokens, next, last.unit.precision === "quarter");
    last.years = years.value;
    if (years.written) last.yearTokens = years.written;
    next = years.next;
  }
  const comma = signAt(tokens, next) === "," ? next + 1 : next;
  const clock = tokens[has(tokens, comma, "from", "on") ? comma + 1 : comma];
  if (clock?.is === "time" && last.unit.precision === "day") {
    for (const term of units.value) term.time = clock.time;
    next = tokens.indexOf(clock, next) + 1;
  }
  last.end = tokens[next - 1]?.end ?? last.end;
  first.start = tokens[at]?.start ?? first.start;
  if (limit) first.limit = limit;
  if (weekday) first.weekday = weekday;
  return { value: units.value, next };
}
