import { createHash } from "node:crypto";
import type { TemplateKind } from "~/domain/documents/template-fields";
import { audit } from "~/features/audit/audit.server";
import {
  bodiesForTemplates,
  createTemplate,
  createTemplateFile,
  deleteTemplate,
  deleteTemplateFile,
  findTemplate,
  templateOf,
  updateTemplate,
} from "~/features/documents/templates.db.server";
import { docxType } from "~/features/documents/word-type";
import { forgetQuietly } from "~/features/papers/add-papers.server";
import { type Access, lockRegion, withRegion } from "~/platform/db/region-db.server";
import { keepFile } from "~/platform/files.server";
import { newId } from "~/platform/ids.server";

type Input = { kind: TemplateKind; bodyId: string | null; name: string; bytes: Uint8Array<ArrayBuffer> };
type Kept = { ok: true; id: string; replaced: boolean } | { ok: false; reason: "no-body" };

/**
 * Keeps a template that has been read for a kind of document, of one body or of all; it takes the place of the one that
 * was there. The bytes are kept first: no transaction waits for a store.
 */
export async function keepTemplate(access: Access, { kind, bodyId, name, bytes }: Input): Promise<Kept> {
  const { regionId } = access;
  const hash = createHash("sha256").update(bytes).digest("hex");
  const fileId = newId();
  const content = await keepFile({ regionId, id: fileId, bytes, type: docxType, hash });
  const forget = () => forgetQuietly(regionId, fileId);
  const kept = await withRegion(access, async (db) => {
    await lockRegion(db, "templates");
    if (bodyId !== null && !(await bodiesForTemplates(db)).some(({ id }) => id === bodyId)) return null;
    const before = await templateOf(db, kind, bodyId);
    await createTemplateFile(db, { id: fileId, name, type: docxType, size: bytes.length, hash, content });
    const after = { kind, bodyId, name, fileId };
    if (before) await updateTemplate(db, before.id, { name, fileId });
    const id = before?.id ?? (await createTemplate(db, after));
    if (before) await deleteTemplateFile(db, before.file.id);
    await audit(db, {
      ...{ action: before ? "updated" : "created", subject: "document-template", id, after },
      ...(before && { before: { kind, bodyId, name: before.name, fileId: before.file.id } }),
    });
    return { id, was: before?.file.id ?? null };
  }).catch(async (error) => {
    await forget();
    throw error;
  });
  if (!kept) {
    await forget();
    return { ok: false, reason: "no-body" };
  }
  if (kept.was) await forgetQuietly(regionId, kept.was);
  return { ok: true, id: kept.id, replaced: kept.was !== null };
}

/** Takes a template away: documents are again in the product's own layout, or that for all bodies. */
export async function removeTemplate(access: Access, id: string): Promise<{ ok: boolean; name: string }> {
  const removed = await withRegion(access, async (db) => {
    await lockRegion(db, "templates");
    const template = await findTemplate(db, id);
    if (!template) return null;
    const { kind, bodyId, name, file } = template;
    await deleteTemplate(db, id);
    await deleteTemplateFile(db, file.id);
    await audit(db, {
      ...{ action: "removed", subject: "document-template", id },
      before: { kind, bodyId, name, fileId: file.id },
    });
    return { name, fileId: file.id };
  });
  if (!removed) return { ok: false, name: "" };
  await forgetQuietly(access.regionId, removed.fileId);
  return { ok: true, name: removed.name };
}
