import type { SaidPart } from "~/domain/responsibility/parts";

/** What was said of an actor in one row, from a day (inclusive) to a day (exclusive); null is open. ISO days. */
export type SaidSpan = { actorId: string; part: SaidPart; from: string | null; to: string | null };

/** A change of one actor's part from a day on; null is since ever. "clear" takes back what was said. */
export type Saying = { actorId: string; part: SaidPart | "clear"; from: string | null };

/** Days as text compare by the calendar; these two lie outside it. */
const [first, last] = ["", "~"];
type Closed = { actorId: string; part: SaidPart; from: string; to: string };

/**
 * What is said of a row after one more saying. It holds from its day until the next that has been said of the same
 * actor. Whoever was accountable in that time performs instead; where another becomes accountable at a later day, as
 * has been said already, this one performs from then. So on no day two are accountable.
 *
 * @param spans all of the row; those of one actor do not overlap
 */
export function sayFrom(spans: readonly SaidSpan[], { actorId, part, from }: Saying): SaidSpan[] {
  const closed = spans.map((span): Closed => ({ ...span, from: span.from ?? first, to: span.to ?? last }));
  const start = from ?? first;
  const until = least(closed.filter((span) => span.actorId === actorId && span.from > start).map((span) => span.from));
  let after = closed.flatMap((span) => (span.actorId === actorId ? outside(span, start, until) : [span]));
  if (part === "accountable") {
    const others = after.filter((span) => span.actorId !== actorId && span.part === "accountable");
    const next = least([until, ...others.map((span) => span.from).filter((day) => day > start)]);
    after = after.flatMap((span) => (others.includes(span) ? demoted(span, start, next) : [span]));
    after.push({ actorId, part, from: start, to: next }, { actorId, part: "performs", from: next, to: until });
  } else if (part !== "clear") after.push({ actorId, part, from: start, to: until });
  return joined(after.filter((span) => span.from < span.to)).map((span) => ({
    ...span,
    from: span.from === first ? null : span.from,
    to: span.to === last ? null : span.to,
  }));
}

const least = (days: readonly string[]) => [...days].sort()[0] ?? last;
const most = (days: readonly string[]) => [...days].sort().at(-1) ?? first;

/** What of a span lies before one day or from another on. */
function outside(span: Closed, from: string, to: string): Closed[] {
  return [
    { ...span, to: least([span.to, from]) },
    { ...span, from: most([span.from, to]) },
  ].filter((part) => part.from < part.to);
}

/** A span of somebody accountable, who performs between these days. */
function demoted(span: Closed, from: string, to: string): Closed[] {
  const between: Closed = { ...span, part: "performs", from: most([span.from, from]), to: least([span.to, to]) };
  return between.from < between.to ? [...outside(span, from, to), between] : [span];
}

/** The spans by actor and day, those that meet and say the same as one. */
function joined(spans: readonly Closed[]): Closed[] {
  const sorted = [...spans].sort((a, b) =>
    a.actorId === b.actorId ? (a.from < b.from ? -1 : 1) : a.actorId < b.actorId ? -1 : 1,
  );
  const result: Closed[] = [];
  for (const span of sorted) {
    const before = result.at(-1);
    if (before && before.actorId === span.actorId && before.part === span.part && before.to === span.from)
      result[result.length - 1] = { ...before, to: span.to };
    else result.push(span);
  }
  return result;
}

/** What is said on a day, by actor. */
export function saidOn(spans: readonly SaidSpan[], day: string): Map<string, SaidPart> {
  const held = spans.filter(({ from, to }) => (from ?? first) <= day && day < (to ?? last));
  return new Map(held.map(({ actorId, part }) => [actorId, part]));
}
