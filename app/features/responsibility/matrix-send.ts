import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import type { Change, Reply } from "./matrix-changes";

/** Posts one change. It is sent to its end also when the page is left. Throws without an answer. */
export async function sendChange(
  slug: string,
  change: Change,
  {
    actors,
    seen,
    from,
    asOf,
  }: { /** The ids of the columns. */ actors: readonly string[]; seen: string; from: string; asOf: string },
): Promise<Reply> {
  const body = new URLSearchParams({
    row: change.row,
    actor: actors[change.column] ?? "",
    part: change.wanted,
    seen,
    asOf,
  });
  if (from !== "") body.set("from", from);
  const answer = await fetch(paths.responsibilityCells(slug), {
    method: "POST",
    body,
    headers: { Accept: "application/json" },
    keepalive: true,
    redirect: "manual",
  });
  // A redirect leads to the sign-in page.
  if (answer.type === "opaqueredirect" || answer.status === 401)
    return { ok: false, reason: "signed-out", message: m.responsibility_failed_sign_in() };
  const reply = (await answer.json()) as (Reply & { actors?: string[] }) | null;
  if (typeof reply?.ok !== "boolean") throw new Error("no answer of ours");
  return "cells" in reply ? { ...reply, cells: inColumns(reply.cells, reply.actors ?? actors, actors) } : reply;
}

/** A row's cells in the order of the columns here; on another day the region may have had other actors. */
function inColumns(cells: string, theirs: readonly string[], ours: readonly string[]): string {
  const codes = new Map(theirs.map((actor, at) => [actor, cells.charAt(at)]));
  return ours.map((actor) => codes.get(actor) ?? ".").join("");
}
