import {
  audienceOfName,
  createAudience,
  deleteAudience,
  findAudience,
  saveAudience,
} from "~/features/audiences/audiences.db.server";
import { audit } from "~/features/audit/audit.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** Makes an audience, without parts: it gives nobody yet. */
export async function newAudience(
  db: RegionDb,
  input: { name: string; description: string },
): Promise<{ ok: true; id: string } | { ok: false; reason: "name-taken" }> {
  await lockRegion(db, "audiences");
  if (await audienceOfName(db, input.name)) return { ok: false, reason: "name-taken" };
  const { id } = await createAudience(db, input);
  await audit(db, { action: "created", subject: "audience", id, after: input });
  return { ok: true, id };
}

/** Renames an audience that is still at the version its form was filled from. */
export async function editAudience(
  db: RegionDb,
  { id, version, name, description }: { id: string; version: number; name: string; description: string },
): Promise<{ ok: true } | { ok: false; reason: "not-found" | "name-taken" | "changed-meanwhile" }> {
  await lockRegion(db, "audiences");
  const audience = await findAudience(db, id);
  if (!audience) return { ok: false, reason: "not-found" };
  const taken = await audienceOfName(db, name);
  if (taken && taken.id !== id) return { ok: false, reason: "name-taken" };
  if (!(await saveAudience(db, id, version, { name, description }))) return { ok: false, reason: "changed-meanwhile" };
  const before = { name: audience.name, description: audience.description };
  await audit(db, { action: "updated", subject: "audience", id, before, after: { name, description } });
  return { ok: true };
}

/** Removes an audience that no network and no words are bound to; else says which. */
export async function removeAudience(
  db: RegionDb,
  id: string,
): Promise<
  | { ok: true }
  | { ok: false; reason: "not-found" }
  | { ok: false; reason: "in-use"; networks: { id: string; name: string }[]; words: string[] }
> {
  await lockRegion(db, "audiences");
  const audience = await findAudience(db, id);
  if (!audience) return { ok: false, reason: "not-found" };
  const { name, description, networks } = audience;
  const words = audience.words.map(({ shown }) => shown);
  if (networks.length > 0 || words.length > 0) return { ok: false, reason: "in-use", networks, words };
  await deleteAudience(db, id);
  await audit(db, { action: "removed", subject: "audience", id, before: { name, description } });
  return { ok: true };
}
