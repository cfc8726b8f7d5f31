import { fieldsOf, templateKinds, writtenField } from "~/domain/documents/template-fields";
import { readTemplate } from "~/features/documents/read-template.server";
import { fieldNames, templateKindNames } from "~/features/documents/template-words";
import {
  bodiesForTemplates,
  findTemplate,
  listTemplates,
  templateContent,
} from "~/features/documents/templates.db.server";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { type Access, type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { readFile } from "~/platform/files.server";

type Stored = Awaited<ReturnType<typeof listTemplates>>[number];

const row = ({ id, kind, name, body, updatedAt }: Stored) => ({
  ...{ id, kind, name },
  document: templateKindNames[kind](),
  body: kind === "status_report" ? "" : (body?.name ?? m.documents_template_all_bodies()),
  updated: formatDate(updatedAt.toISOString().slice(0, 10), getLocale(), "short"),
});

/** The region's templates, what a new one may be for, and the fields each kind of document has. */
export async function templatesView(db: RegionDb) {
  const templates = await listTemplates(db);
  const bodies = await bodiesForTemplates(db);
  const keys = [...new Set(templateKinds.flatMap(fieldsOf))];
  return {
    templates: templates.map(row),
    bodies,
    kinds: templateKinds.map((kind) => ({ kind, name: templateKindNames[kind]() })),
    content: writtenField("content", getLocale()),
    fields: keys.map((key) => ({
      written: writtenField(key, getLocale()),
      says: fieldNames[key](),
      kinds: templateKinds.filter((kind) => fieldsOf(kind).includes(key)).map((kind) => templateKindNames[kind]()),
    })),
  };
}

export type TemplatesView = Awaited<ReturnType<typeof templatesView>>;

/** A template's file as it was uploaded, and what it is called. Null for an id that is none. */
export async function templateFile(access: Access, id: string) {
  const found = await withRegion(access, async (db) => {
    const template = await findTemplate(db, id);
    const stored = template && (await templateContent(db, template.file.id));
    return template && stored && { template, stored };
  });
  if (!found) return null;
  const bytes = await readFile({ regionId: access.regionId, ...found.stored });
  return { template: found.template, bytes };
}

/** One template with every field of its kind, and whether it stands in the file. Null for an id that is none. */
export async function templateView(access: Access, id: string) {
  const found = await templateFile(access, id);
  if (!found) return null;
  const { template, bytes } = found;
  const read = readTemplate(bytes, template.kind);
  const there = new Set(read.ok ? read.fields : []);
  return {
    ...row(template),
    bodyId: template.bodyId,
    content: writtenField("content", getLocale()),
    fields: fieldsOf(template.kind).map((key) => ({
      written: writtenField(key, getLocale()),
      says: fieldNames[key](),
      there: there.has(key),
    })),
  };
}

export type TemplateView = NonNullable<Awaited<ReturnType<typeof templateView>>>;
