export const tiers = ["core", "extended", "outside"] as const;
export type Tier = (typeof tiers)[number];

/** An actor on a day: those not valid that day are left out. */
export type ActorThere = { id: string; parentId: string | null; tier: Tier; position: number };

export type Columns<A> = {
  /** Every actor that has no units, the inner circle first; units stand where the actor they belong to would. */
  actors: A[];
  /** Who stands in the matrix for an actor: itself, or its units. Whoever is not there that day has no entry. */
  standIns: ReadonlyMap<string, readonly string[]>;
};

/** The columns of the matrix from the actors of one day, in the region's order, whatever order they come in. */
export function columnsOf<A extends ActorThere>(there: readonly A[]): Columns<A> {
  const byId = new Map(there.map((actor) => [actor.id, actor]));
  const units = new Map<string, A[]>();
  for (const actor of there)
    if (actor.parentId !== null && byId.has(actor.parentId))
      units.set(actor.parentId, [...(units.get(actor.parentId) ?? []), actor]);
  for (const own of units.values()) own.sort(byPosition);
  const leaves = (actor: A, above: readonly string[] = []): A[] => {
    const own = (units.get(actor.id) ?? []).filter(({ id }) => !above.includes(id) && id !== actor.id);
    return own.length === 0 ? [actor] : own.flatMap((unit) => leaves(unit, [...above, actor.id]));
  };
  const top = there.filter(({ parentId }) => parentId === null || !byId.has(parentId)).sort(byPosition);
  const all = top.flatMap((actor) => leaves(actor));
  return {
    actors: tiers.flatMap((tier) => all.filter((actor) => actor.tier === tier)),
    standIns: new Map(there.map((actor) => [actor.id, leaves(actor).map(({ id }) => id)])),
  };
}

function byPosition(a: ActorThere, b: ActorThere): number {
  return a.position - b.position || (a.id < b.id ? -1 : 1);
}
