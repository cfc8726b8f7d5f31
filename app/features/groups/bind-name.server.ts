import { nameKey } from "~/domain/actors/names";
import { audit } from "~/features/audit/audit.server";
import {
  createName,
  deleteName,
  findName,
  meaningExists,
  type NameMeaning,
  saveName,
} from "~/features/groups/names.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

const longestName = 500;

export type BindRefusal = "no-words" | "no-such-meaning" | "said-already" | "not-found";
type Bound = { ok: true } | { ok: false; reason: BindRefusal };

/** Says once for the region what a name means: an actor, a group, or (neither id) nobody. */
export async function bindName(db: RegionDb, { shown, ...means }: NameMeaning & { shown: string }): Promise<Bound> {
  await lockRegion(db, "actors");
  const words = nameKey(shown);
  if (words === "" || words.length > longestName) return { ok: false, reason: "no-words" };
  if (!(await meaningExists(db, means))) return { ok: false, reason: "no-such-meaning" };
  const known = await findName(db, { words });
  if (known) return same(known, means) ? { ok: true } : { ok: false, reason: "said-already" };
  const { id } = await createName(db, { words, shown: shown.replace(/\s+/g, " ").trim(), ...means });
  await audit(db, { action: "created", subject: "actor-name", id, after: { shown, ...means } });
  return { ok: true };
}

/** Says that a name means something else. */
export async function rebindName(db: RegionDb, { id, ...means }: NameMeaning & { id: string }): Promise<Bound> {
  await lockRegion(db, "actors");
  const known = await findName(db, { id });
  if (!known) return { ok: false, reason: "not-found" };
  if (!(await meaningExists(db, means))) return { ok: false, reason: "no-such-meaning" };
  if (same(known, means)) return { ok: true };
  await saveName(db, id, means);
  const { shown, actorId, groupId } = known;
  await audit(db, {
    action: "updated",
    subject: "actor-name",
    id,
    before: { shown, actorId, groupId },
    after: { shown, ...means },
  });
  return { ok: true };
}

/** Forgets what was said of a name, which is then asked about again where it stands. */
export async function forgetName(db: RegionDb, id: string): Promise<Bound> {
  await lockRegion(db, "actors");
  const known = await findName(db, { id });
  if (!known) return { ok: false, reason: "not-found" };
  await deleteName(db, id);
  const { shown, actorId, groupId } = known;
  await audit(db, { action: "removed", subject: "actor-name", id, before: { shown, actorId, groupId } });
  return { ok: true };
}

const same = (a: NameMeaning, b: NameMeaning) => a.actorId === b.actorId && a.groupId === b.groupId;
