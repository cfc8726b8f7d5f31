/** How one takes part. */
export type Way = "room" | "online";

/** What decides whether one may sign up. Instants are ISO 8601. */
export type SignUpFacts = {
  state: "draft" | "published" | "held" | "cancelled";
  open: boolean;
  registration: "none" | "open" | "approval";
  startsAt: string;
  registerBy: string | null;
  /** Places; null is no limit. For an event that is held both ways, those in the room. */
  capacity: number | null;
  /** Places by link of an event that is held both ways; null is no limit. */
  capacityOnline: number | null;
  attendanceWay: Way | "both";
};

/** How many stand where, for one way. */
export type Counts = {
  /** Those who have a place, and those a place is kept for. */
  taken: number;
  /** Those who wait and have not let a place pass. */
  inLine: number;
};

/**
 * Numbers from here on are theirs who let an offered place pass: they wait behind all others and are not asked again by
 * themselves. What is over it is the number they had.
 */
export const passedFrom = 1_000_000;

export type ClosedReason = "not-open" | "cancelled" | "over" | "closed";

/** Why nobody may sign up now; null when one may. */
export function closedReason(event: SignUpFacts, now: string): ClosedReason | null {
  if (event.state === "cancelled") return "cancelled";
  if (!event.open || event.state === "draft" || event.registration === "none") return "not-open";
  if (event.startsAt <= now || event.state === "held") return "over";
  return event.registerBy !== null && event.registerBy < now ? "closed" : null;
}

/** The ways one can choose between. */
export function waysOf({ attendanceWay }: Pick<SignUpFacts, "attendanceWay">): Way[] {
  return attendanceWay === "both" ? ["room", "online"] : [attendanceWay];
}

/** The places there are; null is no limit. An event that is held one way has one number. */
export function capacityOf(
  event: Pick<SignUpFacts, "capacity" | "capacityOnline" | "attendanceWay">,
  way: Way,
): number | null {
  return event.attendanceWay === "both" && way === "online" ? event.capacityOnline : event.capacity;
}

/** The places nobody has; null is no limit. */
export function freePlaces(
  event: Pick<SignUpFacts, "capacity" | "capacityOnline" | "attendanceWay">,
  way: Way,
  counts: Counts,
): number | null {
  const places = capacityOf(event, way);
  return places === null ? null : Math.max(0, places - counts.taken);
}

/** Where somebody comes who is let in now: nobody passes those who wait. */
export function placeFor(event: SignUpFacts, way: Way, counts: Counts): "registered" | "waiting" {
  const free = freePlaces(event, way, counts);
  return free === null || free > counts.inLine ? "registered" : "waiting";
}

export type SignUpVerdict =
  | { ok: true; state: "registered" | "waiting" | "pending" }
  | { ok: false; reason: ClosedReason | "unknown-way" };

/** What becomes of somebody who signs up. */
export function decide(event: SignUpFacts, way: Way, counts: Counts, now: string): SignUpVerdict {
  const reason = closedReason(event, now);
  if (reason) return { ok: false, reason };
  if (!waysOf(event).includes(way)) return { ok: false, reason: "unknown-way" };
  if (event.registration === "approval") return { ok: true, state: "pending" };
  return { ok: true, state: placeFor(event, way, counts) };
}

/** Those who are to be offered a place now, the first in line first. Nobody is when the event is not to come. */
export function toBeOffered<W extends { way: Way; number: number }>(
  event: SignUpFacts,
  inLine: readonly W[],
  taken: Record<Way, number>,
  now: string,
): W[] {
  if (event.state !== "published" || event.registration === "none" || event.startsAt <= now) return [];
  return waysOf(event).flatMap((way) => {
    const waiting = inLine.filter((one) => one.way === way).sort((a, b) => a.number - b.number);
    const free = freePlaces(event, way, { taken: taken[way], inLine: waiting.length });
    return waiting.slice(0, free ?? waiting.length);
  });
}

/** Until when an offered place is kept: for so many hours, and never beyond the start. */
export function offerEnds(event: { startsAt: string; offerHours: number }, now: string): string {
  return new Date(Math.min(Date.parse(now) + event.offerHours * 3_600_000, Date.parse(event.startsAt))).toISOString();
}
