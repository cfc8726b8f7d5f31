import type { Span } from "~/domain/events/proposals";
import { addDays, isDay } from "~/domain/shared/days";

/** The longest span that is asked about at once. Days. */
const longest = 1_100;

/**
 * The span an address asks for (`from`, `to`), where it makes sense; else the one that is given. It begins tomorrow at
 * the earliest: what is to be made must be to come.
 */
export function proposalSpan(params: URLSearchParams, { today, otherwise }: { today: string; otherwise: Span }): Span {
  const asked = (name: string, fallback: string) => {
    const day = params.get(name) ?? "";
    return isDay(day) ? day : fallback;
  };
  const [from = ""] = [addDays(today, 1), asked("from", otherwise.from)].sort().slice(-1);
  const [to = ""] = [addDays(from, longest), asked("to", otherwise.to)].sort();
  return { from, to };
}
