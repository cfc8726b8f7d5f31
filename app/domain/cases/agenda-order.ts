/** A case on an agenda. `parentId` is the case it is a part of, whether or not that is on the same agenda. */
export type Placed = { caseId: string; parentId: string | null; place: number };

/** The cases that stand by themselves, in their order. A part whose case is treated elsewhere is one of them. */
export function rootsOf<P extends Placed>(cases: readonly P[]): P[] {
  const there = new Set(cases.map(({ caseId }) => caseId));
  return sorted(cases.filter(({ parentId }) => parentId === null || !there.has(parentId)));
}

/** All of them as they are read: each case, then its parts, then theirs. */
export function readingOrder<P extends Placed>(cases: readonly P[], roots: readonly P[] = rootsOf(cases)): P[] {
  const within = Map.groupBy(cases, ({ parentId }) => parentId);
  const withParts = (one: P): P[] => [one, ...sorted(within.get(one.caseId) ?? []).flatMap(withParts)];
  return roots.flatMap(withParts);
}

const sorted = <P extends Placed>(cases: readonly P[]): P[] => [...cases].sort((a, b) => a.place - b.place);

/** A list where one has changed places with the one before or after it; the first stays first, the last last. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const order = [...list];
  const [one, other] = [order[at], order[at + by]];
  if (at < 0 || one === undefined || other === undefined) return order;
  order[at] = other;
  order[at + by] = one;
  return order;
}
