/** What became of a municipality on a day ("YYYY-MM-DD"): it went into another, or a part of it did. */
export type Change = { day: string; fromId: string; toId: string; kind: "merged" | "part" };

/** A span of days: from (inclusive) to (exclusive); null is not known, or open. */
export type DaySpan = { validFrom: string | null; validTo: string | null };

/** Whether a day is in a span. */
export function holds({ validFrom, validTo }: DaySpan, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || validTo > day);
}

/** The number and name a municipality had on a day; null when it did not stand then. */
export function versionOn<V extends DaySpan>(versions: readonly V[], day: string): V | null {
  return versions.find((version) => holds(version, day)) ?? null;
}

/**
 * The ids of the municipalities that stand on a day and hold what this one was, through mergers and splits. None when
 * it stands itself, or when what became of it is not known.
 */
export function successors(changes: readonly Change[], id: string, day: string): string[] {
  return follow(id, (at) => changes.filter((change) => change.fromId === at && change.day <= day).map((to) => to.toId));
}

/**
 * The ids of the municipalities that stood on a day and went into this one, whole or in part. None when it stood then
 * itself, or when where it came from is not known.
 */
export function predecessors(changes: readonly Change[], id: string, day: string): string[] {
  return follow(id, (at) => changes.filter((change) => change.toId === at && change.day > day).map((by) => by.fromId));
}

/** The ids of everything that has gone into a municipality, whole or in part, at any time; itself not included. */
export function ancestors(changes: readonly Change[], id: string): string[] {
  const seen = new Set<string>();
  const walk = (at: string): void => {
    for (const { fromId } of changes.filter(({ toId }) => toId === at)) {
      if (fromId === id || seen.has(fromId)) continue;
      seen.add(fromId);
      walk(fromId);
    }
  };
  walk(id);
  return [...seen];
}

/** The ends of the ways that lead on from an id, each once; a way that comes back to itself ends nowhere. */
function follow(id: string, next: (id: string) => string[]): string[] {
  const ends = new Set<string>();
  const seen = new Set([id]);
  const walk = (at: string): void => {
    const on = next(at);
    if (on.length === 0 && at !== id) ends.add(at);
    for (const to of on) {
      if (seen.has(to)) continue;
      seen.add(to);
      walk(to);
    }
  };
  walk(id);
  return [...ends];
}
