import { createHash } from "node:crypto";
import { bareImage, imageName, readImage } from "~/domain/newsletters/image";
import type { Words } from "~/domain/newsletters/words";
import { audit } from "~/features/audit/audit.server";
import { updateItem } from "~/features/newsletters/issue-items.db.server";
import { saveIssue } from "~/features/newsletters/issues.db.server";
import { createFile, deleteUnusedFile } from "~/features/newsletters/newsletters.db.server";
import { type NotOpen, openItem } from "~/features/newsletters/open-issue.server";
import { forgetQuietly } from "~/features/papers/add-papers.server";
import { type Access, type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { keepFile } from "~/platform/files.server";
import { newId } from "~/platform/ids.server";

type Of = { issueId: string; itemId: string };
type Done = { ok: true } | NotOpen;

/**
 * Puts an image into an item, in the place of the one it had. It is told by its bytes, and must say in words what it
 * shows. The bytes are kept first, since a store is outside and no transaction waits for it.
 */
export async function putImage(
  access: Access,
  { issueId, itemId, bytes, alt }: Of & { bytes: Uint8Array<ArrayBuffer>; alt: Words },
): Promise<Done | { ok: false; reason: "alt-missing" | "empty" | "too-large" | "other" }> {
  const read = readImage(bytes);
  if (!read.ok) return read;
  const words = Object.fromEntries(Object.entries(alt).filter(([, text]) => text.trim() !== ""));
  if (Object.keys(words).length === 0) return { ok: false, reason: "alt-missing" };
  const bare = bareImage(bytes);
  const hash = createHash("sha256").update(bare).digest("hex");
  const { regionId } = access;
  const id = newId();
  const content = await keepFile({ regionId, id, bytes: bare, type: read.type, hash });
  const file = { id, name: imageName(read), type: read.type, size: bare.length, hash, content };
  const put = await withRegion(access, async (db) => {
    const opened = await openItem(db, { issueId, itemId });
    if (!opened.ok) return opened;
    await createFile(db, file);
    await updateItem(db, itemId, { imageId: id, imageAlt: words });
    return { ok: true as const, unused: await replaced(db, { issueId, itemId, was: opened.item.imageId, is: id }) };
  }).catch(async (error) => {
    await forgetQuietly(regionId, id);
    throw error;
  });
  return settle(access, put, id);
}

/** Takes the image of an item away. */
export async function removeImage(access: Access, { issueId, itemId }: Of): Promise<Done> {
  const removed = await withRegion(access, async (db) => {
    const opened = await openItem(db, { issueId, itemId });
    if (!opened.ok) return opened;
    const was = opened.item.imageId;
    if (was === null) return { ok: true as const, unused: null };
    await updateItem(db, itemId, { imageId: null, imageAlt: {} });
    return { ok: true as const, unused: await replaced(db, { issueId, itemId, was, is: null }) };
  });
  return settle(access, removed, null);
}

/** Writes down that one image is in the place of another; the one that nothing names any longer, by id. */
async function replaced(
  db: RegionDb,
  { issueId, itemId, was, is }: Of & { was: string | null; is: string | null },
): Promise<string | null> {
  const unused = was !== null && (await deleteUnusedFile(db, was)) ? was : null;
  await saveIssue(db, issueId, {});
  await audit(db, {
    action: "updated",
    subject: "newsletter-issue",
    id: issueId,
    before: { item: itemId, imageId: was },
    after: { item: itemId, imageId: is },
  });
  return unused;
}

/** Lets the store forget what no row names: the one replaced, or the new one where it was refused. */
async function settle(
  { regionId }: Access,
  done: { ok: true; unused: string | null } | NotOpen,
  made: string | null,
): Promise<Done> {
  const forgotten = done.ok ? done.unused : made;
  if (forgotten) await forgetQuietly(regionId, forgotten);
  return done.ok ? { ok: true } : done;
}
