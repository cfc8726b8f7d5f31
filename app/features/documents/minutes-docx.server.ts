import type { FieldKey, FieldValues } from "~/domain/documents/template-fields";
import type { MinutesContent } from "~/domain/minutes/minutes-content";
import { minutesWords } from "~/domain/minutes/minutes-words";
import { type MinutesLine, writeMinutes } from "~/domain/minutes/write-minutes";
import { docxLines } from "~/features/documents/docx-lines.server";
import { fillTemplate } from "~/features/documents/fill-template.server";
import { ownWidth, writeOwnDocx } from "~/features/documents/own-docx.server";

type About = {
  standard: "nb" | "nn";
  region: { name: string; accent: string; programme?: string };
  /** The region's own template, as it is and with the fields that stand in it. */
  template?: { bytes: Uint8Array; fields: readonly FieldKey[] } | null;
  /** How far the minutes have come, in words. */
  state?: string;
};

/**
 * Minutes as a Word file, in the region's own template where it has one. It reads back as what went in (`readMinutes`):
 * what the template has no field for stands in its content.
 */
export async function writeMinutesDocx(
  content: MinutesContent,
  { standard, region, template = null, state = "" }: About,
): Promise<Uint8Array> {
  const words = minutesWords[standard];
  const lines = writeMinutes(content, words);
  const { time, place, present, absent, secretariat } = words;
  const terms = { time, place, present, absent, secretariat };
  return writeLinesDocx(lines, {
    ...{ language: standard, region, template, terms },
    fields: { body: content.body, day: writtenDay(content.day, words.months), state },
  });
}

/** "2017-06-01" as "1. juni 2017". */
export function writtenDay(day: string, months: readonly string[]): string {
  const date = new Date(day);
  return `${date.getUTCDate()}. ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

type Lines = {
  language: "nb" | "nn";
  region: { name: string; accent: string; programme?: string };
  template: { bytes: Uint8Array; fields: readonly FieldKey[] } | null;
  /** The terms of the head's lines, by the field of a template that takes their place. */
  terms: FieldValues;
  /** What the fields say that no line does. */
  fields: FieldValues;
};

/** The lines of a meeting's document as a Word file: in the region's template, else in the product's own layout. */
export async function writeLinesDocx(
  lines: readonly MinutesLine[],
  { language, region, template, terms, fields }: Lines,
): Promise<Uint8Array> {
  const title = lines.find(({ kind }) => kind === "title")?.text ?? "";
  const about = { title, language, region };
  if (!template) return writeOwnDocx(docxLines(lines, { accent: region.accent, width: ownWidth }), about);
  const said: FieldValues = { ...fields, title, region: region.name, programme: region.programme ?? "" };
  const placed = new Set<string>();
  for (const [key, term] of Object.entries(terms) as [keyof FieldValues, string][]) {
    const line = lines.find((one) => one.kind === "field" && one.term === term);
    said[key] = line && "term" in line ? line.text : "";
    if (template.fields.includes(key)) placed.add(term);
  }
  const rest = lines.filter((line) => {
    if (line.kind === "title") return !template.fields.includes("title");
    return line.kind !== "field" || !placed.has(line.term);
  });
  return fillTemplate(template.bytes, said, (width) => docxLines(rest, { accent: region.accent, width }), about);
}
