import type { PlannedKind } from "~/domain/automation/planned";
import { addDays, daysBetween, isDay } from "~/domain/shared/days";
import { plannedKinds } from "~/features/automation/planned-words";

/** What the address of the year ahead says. */
export type YearQuery = {
  from: string;
  to: string;
  kinds: PlannedKind[];
  audiences: string[];
  rule: string | null;
  waits: Waits | null;
};

export const waits = ["approval", "person", "nobody"] as const;
export type Waits = (typeof waits)[number];

/** The longest period that is looked at in one page. Days. */
const longest = 3 * 366;

/** Reads the address; without a period that can be shown it is the twelve months from today. */
export function readYearQuery(query: URLSearchParams, today: string): YearQuery {
  const [from, to] = [query.get("from") ?? "", query.get("to") ?? ""];
  const fits = isDay(from) && isDay(to) && from <= to && daysBetween(from, to) < longest;
  const period = fits ? { from, to } : yearFrom(today);
  const waiting = query.get("waits");
  return {
    ...period,
    kinds: plannedKinds.filter((kind) => query.getAll("kind").includes(kind)),
    audiences: query.getAll("audience").filter(Boolean),
    rule: query.get("rule") || null,
    waits: waits.find((one) => one === waiting) ?? null,
  };
}

/** The twelve months that begin on a day; both days inclusive. */
export function yearFrom(day: string): { from: string; to: string } {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return { from: day, to: addDays(isDay(next) ? next : `${next.slice(0, 4)}-03-01`, -1) };
}

/** The filters as they stand in the address, without the period. */
export function filterParams({ kinds, audiences, rule, waits: waiting }: YearQuery): [string, string][] {
  return [
    ...kinds.map((kind): [string, string] => ["kind", kind]),
    ...audiences.map((audience): [string, string] => ["audience", audience]),
    ...(rule ? [["rule", rule] as [string, string]] : []),
    ...(waiting ? [["waits", waiting] as [string, string]] : []),
  ];
}
