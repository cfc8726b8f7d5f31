import { strFromU8, unzipSync } from "fflate";
import { type FieldKey, fieldNamed, fieldsOf, type TemplateKind } from "~/domain/documents/template-fields";
import { fieldsIn, standsAlone } from "~/domain/documents/word-xml";
import { judgeDirectory } from "~/features/documents/read-office-file.server";

/** Where in a template something stands. */
export type TemplatePlace = "body" | "header" | "footer" | "notes";

/** What keeps a file from being a template. `near` is the words of the paragraph. */
export type TemplateProblem =
  | { code: "not-word" | "unpacked" | "macros" | "objects" | "outside" | "reaching" | "no-content" | "content-place" }
  | { code: "unknown" | "other-kind"; name: string; place: TemplatePlace; near: string }
  | { code: "broken"; place: TemplatePlace; near: string };

export type TemplateRead = { ok: true; fields: FieldKey[] } | { ok: false; problems: TemplateProblem[] };

/** What the parts that are texts may come to. Characters. */
const longest = 4_000_000;
const mostProblems = 12;

const main = "word/document.xml";
const isContent = (name: string) => fieldNamed(name) === "content";

/** The parts of a Word file; null for one that is none, or that would be too large to read. */
export function unpackWord(bytes: Uint8Array): Record<string, Uint8Array> | null {
  if (judgeDirectory(bytes, main) !== null) return null;
  try {
    return unzipSync(bytes);
  } catch {
    return null;
  }
}

/** The parts in which fields may stand, by what they are. */
export function fieldParts(names: string[]): { name: string; place: TemplatePlace }[] {
  return names.flatMap((name): { name: string; place: TemplatePlace }[] => {
    if (name === main) return [{ name, place: "body" }];
    const [, kind] = /^word\/(header|footer|footnotes|endnotes)\d*\.xml$/.exec(name) ?? [];
    if (!kind) return [];
    return [{ name, place: kind === "header" || kind === "footer" ? kind : "notes" }];
  });
}

/** The fields of a template of this kind, or everything that keeps it from being one. */
export function readTemplate(bytes: Uint8Array, kind: TemplateKind): TemplateRead {
  const judged = judgeDirectory(bytes, main);
  if (judged) return { ok: false, problems: [{ code: judged === "unpacked" ? "unpacked" : "not-word" }] };
  const files = unpackWord(bytes);
  if (!files) return { ok: false, problems: [{ code: "not-word" }] };
  const refused = dangersIn(files);
  if (refused) return { ok: false, problems: [{ code: refused }] };
  const fields = new Set<FieldKey>();
  const problems: TemplateProblem[] = [];
  for (const { name, place } of fieldParts(Object.keys(files))) {
    const found = fieldsIn(strFromU8(files[name] ?? new Uint8Array()));
    for (const { name: written, near } of found.fields) {
      const key = fieldNamed(written);
      if (key === null) problems.push({ code: "unknown", name: written, place, near });
      else if (!fieldsOf(kind).includes(key)) problems.push({ code: "other-kind", name: written, place, near });
      else fields.add(key);
    }
    for (const near of found.broken) problems.push({ code: "broken", place, near });
  }
  if (!fields.has("content")) problems.push({ code: "no-content" });
  else if (!contentStands(files)) problems.push({ code: "content-place" });
  return problems.length > 0
    ? { ok: false, problems: problems.slice(0, mostProblems) }
    : { ok: true, fields: [...fields] };
}

/** The content stands once, alone in its paragraph, in the body and nowhere else. */
function contentStands(files: Record<string, Uint8Array>): boolean {
  return fieldParts(Object.keys(files)).every(({ name, place }) => {
    const xml = strFromU8(files[name] ?? new Uint8Array());
    if (place === "body") return standsAlone(xml, isContent);
    return fieldsIn(xml).fields.every((field) => !isContent(field.name));
  });
}

type Danger = "not-word" | "unpacked" | "macros" | "objects" | "outside" | "reaching";

/** Programs, objects of other programs, and what is fetched from elsewhere when the file is opened. */
function dangersIn(files: Record<string, Uint8Array>): Danger | null {
  const names = Object.keys(files);
  const texts = names.filter((name) => /\.(xml|rels)$/i.test(name));
  if (texts.reduce((sum, name) => sum + (files[name]?.length ?? 0), 0) > longest) return "unpacked";
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  if (names.some((name) => /vba(project|data)/i.test(name)) || /macroenabled/i.test(text("[Content_Types].xml")))
    return "macros";
  if (names.some((name) => /(^|\/)(embeddings|activeX|afchunk)[./]?/i.test(name))) return "objects";
  for (const name of texts) {
    const xml = text(name);
    // A document type may name things that grow when they are read; Word writes none, and no comment either.
    if (/<!(?!--)/.test(xml)) return "not-word";
    if (fieldParts([name]).length > 0 && /<!--|<w:altChunk\b/.test(xml)) return "objects";
    if (/<w:instrText[^>]*>[^<]*\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK)\b/i.test(xml)) return "reaching";
    if (name.endsWith(".rels"))
      for (const [tag] of xml.matchAll(/<Relationship\b[^>]*>/g))
        if (/TargetMode="External"/i.test(tag) && !/\/(hyperlink|attachedTemplate)"/.test(tag)) return "outside";
  }
  return /<w:body[\s>]/.test(text(main)) ? null : "not-word";
}
