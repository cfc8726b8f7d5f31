import type { Part } from "~/domain/responsibility/parts";
import { saysMore } from "~/domain/responsibility/parts";

/** Who a name in a row means. A group that is an actor's own counts as the actor. `rest`: "resten av", "+ …". */
export type Named =
  | { kind: "actor"; actorId: string; rest: boolean }
  | { kind: "group"; actorIds: readonly string[]; rest: boolean };

/**
 * The parts that the names of a row imply, by the column of each actor. The first actor named alone is accountable and
 * the others perform; members of a named group, and those who are "the rest", contribute. Of an actor with several
 * units each performs, and none is accountable by it. An actor that is not there that day keeps its place as the first
 * named, so that the row shows that nobody is accountable. Who gets two parts plays the one that says more.
 */
export function impliedParts(
  names: readonly Named[],
  standIns: ReadonlyMap<string, readonly string[]>,
): Map<string, Part> {
  const implied = new Map<string, Part>();
  const give = (actorIds: readonly string[], part: Part) => {
    for (const id of actorIds) if (saysMore(part, implied.get(id))) implied.set(id, part);
  };
  const columns = (actorId: string) => standIns.get(actorId) ?? [];
  let first: string | undefined;
  for (const name of names) {
    if (name.kind === "group") give(name.actorIds.flatMap(columns), "contributes");
    else if (name.rest) give(columns(name.actorId), "contributes");
    else if (columns(name.actorId).length > 1) give(columns(name.actorId), "performs");
    else {
      first ??= name.actorId;
      give(columns(name.actorId), name.actorId === first ? "accountable" : "performs");
    }
  }
  return implied;
}
