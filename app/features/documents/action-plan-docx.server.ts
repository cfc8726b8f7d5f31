import { Document, Footer, HeadingLevel, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from "docx";
import { actionPlanHeads } from "~/domain/documents/action-plan-heads";
import { type DocumentBlock, printable, rowOf } from "~/domain/documents/plan-document";
import { type Block, readMarkdown } from "~/domain/shared/markdown";
import { stateNames } from "~/features/action-plan/plan-words";
import type { WholePlanText, WholeRow } from "~/features/action-plan/whole-plan.view.server";
import { writing } from "~/features/documents/docx-blocks.server";
import { lookOf, millimetres, numberings, styles } from "~/features/documents/docx-styles.server";
import { type BodyParts, wordLanguages } from "~/features/documents/fill-template.server";

const a4 = { width: millimetres(210), height: millimetres(297) };
const margin = millimetres(20);
const width = a4.height - 2 * margin;
const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

/**
 * An action plan as a Word file (ECMA-376) on pages on their side: built-in headings, a table for each focus area with
 * its head marked and repeated, language and title set. It reads back as the plan it was made of (`readActionPlan`).
 * The words of the product's are in the language of the request.
 */
export async function writeActionPlanDocx(
  told: WholePlanText,
  { language, region }: { language: "nb" | "nn"; region: { name: string; accent: string } },
): Promise<Uint8Array> {
  const plan = printable(told);
  const look = lookOf(region.accent);
  const pen = writing(look, "");
  const heads = actionPlanHeads[language];
  const title = plan.name.includes(String(plan.year)) ? plan.name : `${heads.title} ${plan.year}`;
  const heading = (level: 1 | 2 | 3 | 4, text: string) =>
    new Paragraph({ heading: levels[level - 1] ?? levels[3], children: [new TextRun(text)] });
  const texts = (markdown: string, divided = false) =>
    pen.blocks(
      readMarkdown(markdown).map((block) => (divided ? divides(block) : undivided(block))),
      width,
    );
  const part = (head: string, markdown: string) => (markdown.trim() ? [heading(4, head), ...texts(markdown)] : []);

  const children: BodyParts["children"] = [
    heading(1, title),
    ...(title === plan.name || plan.name === "" ? [] : [new Paragraph(plan.name)]),
    ...(plan.adoptedOn ? [new Paragraph(adoptedWords(plan.adoptedOn))] : []),
    ...texts(plan.introduction, true),
    ...plan.areas.flatMap((area) => [
      heading(2, `${heads.area}: ${area.name}`),
      ...texts(area.body),
      ...area.focusAreas.flatMap((focus) => [
        heading(3, focus.name),
        ...texts(focus.body),
        ...(focus.rows.length > 0 ? pen.blocks([table(focus.name, focus.rows)], width) : []),
        ...part(heads.organisation, focus.organisation),
        ...part(heads.resources, focus.resources),
        ...part(heads.reporting, focus.reporting),
      ]),
    ]),
  ];
  const value = wordLanguages[language];
  const document = new Document({
    title: `${title}, ${region.name}`,
    creator: region.name,
    lastModifiedBy: region.name,
    styles: styles(look, { value, eastAsia: value, bidirectional: "ar-SA" }),
    numbering: { config: [...numberings(look), ...pen.numberings] },
    sections: [
      {
        properties: {
          page: {
            size: { ...a4, orientation: PageOrientation.LANDSCAPE },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [
                  new TextRun({
                    ...{ size: 16, color: look.quiet },
                    children: [`${region.name}   ${title}   `, PageNumber.CURRENT],
                  }),
                ],
              }),
            ],
          }),
        },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));

  function adoptedWords(day: string): string {
    const date = day.split("-").reverse().join(".");
    return plan.adoptedBy ? `${heads.adopted} i ${plan.adoptedBy} ${date}` : `${heads.adopted} ${date}`;
  }

  /** A measure stands in the first of its rows; blank below, it goes on. */
  function table(caption: string, rows: WholeRow[]): DocumentBlock {
    const strategies = rows.some(({ strategy }) => strategy !== "");
    return {
      ...{ type: "data", caption, underHeading: true },
      columns: [
        ...(strategies ? [{ head: heads.strategy, share: 16 }] : []),
        { head: heads.measure, share: 20 },
        { head: heads.activity, share: 30 },
        { head: heads.timing, share: 14 },
        { head: heads.owner, share: 14 },
        { head: heads.status, share: 16 },
      ],
      rows: rows.map((row, at) => {
        const above = rows[at - 1];
        const goesOn = above?.measure === row.measure && above.strategy === row.strategy && row.activity !== "";
        const said = stateNames[row.state]();
        return rowOf([
          ...(strategies ? [goesOn ? "" : row.strategy] : []),
          ...[goesOn ? "" : row.measure, row.activity, row.timing, row.owner],
          row.reason ? `${said}: ${row.reason}` : said,
        ]);
      }),
    };
  }
}

/** A text before the areas has headings of its own. */
const divides = (block: Block): DocumentBlock =>
  block.type === "heading"
    ? { type: "subheading", level: block.level < 4 ? 3 : 4, number: "", inlines: block.inlines }
    : block;

/** A text within an area divides nothing: a heading, or a line in bold alone, would be read as a focus area. */
function undivided(block: Block): DocumentBlock {
  if (block.type === "heading") return { type: "paragraph", inlines: [{ type: "em", inlines: block.inlines }] };
  if (block.type !== "paragraph" || block.inlines.some(({ type }) => type !== "strong")) return block;
  return {
    type: "paragraph",
    inlines: block.inlines.flatMap((one) =>
      one.type === "strong" ? [{ type: "em" as const, inlines: one.inlines }] : [],
    ),
  };
}
