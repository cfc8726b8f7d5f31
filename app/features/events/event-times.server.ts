import { instantToLocal } from "~/domain/shared/local-time";

const day = 24 * 3_600_000;

/** How long changes wait, so that several become one mail (M9). Milliseconds. */
export const changeWait = 10 * 60_000;

/** The link of an invitation can be opened until a month after the event, to see what was answered. */
export function answerLinkEnds(endsAt: Date): Date {
  return new Date(endsAt.getTime() + 30 * day);
}

/** The day it is in a zone, as the database keeps days. */
export function localDay(now: Date, zone: string): Date {
  return new Date(instantToLocal(now.toISOString(), zone).date);
}
