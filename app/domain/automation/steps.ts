import type { Calendar, Facts } from "./facts";
import type { PlannedStep, WaitsFor } from "./planned";
import { askedFirst, type Rule } from "./rules";

/** What a line waits for that sends to an audience, at a level of trust. */
export function waitsAt({ trust }: Pick<Rule, "trust">): WaitsFor {
  if (trust === "send") return null;
  return trust === "approve" ? "approval" : "person";
}

/** Whether a rule asks before it sends so many: it has sent nothing before, and nobody has said yes. */
export function asksFirst(rule: Rule, people: number, facts: Pick<Facts, "hasSent">): boolean {
  return people >= askedFirst && !rule.agreed && !facts.hasSent(rule.key);
}

/**
 * When a step is done that was to be done at `at`: then, or, when that has passed and nobody has done it and it is of
 * use still, when the region opens next.
 */
export function timeOf(
  { key, at, until }: Pick<PlannedStep, "key" | "at" | "until">,
  { now, done, calendar }: Pick<Facts, "now" | "done" | "calendar">,
): string {
  if (at >= now || done.has(key) || until <= now) return at;
  const open = calendar.open(now);
  return open < until ? open : at;
}

/** The later of two ISO instants. */
export const later = (a: string, b: string) => (Date.parse(a) < Date.parse(b) ? b : a);

/** The instant a day (ISO) is over. */
export const endOf = (day: string, calendar: Calendar) => calendar.instant(day, "23:59");
