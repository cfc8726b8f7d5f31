import { type Outcome, type Seat, type VoteFault, voteFault, votersIn } from "~/domain/minutes/taking-part";

/** The treatment of a case or a part of one, as far as closing the meeting goes. */
export type Treated = {
  id: string;
  /** The item of the case it is a part of. */
  parentId: string | null;
  outcome: Outcome | null;
  decision: string;
  unanimous: boolean | null;
  votesFor: number | null;
  votesAgainst: number | null;
  disqualified: readonly string[];
};

/**
 * Whether each item has an outcome: its own, that of the case it is a part of, or that of all its own parts. Ids of the
 * settled.
 */
export function settledItems(items: readonly Treated[]): Set<string> {
  const known = new Map(items.map((item) => [item.id, item]));
  const parts = new Map<string, Treated[]>();
  for (const item of items)
    if (item.parentId !== null) parts.set(item.parentId, [...(parts.get(item.parentId) ?? []), item]);
  const fromAbove = (item: Treated | undefined, depth = 0): boolean =>
    item !== undefined && depth < 9 && (item.outcome !== null || fromAbove(known.get(item.parentId ?? ""), depth + 1));
  const fromBelow = (item: Treated, depth = 0): boolean => {
    const own = parts.get(item.id) ?? [];
    return own.length > 0 && depth < 9 && own.every((part) => part.outcome !== null || fromBelow(part, depth + 1));
  };
  return new Set(items.filter((item) => fromAbove(item) || fromBelow(item)).map(({ id }) => id));
}

export type ClosingFault = { itemId: string; fault: "no-outcome" | "no-decision" | VoteFault };

/**
 * What stands against closing a meeting, in the order of its items: an item without an outcome (a case whose parts are
 * not settled is said by those), a decision with changes that says nothing, a vote that cannot be.
 */
export function closingFaults(items: readonly Treated[], seats: readonly Seat[]): ClosingFault[] {
  const settled = settledItems(items);
  const withParts = new Set(items.map(({ parentId }) => parentId));
  const order = items.map(({ id }) => id);
  return items.flatMap((item): ClosingFault[] => {
    if (!settled.has(item.id)) return withParts.has(item.id) ? [] : [{ itemId: item.id, fault: "no-outcome" }];
    if (item.outcome === "changed" && item.decision.trim() === "") return [{ itemId: item.id, fault: "no-decision" }];
    const fault = voteFault(item, votersIn(seats, item.id, order, new Set(item.disqualified)));
    return fault === null ? [] : [{ itemId: item.id, fault }];
  });
}
