import { audit } from "~/features/audit/audit.server";
import { deleteGroup, findGroup, isGroupUsed } from "~/features/groups/groups.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Removes a group that was made by mistake: one that has or has had members, or is one itself, is ended instead. */
export async function removeGroup(
  db: RegionDb,
  id: string,
): Promise<{ ok: true } | { ok: false; reason: "not-found" | "in-use" }> {
  const group = await findGroup(db, id);
  if (!group) return { ok: false, reason: "not-found" };
  if (await isGroupUsed(db, id)) return { ok: false, reason: "in-use" };
  await deleteGroup(db, id);
  const { name, kind, actorId } = group;
  await audit(db, { action: "removed", subject: "group", id, before: { name, kind, actorId } });
  return { ok: true };
}
