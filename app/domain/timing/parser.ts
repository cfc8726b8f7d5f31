import { afterDot, afterDuring, type Found, has, type Join, joinAt, signAt, type Tokens, wordAt } from "./cursor";
import { type Term, termsAt } from "./terms";
import { type Per, type Span, tokenise } from "./words";

export type Cadence = { min: number; max: number; per: Per | "period"; months?: number };

export type Part =
  | { is: "term"; term: Term }
  | { is: "cadence"; cadence: Cadence }
  | { is: "continuous" | "on-demand" }
  | ({ is: "fragment" } & Span);

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
