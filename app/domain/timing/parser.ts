import { type Numbered, type Per, type Span, type Token, tokenise, type Word } from "./words";

export type Precision = "day" | "week" | "month" | "season" | "quarter" | "tertial" | "half-year" | "year";
export type Cadence = { min: number; max: number; per: Per | "period"; months?: number };

/** `number` is the month of a day, the year of a year, else the unit's own number; `days` are days of the month. */
export type Unit = { precision: Precision; number: number; days?: readonly [number, number] };
export type Join = "none" | "list" | "slash" | "range";
/** One written unit of time; `join` says how it is tied to the term before it. */
export type Term = Span & {
  unit: Unit;
  years: number[];
  join: Join;
  limit?: "by" | "before";
  weekday?: Span & { value: number };
  time?: string;
};
export type Part =
  | { is: "term"; term: Term }
  | { is: "cadence"; cadence: Cadence }
  | { is: "continuous" | "on-demand" }
  | ({ is: "fragment" } & Span);

type Tokens = readonly Token[];
type Role = Word["is"];
/** What was found, and the index of the token after it. */
type Found<T> = { value: T; next: number } | undefined;

const wordAt = (tokens: Tokens, at: number) => {
  const token = tokens[at];
  return token?.is === "word" ? token.word : undefined;
};
const has = (tokens: Tokens, at: number, ...roles: Role[]) => {
  const word = wordAt(tokens, at);
  return word !== undefined && roles.includes(word.is);
};
const signAt = (tokens: Tokens, at: number) => {
  const token = tokens[at];
  return token?.is === "sign" ? token.sign : undefined;
};
const afterDot = (tokens: Tokens, at: number) => (signAt(tokens, at) === "." ? at + 1 : at);
const touches = (tokens: Tokens, at: number) => tokens[at]?.start === tokens[at - 1]?.end;

function joinAt(tokens: Tokens, at: number): Join | undefined {
  if (has(tokens, at, "and")) return "list";
  if (has(tokens, at, "to")) return "range";
  const sign = signAt(tokens, at);
  if (sign === "-") return "range";
  if (sign === "/") return "slash";
  return sign === "+" || sign === "," || sign === "&" ? "list" : undefined;
}

/** The index after `i løpet av`, or `at` itself. */
const afterDuring = (tokens: Tokens, at: number) =>
  has(tokens, at, "in") && has(tokens, at + 1, "course") && has(tokens, at + 2, "of") ? at + 3 : at;

// Cadences

function countAt(tokens: Tokens, at: number): Found<number> {
  const token = tokens[at];
  const word = wordAt(tokens, at);
  if (word?.is === "number") return { value: word.value, next: at + 1 };
  if (token?.is !== "number" || token.digits > 3 || token.value === 0 || signAt(tokens, at + 1) === ".")
    return undefined;
  return { value: token.value, next: at + 1 };
}

function unitAt(tokens: Tokens, at: number): Found<Per> {
  const word = wordAt(tokens, at);
  if (word?.is !== "unit" || word.unit === "tertial") return undefined;
  const next = afterDot(tokens, at + 1);
  return tokens[next]?.is === "number" && word.unit === "week" ? undefined : { value: word.unit, next };
}

const monthsIn: Record<Per, number> = { week: 0, month: 1, quarter: 3, "half-year": 6, year: 12 };

/** Once in every `n` units. */
function everyNth(n: number, unit: Per): Cadence | undefined {
  const times = (min: number): Cadence => ({ min, max: min, per: "year" });
  if (n === 1) return { min: 1, max: 1, per: unit };
  if (unit === "week") return n > 0 && 52 % n === 0 ? times(52 / n) : undefined;
  const months = n * monthsIn[unit];
  if (months === 0) return undefined;
  return 12 % months === 0 ? times(12 / months) : { min: 1, max: 1, per: "period", months };
}

/** `hver uke`, `kvart tredje år`, `annenhver måned`, `annan kvar veke`. */
function everyAt(tokens: Tokens, at: number): Found<Cadence> {
  let n = 1;
  let next = at + 1;
  const [word, second] = [wordAt(tokens, at), wordAt(tokens, at + 1)];
  const number = tokens[at + 1];
  if (word?.is === "every-other") n = 2;
  else if (word?.is === "ordinal" && word.value === 2 && second?.is === "each") [n, next] = [2, at + 2];
  else if (word?.is !== "each") return undefined;
  else if (second?.is === "ordinal") [n, next] = [second.value, at + 2];
  else if (number?.is === "number" && signAt(tokens, at + 2) === ".") [n, next] = [number.value, at + 3];
  const unit = unitAt(tokens, next);
  const cadence = unit && everyNth(n, unit.value);
  return cadence && { value: cadence, next: unit.next };
}

/** `i året`, `pr. mnd.`, `/ år`, `kvart halvår`, `over 18 mnd.`, `i perioden`. */
function perAt(tokens: Tokens, at: number): Found<Pick<Cadence, "per" | "months">> {
  if (signAt(tokens, at) !== "/" && !has(tokens, at, "per", "in", "on", "each", "over")) return undefined;
  const during = afterDuring(tokens, at);
  const next = during > at ? during : afterDot(tokens, at + 1);
  const unit = unitAt(tokens, next);
  if (unit && !has(tokens, at, "over")) return { value: { per: unit.value }, next: unit.next };
  if (has(tokens, next, "span")) return { value: { per: "period" }, next: next + 1 };
  const count = signAt(tokens, at) === "/" || has(tokens, at, "each") ? undefined : countAt(tokens, next);
  const length = count && unitAt(tokens, count.next);
  if (!length || length.value === "week") return undefined;
  return { value: { per: "period", months: count.value * monthsIn[length.value] }, next: length.next };
}

function adverbAt(tokens: Tokens, at: number): Per | undefined {
  const word = wordAt(tokens, at);
  return word?.is === "adverb" ? word.per : undefined;
}

function cadenceAt(tokens: Tokens, at: number): Found<Cadence> {
  const adverb = adverbAt(tokens, at);
  if (adverb) return { value: { min: 1, max: 1, per: adverb }, next: at + 1 };
  const every = everyAt(tokens, at);
  const first = every ?? countAt(tokens, at);
  if (every || !first) return every;
  const dash = joinAt(tokens, first.next) === "range" ? countAt(tokens, first.next + 1) : undefined;
  const min = countAt(tokens, at)?.value ?? 0;
  const max = dash?.value ?? min;
  if (max < min) return undefined;
  let next = dash?.next ?? first.next;
  let per: Cadence["per"] | undefined;
  for (; has(tokens, next, "qualifier", "adverb"); next++) per = adverbAt(tokens, next) ?? per;
  const counted = has(tokens, next, "noun", "times");
  if (counted) next++;
  while (counted && signAt(tokens, next) === "/" && has(tokens, next + 1, "noun")) next += 2;
  const clause = perAt(tokens, next);
  if (clause) return { value: { min, max, ...clause.value }, next: clause.next };
  if (!counted) return undefined;
  const after = per ? undefined : adverbAt(tokens, next);
  return { value: { min, max, per: per ?? after ?? "period" }, next: after ? next + 1 : next };
}

// Terms

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
    terms.push(makeTerm(tokens, number.at, next + 1, unit, number.join));
  }
  const last = terms.at(-1);
  if (last && token?.is === "date" && token.year !== undefined) last.years = [token.year];
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
  if (token?.is === "number" && isYear(token)) return one({ precision: "year", number: token.value }, at + 1);
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
function yearsAt(tokens: Tokens, at: number, bare: boolean): { value: number[]; next: number } {
  const comma = signAt(tokens, at) === "," && isYear(tokens[at + 1]) ? at + 1 : at;
  const first = yearAt(tokens, comma, bare);
  if (!first) return { value: [], next: at };
  const years = [first.value];
  let { next } = first;
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
  }
  return { value: years, next };
}

function termsAt(tokens: Tokens, at: number): Found<Term[]> {
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

// The rest

function continuousAt(tokens: Tokens, at: number): number | undefined {
  if (has(tokens, at, "continuous")) return at + 1;
  const through = has(tokens, at, "through") ? at + 1 : at;
  const whole = has(tokens, through, "whole") ? through + 1 : through;
  const word = wordAt(tokens, whole);
  const object = word?.is === "span" || (word?.is === "unit" && word.unit === "year");
  return whole > at && object ? whole + 1 : undefined;
}

const farthest = 12;

/** The index after `ved behov`, `etter oppmoding`, `når ... foreligger`, `når ... ligg føre`. */
function onDemandAt(tokens: Tokens, at: number): number | undefined {
  if (has(tokens, at, "after", "at", "on") && has(tokens, at + 1, "need", "request")) return at + 2;
  if (!has(tokens, at, "when")) return undefined;
  for (let next = at + 1; next <= at + farthest; next++) {
    if (has(tokens, next, "exists")) return next + 1;
    if (has(tokens, next, "lies") && has(tokens, next + 1, "forth")) return next + 2;
    if (!tokens[next] || signAt(tokens, next) === ";") return undefined;
  }
  return undefined;
}

function elementAt(tokens: Tokens, at: number): Found<Part[]> {
  const next = continuousAt(tokens, at);
  if (next) return { value: [{ is: "continuous" }], next };
  const demand = onDemandAt(tokens, at);
  if (demand) return { value: [{ is: "on-demand" }], next: demand };
  const cadence = cadenceAt(tokens, at);
  if (cadence) return { value: [{ is: "cadence", cadence: cadence.value }], next: cadence.next };
  const terms = termsAt(tokens, at);
  return terms && { value: terms.value.map((term) => ({ is: "term", term })), next: terms.next };
}

function read(tokens: Tokens): Part[] {
  const parts: Part[] = [];
  let run: number[] = [];
  let join: Join = "none";
  let swallowing = false;
  const lastClose = tokens.findLastIndex((token) => token.is === "sign" && token.sign === ")");

  /** Ends a run of words not understood; nouns beside a cadence belong to it. */
  const endRun = (before?: Part) => {
    const idle = (at: number | undefined) => at !== undefined && has(tokens, at, "noun", "qualifier");
    if (parts.at(-1)?.is === "cadence") while (idle(run[0])) run.shift();
    if (before?.is === "cadence") while (idle(run.at(-1))) run.pop();
    const [first, last] = [tokens[run[0] ?? -1], tokens[run.at(-1) ?? -1]];
    if (first && last) parts.push({ is: "fragment", start: first.start, end: last.end });
    run = [];
  };

  for (let at = 0; at < tokens.length; ) {
    const sign = signAt(tokens, at);
    if (sign === "(" && at < lastClose) {
      const close = tokens.findIndex((token, index) => index > at && token.is === "sign" && token.sign === ")");
      const inner = read(tokens.slice(at + 1, close).filter((token) => token.is !== "sign" || token.sign !== "("));
      endRun();
      if (inner.some((part) => part.is !== "fragment")) parts.push(...inner);
      at = close + 1;
      continue;
    }
    if (sign !== undefined || has(tokens, at, "and")) {
      join = sign === ";" || sign === "." ? "none" : (joinAt(tokens, at) ?? join);
      if (sign !== undefined) swallowing = false;
      at++;
      continue;
    }
    const found = elementAt(tokens, at);
    const [first] = found?.value ?? [];
    if (!found || !first) {
      if (has(tokens, at, "to") && run.length === 0 && termsAt(tokens, at + 1)) join = "range";
      else if (!swallowing) run.push(at);
      at++;
      continue;
    }
    endRun(first);
    if (first.is === "term") first.term.join = parts.at(-1)?.is === "term" ? join : "none";
    parts.push(...found.value);
    swallowing = first.is === "on-demand" && has(tokens, found.next - 1, "request");
    join = "none";
    at = found.next;
  }
  endRun();
  return parts;
}

/** Reads a text into parts in the order written. Never throws. */
export function parse(source: string): Part[] {
  return read(tokenise(source));
}
