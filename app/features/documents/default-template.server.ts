import { Document, Footer, Header, HeadingLevel, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from "docx";
import { type FieldKey, type TemplateKind, writtenField } from "~/domain/documents/template-fields";
import { minutesWords } from "~/domain/minutes/minutes-words";
import { lookOf, millimetres, numberings, styles } from "~/features/documents/docx-styles.server";
import { wordLanguages } from "~/features/documents/fill-template.server";
import { m } from "~/i18n/messages/messages";

const a4 = { width: millimetres(210), height: millimetres(297) };
const margin = millimetres(24);

/** A template to start from: every field there is for its kind, in the product's own layout and the region's standard. */
export async function writeDefaultTemplate(
  kind: TemplateKind,
  { language, region }: { language: "nb" | "nn"; region: { name: string; accent: string } },
): Promise<Uint8Array> {
  const look = lookOf(region.accent);
  const field = (key: FieldKey) => writtenField(key, language);
  const line = (term: string, key: FieldKey) =>
    new Paragraph({ children: [new TextRun({ text: `${term}: `, bold: true }), new TextRun(field(key))] });
  const small = (text: string) => new TextRun({ text, size: 16, color: look.quiet });
  const value = wordLanguages[language];
  const document = new Document({
    title: m.documents_template_default_title({}, { locale: language }),
    creator: region.name,
    lastModifiedBy: region.name,
    styles: styles(look, { value, eastAsia: value, bidirectional: "ar-SA" }),
    numbering: { config: numberings(look) },
    sections: [
      {
        properties: {
          page: {
            // The rows of a report have columns enough to need the long side.
            size: { ...a4, ...(kind === "status_report" && { orientation: PageOrientation.LANDSCAPE }) },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        headers: {
          default: new Header({
            children: [new Paragraph({ children: [small(`${field("region")}   ${field("programme")}`)] })],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [
                  small(`${foot[kind].map(field).join("   ")}   `),
                  new TextRun({ size: 16, color: look.quiet, children: [PageNumber.CURRENT] }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(field("title"))] }),
          ...headOf(kind, language).map(([term, key]) => line(term, key)),
          new Paragraph({ children: [new TextRun(field("content"))] }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const foot: Record<TemplateKind, FieldKey[]> = {
  agenda: ["body", "day"],
  minutes: ["body", "day", "state"],
  status_report: ["version"],
};

function headOf(kind: TemplateKind, language: "nb" | "nn"): [string, FieldKey][] {
  const { time, place, present, secretariat, absent } = minutesWords[language];
  if (kind === "agenda")
    return [
      [time, "time"],
      [place, "place"],
    ];
  if (kind === "minutes")
    return [
      [time, "time"],
      [place, "place"],
      [present, "present"],
      [secretariat, "secretariat"],
      [absent, "absent"],
    ];
  return [
    [m.documents_field_period({}, { locale: language }), "period"],
    [m.documents_field_submitted({}, { locale: language }), "submitted"],
  ];
}
