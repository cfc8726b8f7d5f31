import { HeadingLevel, Paragraph, TextRun } from "docx";
import type { PlanDocument } from "~/domain/documents/plan-document";
import type { FieldValues } from "~/domain/documents/template-fields";
import type { RoundContent } from "~/domain/reports/round-content";
import { writing } from "~/features/documents/docx-blocks.server";
import { lookOf } from "~/features/documents/docx-styles.server";
import { fillTemplate } from "~/features/documents/fill-template.server";
import type { OpenTemplate } from "~/features/documents/open-template.server";
import { writePlanDocx } from "~/features/documents/plan-docx.server";
import { roundDocument, type SubmittedAs } from "~/features/documents/round-document.server";
import { m } from "~/i18n/messages/messages";

/**
 * A report as a Word file (ECMA-376): in the region's own template where it has one (`openTemplate`), else in the
 * product's own layout. What the template has no field for stands in its content.
 */
export async function roundDocx(
  content: RoundContent,
  language: "nb" | "nn" | "en",
  {
    accent = "fjord",
    programme = "",
    submitted = null,
    template = null,
  }: {
    accent?: string;
    programme?: string;
    submitted?: SubmittedAs | null;
    template?: Pick<OpenTemplate, "bytes" | "fields"> | null;
  } = {},
): Promise<Uint8Array> {
  const document = await roundDocument(content, { language, programme, submitted });
  return template ? inTemplate(document, template, accent) : writePlanDocx(document, accent);
}

function inTemplate(document: PlanDocument, template: Pick<OpenTemplate, "bytes" | "fields">, accent: string) {
  const { title, region, programme, language, facts, words, parts } = document;
  const say = { locale: language };
  /** The facts of the first page that a field may take the place of, by their terms. */
  const terms = {
    period: m.reports_doc_period({}, say),
    submitted: m.reports_doc_submitted({}, say),
    version: m.reports_doc_version({}, say),
  };
  const said: FieldValues = { title, region, programme };
  for (const key of ["period", "submitted", "version"] as const)
    said[key] = facts.find(({ term }) => term === terms[key])?.words ?? "";
  const placed: string[] = template.fields.flatMap((key) => (key in terms ? [terms[key as keyof typeof terms]] : []));
  const look = lookOf(accent);
  const pen = writing(look, words.table);
  return fillTemplate(
    template.bytes,
    said,
    (width) => ({
      children: [
        ...(template.fields.includes("title")
          ? []
          : [new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] })]),
        ...facts
          .filter(({ term }) => !placed.includes(term))
          .map(
            ({ term, words: own }) =>
              new Paragraph({ children: [new TextRun({ text: `${term}: `, bold: true }), new TextRun(own)] }),
          ),
        ...parts.flatMap(({ heading, blocks }) => [pen.heading(1, heading), ...pen.blocks(blocks, width)]),
      ],
      numberings: pen.numberings,
    }),
    { title: [title, region].join(", "), language, region: { name: region, accent } },
  );
}
