import { Document, Footer, Packer, PageNumber, Paragraph, TextRun } from "docx";
import { lookOf, millimetres, numberings, styles } from "~/features/documents/docx-styles.server";
import { type BodyParts, wordLanguages } from "~/features/documents/fill-template.server";

const a4 = { width: millimetres(210), height: millimetres(297) };
const margin = millimetres(24);

/** The width of the text, in twentieths of a point. */
export const ownWidth = a4.width - 2 * margin;

/**
 * A Word file (ECMA-376) in the product's own layout: A4, built-in headings, real lists, language and title set, the
 * pages counted.
 */
export async function writeOwnDocx(
  { children, numberings: own }: BodyParts,
  about: { title: string; language: "nb" | "nn" | "en"; region: { name: string; accent: string }; foot?: string },
): Promise<Uint8Array> {
  const { title, region, foot = region.name } = about;
  const look = lookOf(region.accent);
  const language = wordLanguages[about.language];
  const document = new Document({
    title,
    creator: region.name,
    lastModifiedBy: region.name,
    styles: styles(look, { value: language, eastAsia: language, bidirectional: "ar-SA" }),
    numbering: { config: [...numberings(look), ...own] },
    sections: [
      {
        properties: { page: { size: a4, margin: { top: margin, bottom: margin, left: margin, right: margin } } },
        footers: {
          default: new Footer({
            children: [new Paragraph({ children: [new TextRun({ children: [`${foot}   `, PageNumber.CURRENT] })] })],
          }),
        },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
