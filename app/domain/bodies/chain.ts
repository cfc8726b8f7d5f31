/**
 * The bodies from one on, each with the one its recommendations go on to: "Rådmannsgruppen", "Styringsgruppen",
 * "Generalforsamlingen". It ends where it would come back to one it has.
 */
export function chainFrom(id: string, next: ReadonlyMap<string, string>): string[] {
  const chain = [id];
  for (let at = next.get(id); at !== undefined && !chain.includes(at); at = next.get(at)) chain.push(at);
  return chain;
}

/** Whether a body would come back to itself if it went on to another. */
export function goesRound(id: string, nextId: string, next: ReadonlyMap<string, string>): boolean {
  return chainFrom(nextId, next).includes(id);
}

/** The chains of more than one body, each from where it begins, and the bodies that stand alone, in the order given. */
export function chainsOf(
  ids: readonly string[],
  next: ReadonlyMap<string, string>,
): { chains: string[][]; alone: string[] } {
  const gone = new Set(next.values());
  const begins = ids.filter((id) => next.has(id) && !gone.has(id));
  return {
    chains: begins.map((id) => chainFrom(id, next)),
    alone: ids.filter((id) => !next.has(id) && !gone.has(id)),
  };
}
