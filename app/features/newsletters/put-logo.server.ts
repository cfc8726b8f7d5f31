import { createHash } from "node:crypto";
import { bareImage, imageName, readImage } from "~/domain/newsletters/image";
import { audit } from "~/features/audit/audit.server";
import {
  createFile,
  deleteUnusedFile,
  findNewsletter,
  hasFrozen,
  saveNewsletter,
} from "~/features/newsletters/newsletters.db.server";
import { forgetQuietly } from "~/features/papers/add-papers.server";
import { type Access, type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { keepFile } from "~/platform/files.server";
import { newId } from "~/platform/ids.server";

type Refused = { ok: false; reason: "not-found" | "changed-meanwhile" };
export type PutLogo = { ok: true } | Refused | { ok: false; reason: "empty" | "too-large" | "other" };

/**
 * Gives a newsletter the logo its issues carry, told by its bytes. They are kept first, since a store is outside and no
 * transaction waits for it. The logo it had stays where an issue that is approved or sent shows it.
 */
export async function putLogo(
  access: Access,
  { id, version, bytes }: { id: string; version: number; bytes: Uint8Array<ArrayBuffer> },
): Promise<PutLogo> {
  const read = readImage(bytes);
  if (!read.ok) return read;
  const bare = bareImage(bytes);
  const hash = createHash("sha256").update(bare).digest("hex");
  const { regionId } = access;
  const fileId = newId();
  const content = await keepFile({ regionId, id: fileId, bytes: bare, type: read.type, hash });
  const forget = () => forgetQuietly(regionId, fileId);
  const put = await withRegion(access, async (db) => {
    await createFile(db, { id: fileId, name: imageName(read), type: read.type, size: bare.length, hash, content });
    const kept = await setLogo(db, { id, version, logoId: fileId });
    if (!kept.ok) await deleteUnusedFile(db, fileId);
    return kept;
  }).catch(async (error) => {
    await forget();
    throw error;
  });
  if (!put.ok) await forget();
  else if (put.unused) await forgetQuietly(regionId, put.unused);
  return put.ok ? { ok: true } : put;
}

/** Takes the logo away: the region's letters stand instead. */
export async function removeLogo(
  access: Access,
  { id, version }: { id: string; version: number },
): Promise<{ ok: true } | Refused> {
  const removed = await withRegion(access, (db) => setLogo(db, { id, version, logoId: null }));
  if (!removed.ok) return removed;
  if (removed.unused) await forgetQuietly(access.regionId, removed.unused);
  return { ok: true };
}

async function setLogo(
  db: RegionDb,
  { id, version, logoId }: { id: string; version: number; logoId: string | null },
): Promise<{ ok: true; unused: string | null } | Refused> {
  const standing = await findNewsletter(db, id);
  if (!standing) return { ok: false, reason: "not-found" };
  if (!(await saveNewsletter(db, id, version, { logoId }))) return { ok: false, reason: "changed-meanwhile" };
  const was = standing.logoId;
  const unused = was && !(await hasFrozen(db, id)) && (await deleteUnusedFile(db, was)) ? was : null;
  await audit(db, { action: "updated", subject: "newsletter", id, before: { logo: was }, after: { logo: logoId } });
  return { ok: true, unused };
}
