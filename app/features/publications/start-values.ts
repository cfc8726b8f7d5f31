import { type NameBook, readNames } from "~/domain/actors/names";
import { kindOfRow } from "~/domain/publications/kinds";
import type { ActorOptions } from "~/features/publications/publication-actors.view.server";

/**
 * What stands in the form of a new publication: what the plan row it comes of says, where there is one, and the actor,
 * where only one can be meant.
 */
export function startValues(from: {
  row: { id: string; channel: string; kind: string | null; title: string; responsible: string } | null;
  names: NameBook | null;
  options: ActorOptions;
  today: string;
}): Record<string, string> {
  const { row, names, options, today } = from;
  const may = (id: string) => options.actors.some(({ value }) => value === id);
  const named = row && names ? readNames(row.responsible, names).map(({ means }) => means) : [];
  const meant = named.map((means) =>
    means.kind === "actor" ? means.id : means.kind === "group" ? means.actorId : null,
  );
  const one = new Set(meant).size === 1 ? meant[0] : null;
  const only = options.limited && options.actors.length === 1 ? options.actors[0]?.value : null;
  return {
    day: today,
    actorId: one && may(one) ? one : (only ?? ""),
    ...(row && { kind: kindOfRow(row), title: row.title, planRowId: row.id }),
  };
}
