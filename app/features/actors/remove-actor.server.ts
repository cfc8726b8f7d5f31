import { openSpan } from "~/domain/actors/period";
import { type ActorUses, type OpenAfter, openAfter, usesOf } from "~/features/actors/actor-uses.db.server";
import { dateOf, deleteActor, findActor, saveActor } from "~/features/actors/actors.db.server";
import { audit } from "~/features/audit/audit.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** Whether anything stands on an actor, so that it can be ended but not removed. */
export function isUsed(uses: ActorUses): boolean {
  return Object.values(uses).some((use) => (typeof use === "number" ? use > 0 : use.length > 0));
}

/** Removes an actor that was a slip. One that anything stands on is refused with what does. */
export async function removeActor(
  db: RegionDb,
  id: string,
): Promise<
  { ok: true; name: string } | { ok: false; reason: "not-found" } | { ok: false; reason: "in-use"; uses: ActorUses }
> {
  await lockRegion(db, "actors");
  const actor = await findActor(db, id);
  if (!actor) return { ok: false, reason: "not-found" };
  const uses = await usesOf(db, id);
  if (isUsed(uses)) return { ok: false, reason: "in-use", uses };
  await deleteActor(db, id);
  const { name, shortName, kind, tier, parentId } = actor;
  await audit(db, { action: "removed", subject: "actor", id, before: { name, shortName, kind, tier, parentId } });
  return { ok: true, name };
}

/** Ends an actor after its last day. Its units and what it answers for go on until they are ended: `open` says what. */
export async function endActor(
  db: RegionDb,
  { id, version, last }: { id: string; version: number; last: string },
): Promise<
  { ok: true; open: OpenAfter } | { ok: false; reason: "not-found" | "changed-meanwhile" | "end-before-start" }
> {
  await lockRegion(db, "actors");
  const actor = await findActor(db, id);
  if (!actor) return { ok: false, reason: "not-found" };
  const span = openSpan(actor.span.from, last);
  if (!span.ok) return span;
  const { to } = span.span;
  if (!(await saveActor(db, id, version, { validTo: dateOf(to) }))) return { ok: false, reason: "changed-meanwhile" };
  await audit(db, {
    action: "updated",
    subject: "actor",
    id,
    before: { validTo: actor.span.to },
    after: { validTo: to },
  });
  return { ok: true, open: await openAfter(db, id, new Date(to ?? last)) };
}
