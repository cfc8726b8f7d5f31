/** What became of a case in a meeting. */
export const outcomes = ["as_proposed", "changed", "noted", "postponed", "not_treated"] as const;
export type Outcome = (typeof outcomes)[number];

/** Somebody who was or should have been at a meeting, as far as taking part goes. */
export type Seat = {
  id: string;
  state: "unknown" | "present" | "absent";
  /** Whether the seat has a vote in the body. */
  votes: boolean;
  /** The first item after coming late, and the first after leaving. */
  cameAtId: string | null;
  leftAtId: string | null;
};

export type SeatInItem = "in" | "absent" | "not-come" | "gone" | "disqualified";

/**
 * Where a seat is while an item is treated. `order` is the items of the meeting as they were treated; one who left and
 * came back later is away in between.
 */
export function seatIn(
  seat: Seat,
  itemId: string,
  order: readonly string[],
  disqualified: ReadonlySet<string>,
): SeatInItem {
  if (seat.state !== "present") return "absent";
  const at = order.indexOf(itemId);
  const came = seat.cameAtId === null ? -1 : order.indexOf(seat.cameAtId);
  const left = seat.leftAtId === null ? order.length : indexOr(order, seat.leftAtId, order.length);
  if (left < came) {
    if (at >= left && at < came) return "gone";
  } else {
    if (at < came) return "not-come";
    if (at >= left) return "gone";
  }
  return disqualified.has(seat.id) ? "disqualified" : "in";
}

function indexOr(order: readonly string[], id: string, otherwise: number): number {
  const at = order.indexOf(id);
  return at < 0 ? otherwise : at;
}

/** How many may vote in an item: those with a vote who are there and able. */
export function votersIn(
  seats: readonly Seat[],
  itemId: string,
  order: readonly string[],
  disqualified: ReadonlySet<string>,
): number {
  return seats.filter((seat) => seat.votes && seatIn(seat, itemId, order, disqualified) === "in").length;
}

/**
 * Whether a body may decide: by its own rule, else when at least half of the members with a vote are there
 * (kommuneloven § 11-9).
 *
 * @param quorum the body's own rule; null for half of those who vote
 * @param members all with a vote, there or not
 * @param there those of them who are there and able
 */
export function quorumOf(quorum: number | null, members: number, there: number) {
  const needed = quorum ?? Math.ceil(members / 2);
  return { needed, there, members, met: there >= needed };
}

export type Votes = { unanimous: boolean | null; votesFor: number | null; votesAgainst: number | null };
export type VoteFault = "too-many" | "negative" | "missing";

/**
 * What is wrong with a vote: more votes than there are people to give them, and, when the meeting is closed, a vote that
 * was not unanimous and is not counted. Null when nothing is.
 *
 * @param able those who may vote in the item
 */
export function voteFault({ unanimous, votesFor, votesAgainst }: Votes, able: number): VoteFault | null {
  if (unanimous !== false) return null;
  if ((votesFor ?? 0) < 0 || (votesAgainst ?? 0) < 0) return "negative";
  if ((votesFor ?? 0) + (votesAgainst ?? 0) > able) return "too-many";
  return votesFor === null || votesAgainst === null ? "missing" : null;
}
