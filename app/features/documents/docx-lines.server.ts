import { HeadingLevel, Paragraph, TextRun } from "docx";
import type { DocumentBlock } from "~/domain/documents/plan-document";
import type { MinutesLine } from "~/domain/minutes/write-minutes";
import { type Block, readMarkdown } from "~/domain/shared/markdown";
import { writing } from "~/features/documents/docx-blocks.server";
import { lookOf } from "~/features/documents/docx-styles.server";
import type { BodyParts } from "~/features/documents/fill-template.server";

const headings = {
  title: HeadingLevel.TITLE,
  case: HeadingLevel.HEADING_1,
  letter: HeadingLevel.HEADING_2,
  bullet: HeadingLevel.HEADING_3,
} as const;

/** The lines of a meeting's document, agenda or minutes, as paragraphs in a text of this width. */
export function docxLines(
  lines: readonly MinutesLine[],
  { accent, width }: { accent: string; width: number },
): BodyParts {
  const look = lookOf(accent);
  const pen = writing(look, "");
  const children = lines.flatMap((line): BodyParts["children"] => {
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
        return pen.blocks(readMarkdown(line.text).map(asDocument), width);
    }
  });
  return { children, numberings: pen.numberings };
}

/** A heading within a text stands below those of the cases. */
function asDocument(block: Block): DocumentBlock {
  return block.type === "heading" ? { type: "subheading", level: 4, number: "", inlines: block.inlines } : block;
}
