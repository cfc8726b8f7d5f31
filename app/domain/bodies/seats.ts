import type { BodyPart } from "./words";

/** Days as "YYYY-MM-DD"; from is included, to is not, null is open. */
type Span = { from: string | null; to: string | null };

/** A seat as the rules of a body see it. */
export type Seat = {
  id: string | null;
  part: BodyPart;
  personId: string | null;
  office: string;
  municipalityId: string | null;
  actorId: string | null;
  deputyForId: string | null;
  span: Span;
};

export type SeatRefusal =
  /** The deputy is named for another member already: `of` has that seat. */
  | { reason: "deputy-for-two"; of: string }
  | { reason: "already-member" }
  | { reason: "leader-taken"; of: string }
  /** The member the deputy is to meet for has no seat in these days, or is a deputy. */
  | { reason: "no-such-member" };

const overlap = (a: Span, b: Span) =>
  (a.to === null || b.from === null || b.from < a.to) && (b.to === null || a.from === null || a.from < b.to);

/** Whether two seats are the same person's, or the same office's for the same municipality or actor. */
function isSame(a: Seat, b: Seat): boolean {
  if (a.personId !== null || b.personId !== null) return a.personId === b.personId;
  return (
    a.office.toLowerCase() === b.office.toLowerCase() &&
    a.municipalityId === b.municipalityId &&
    a.actorId === b.actorId
  );
}

/**
 * What stands against a seat beside the others of the body, on days they have in common: somebody sits once, leads
 * alone, and is named as a deputy for one member. Null when nothing does.
 */
export function refuseSeat(seat: Seat, others: readonly Seat[]): SeatRefusal | null {
  const beside = others.filter((other) => other.id !== seat.id && overlap(other.span, seat.span));
  if (seat.deputyForId !== null && !beside.some(({ id, part }) => id === seat.deputyForId && part !== "deputy"))
    return { reason: "no-such-member" };
  const same = beside.filter((other) => isSame(other, seat));
  const named = same.find((other) => other.deputyForId !== null && other.deputyForId !== seat.deputyForId);
  if (seat.deputyForId !== null && named) return { reason: "deputy-for-two", of: named.deputyForId ?? "" };
  if (same.length > 0) return { reason: "already-member" };
  const leader = seat.part === "leader" && beside.find(({ part }) => part === "leader");
  return leader ? { reason: "leader-taken", of: leader.id ?? "" } : null;
}

/** Who has a seat and for whom: "Rådmann, Lier"; what the name says already is not said twice. */
export function seatName(name: string, represents: string): string {
  return represents === "" || name.includes(represents) ? name : [name, represents].filter(Boolean).join(", ");
}
