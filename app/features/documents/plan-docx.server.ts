import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableOfContents,
  TabStopType,
  TextRun,
} from "docx";
import { estimatePageNumbers } from "docx/layout";
import type { DocumentPart, PlanDocument } from "~/domain/documents/plan-document";
import { writing } from "~/features/documents/docx-blocks.server";
import { type DocxLook, lookOf, millimetres, numberings, styles } from "~/features/documents/docx-styles.server";

const languages = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" } as const;
const a4 = { width: millimetres(210), height: millimetres(297) };
const margin = {
  ...{ top: millimetres(24), bottom: millimetres(22), left: millimetres(22), right: millimetres(22) },
  ...{ header: millimetres(12), footer: millimetres(11) },
};
const textWidth = { upright: a4.width - 2 * margin.left, wide: a4.height - 2 * margin.left };

/**
 * A plan's document as a Word file (ECMA-376): A4, wide tables on pages on their side, built-in headings and a table of
 * contents, heads of tables marked and repeated, language and title set.
 */
export async function writePlanDocx(plan: PlanDocument, accent: string): Promise<Uint8Array> {
  const look = lookOf(accent);
  const pen = writing(look, plan.words.table);
  const sections: ISectionOptions[] = [];
  const running = runningHead(plan, look);
  for (const { wide, parts } of runs(plan.parts)) {
    const width = wide ? textWidth.wide : textWidth.upright;
    const first = sections.length === 0;
    sections.push({
      ...running(width, first),
      properties: {
        titlePage: first,
        page: {
          size: { ...a4, orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
          margin,
        },
      },
      children: [
        ...(first ? titlePage(plan, look) : []),
        ...parts.flatMap(({ heading, blocks, newPage }, at) => [
          // A section begins on a page of its own.
          pen.heading(1, heading, newPage && (first || at > 0)),
          ...pen.blocks(blocks, width),
        ]),
      ],
    });
  }
  const language = { value: languages[plan.language], eastAsia: languages[plan.language], bidirectional: "ar-SA" };
  const document = new Document({
    title: [plan.title, plan.region].join(", "),
    subject: plan.programme,
    creator: plan.region,
    lastModifiedBy: plan.region,
    description: plan.facts.map(({ term, words }) => `${term}: ${words}`).join("\n"),
    styles: styles(look, language),
    numbering: { config: [...numberings(look), ...pen.numberings] },
    ...(cellsIn(plan) <= mostEstimated && { pageNumbers: estimatePageNumbers }),
    sections,
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/**
 * The numbers of the pages in the table of contents are worked out by laying out the document, five milliseconds a row.
 * A document of more cells than this has contents that lead to the page without naming it, until Word is told to update.
 */
const mostEstimated = 1000;

const cellsIn = ({ parts }: PlanDocument) =>
  parts
    .flatMap(({ blocks }) => blocks)
    .reduce((sum, block) => sum + (block.type === "data" ? block.rows.length * block.columns.length : 0), 0);

/**
 * Neighbouring parts of the same width share pages. The first page is there without any part; it stands upright, but for
 * a part that is alone.
 */
function runs(parts: readonly DocumentPart[]): { wide: boolean; parts: DocumentPart[] }[] {
  const together = [{ wide: parts.length === 1 && parts[0]?.wide === true, parts: [] as DocumentPart[] }];
  for (const part of parts) {
    const last = together.at(-1);
    if (last && last.wide === part.wide) last.parts.push(part);
    else together.push({ wide: part.wide, parts: [part] });
  }
  return together;
}

function titlePage({ title, programme, region, facts, notice, words, parts }: PlanDocument, look: DocxLook) {
  const line = (style: string, text: string) => new Paragraph({ style, children: [new TextRun(text)] });
  return [
    line(parts.length > 1 ? "Kicker" : "KickerOver", [region, programme].filter(Boolean).join(" · ")),
    line("Title", title),
    ...facts.map(
      ({ term, words: said }) =>
        new Paragraph({
          style: "Fact",
          tabStops: [{ type: TabStopType.LEFT, position: millimetres(38) }],
          children: [
            new TextRun({ text: term, color: look.quiet }),
            new TextRun({ children: ["\t"] }),
            ...said.split("\n").map((text, at) => new TextRun({ text, break: at > 0 ? 1 : 0 })),
          ],
        }),
    ),
    ...(notice ? [line("Notice", notice)] : []),
    ...(parts.length > 1
      ? [
          line("ContentsHeading", words.contents),
          new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: "1-2", beginDirty: false }),
        ]
      : []),
  ];
}

/** The head and foot of each page but the first: what the document is, and the page's number. */
function runningHead({ title, region, words }: PlanDocument, look: DocxLook) {
  const small = { size: 16, color: look.quiet };
  return (width: number, first: boolean): Pick<ISectionOptions, "headers" | "footers"> => {
    const right = [{ type: TabStopType.RIGHT, position: width }];
    const foot = new Footer({
      children: [
        new Paragraph({
          alignment: AlignmentType.RIGHT,
          children: [
            new TextRun({
              ...small,
              children: [`${words.page} `, PageNumber.CURRENT, ` ${words.of} `, PageNumber.TOTAL_PAGES],
            }),
          ],
        }),
      ],
    });
    const head = new Header({
      children: [
        new Paragraph({
          tabStops: right,
          children: [new TextRun({ ...small, text: title }), new TextRun({ ...small, children: ["\t", region] })],
        }),
      ],
    });
    const none = new Header({ children: [new Paragraph({})] });
    return {
      headers: { default: head, ...(first && { first: none }) },
      footers: { default: foot, ...(first && { first: foot }) },
    };
  };
}
