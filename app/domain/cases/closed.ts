type Closable = { closed: boolean; parent?: Closable | null };

/** Whether a case is closed to the public (offentleglova): it is, or what it is a part of. */
export function isClosed(one: Closable): boolean {
  return one.closed || (one.parent ? isClosed(one.parent) : false);
}

type WithBasis = { legalBasis: string; parent?: WithBasis | null };

/** By which law a case is closed: its own words, else those of what it is a part of. */
export function basisOf(one: WithBasis): string {
  return one.legalBasis || (one.parent ? basisOf(one.parent) : "");
}
