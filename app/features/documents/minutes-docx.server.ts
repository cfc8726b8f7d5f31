import { Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, type Table, TextRun } from "docx";
import type { DocumentBlock } from "~/domain/documents/plan-document";
import type { MinutesContent } from "~/domain/minutes/minutes-content";
import { minutesWords } from "~/domain/minutes/minutes-words";
import { type MinutesLine, writeMinutes } from "~/domain/minutes/write-minutes";
import { type Block, readMarkdown } from "~/domain/shared/markdown";
import { writing } from "~/features/documents/docx-blocks.server";
import { lookOf, millimetres, numberings, styles } from "~/features/documents/docx-styles.server";

const a4 = { width: millimetres(210), height: millimetres(297) };
const margin = millimetres(24);

const headings = {
  title: HeadingLevel.TITLE,
  case: HeadingLevel.HEADING_1,
  letter: HeadingLevel.HEADING_2,
  bullet: HeadingLevel.HEADING_3,
} as const;

/**
 * Minutes as a Word file (ECMA-376): A4, built-in headings, real lists, language and title set, the pages counted. It
 * reads back as what went in (`readMinutes`).
 */
export async function writeMinutesDocx(
  content: MinutesContent,
  { standard, region }: { standard: "nb" | "nn"; region: { name: string; accent: string } },
): Promise<Uint8Array> {
  const look = lookOf(region.accent);
  const pen = writing(look, "");
  const lines = writeMinutes(content, minutesWords[standard]);
  const children = lines.flatMap(paragraphs);
  const language = { value: standard === "nn" ? "nn-NO" : "nb-NO", eastAsia: "nb-NO", bidirectional: "ar-SA" };
  const document = new Document({
    title: lines[0]?.text ?? "",
    creator: region.name,
    lastModifiedBy: region.name,
    styles: styles(look, language),
    numbering: { config: [...numberings(look), ...pen.numberings] },
    sections: [
      {
        properties: { page: { size: a4, margin: { top: margin, bottom: margin, left: margin, right: margin } } },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({ children: [new TextRun({ children: [`${region.name}   `, PageNumber.CURRENT] })] }),
            ],
          }),
        },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));

  function paragraphs(line: MinutesLine): (Paragraph | Table)[] {
    switch (line.kind) {
      case "title":
      case "case":
      case "letter":
      case "bullet": {
        // A bullet's sign is what tells it from a case when the file is read again.
        const text = line.kind === "bullet" ? `- ${line.text}` : line.text;
        return [new Paragraph({ heading: headings[line.kind], children: [new TextRun(text)] })];
      }
      case "field":
        return [
          new Paragraph({ children: [new TextRun({ text: `${line.term}: `, bold: true }), new TextRun(line.text)] }),
        ];
      case "label":
        return [new Paragraph({ keepNext: true, children: [new TextRun({ text: line.text, bold: true })] })];
      case "fact":
        return [new Paragraph({ children: [new TextRun({ text: line.text, color: look.quiet })] })];
      default:
        return pen.blocks(readMarkdown(line.text).map(asDocument), a4.width - 2 * margin);
    }
  }
}

/** A heading within a text stands below those of the cases. */
function asDocument(block: Block): DocumentBlock {
  return block.type === "heading" ? { type: "subheading", level: 4, number: "", inlines: block.inlines } : block;
}
