import type { FieldKey, TemplateKind } from "~/domain/documents/template-fields";
import { readTemplate } from "~/features/documents/read-template.server";
import { templateContent, templateOf } from "~/features/documents/templates.db.server";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { readFile } from "~/platform/files.server";

export type OpenTemplate = { bytes: Uint8Array<ArrayBuffer>; fields: readonly FieldKey[] };

/** The template that a document of a body is made from: the body's own, else that for all; null where there is none. */
export async function openTemplate(
  access: Access,
  kind: TemplateKind,
  bodyId: string | null = null,
): Promise<OpenTemplate | null> {
  const stored = await withRegion(access, async (db) => {
    const own = bodyId === null ? null : await templateOf(db, kind, bodyId);
    const template = own ?? (await templateOf(db, kind, null));
    return template && (await templateContent(db, template.file.id));
  });
  if (!stored) return null;
  const bytes = await readFile({ regionId: access.regionId, ...stored });
  const read = readTemplate(bytes, kind);
  return read.ok ? { bytes, fields: read.fields } : null;
}
