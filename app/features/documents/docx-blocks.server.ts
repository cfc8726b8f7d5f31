import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  type INumberingOptions,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import {
  type Cell,
  type DataTable,
  type DocumentBlock,
  isNumeric,
  isRightToLeft,
  rowOf,
} from "~/domain/documents/plan-document";
import { type Block, type Inline, plainText } from "~/domain/shared/markdown";
import { isWebAddress } from "~/domain/shared/web-address";
import { countedFrom, type DocxLook } from "~/features/documents/docx-styles.server";

type Child = Paragraph | Table;
type Run = TextRun | ExternalHyperlink;
type Look = Pick<IRunOptions, "bold" | "italics" | "font" | "style">;
type Place = { quoted?: boolean; list?: { reference: string; level: number } };

export type Writing = {
  heading(level: 1 | 2 | 3 | 4, words: string | Inline[], newPage?: boolean): Paragraph;
  blocks(blocks: readonly DocumentBlock[], width: number): Child[];
  /** The numberings of the counted lists written so far. */
  numberings: INumberingOptions["config"][number][];
};

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4];

/** A pen that writes the blocks of one document. `tableName` is "Tabell {n}". */
export function writing(look: DocxLook, tableName: string): Writing {
  const numbered: Writing["numberings"] = [];
  let tables = 0;

  const heading: Writing["heading"] = (level, words, newPage = false) =>
    new Paragraph({
      heading: headings[level - 1] ?? HeadingLevel.HEADING_4,
      pageBreakBefore: newPage,
      ...(level <= 2 && { numbering: { reference: "headings", level: level - 1 } }),
      ...withDirection(words),
    });

  const block = (one: DocumentBlock | Block, width: number, place: Place): Child[] => {
    switch (one.type) {
      case "subheading":
        return [heading(one.level, one.inlines)];
      case "paragraph":
        return [new Paragraph({ ...placed(place), ...withDirection(one.inlines) })];
      case "quote":
        return one.blocks.flatMap((inner) => block(inner, width, { ...place, quoted: true }));
      case "code":
        return one.text.split("\n").map((text) => new Paragraph({ style: "Code", children: [new TextRun(text)] }));
      case "list": {
        const level = place.list ? Math.min(place.list.level + 1, 7) : 0;
        let reference = "points";
        if (one.ordered) {
          reference = `numbers-${numbered.length + 1}`;
          numbered.push(countedFrom(reference, one.start));
        }
        return one.items.flatMap((item) => {
          const [first, ...rest] = item;
          const { list: _, ...outside } = place;
          return [
            ...block(first ?? { type: "paragraph", inlines: [] }, width, { ...place, list: { reference, level } }),
            ...rest.flatMap((inner) =>
              block(inner, width, inner.type === "list" ? { ...place, list: { reference, level } } : outside),
            ),
          ];
        });
      }
      case "rule":
        return [
          new Paragraph({
            border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: look.line } },
            children: [],
          }),
        ];
      case "terms":
        return [
          new Paragraph({
            spacing: { after: 100 },
            children: one.terms.flatMap(({ term, words }, at) => [
              new TextRun({ text: `${at > 0 ? "   " : ""}${term}`, bold: true }),
              new TextRun(` ${words}`),
            ]),
          }),
        ];
      case "table":
        return textTable(one, width);
      case "data":
        return dataTable(one, width);
      default:
        return [];
    }
  };

  const dataTable = ({ caption, underHeading, columns, rows }: DataTable, width: number): Child[] => {
    if (!underHeading) tables += 1;
    const shares = columns.reduce((sum, { share }) => sum + share, 0);
    const widths = columns.map(({ share }) => Math.floor((width * share) / shares));
    const label = `${tableName.replace("{n}", String(tables))}. `;
    const sides = columns.map((column, at): Side => {
      if (column.centred) return AlignmentType.CENTER;
      return isNumeric({ rows }, at) ? AlignmentType.END : null;
    });
    return [
      ...(underHeading
        ? []
        : [
            new Paragraph({
              style: "Caption",
              children: [new TextRun({ text: label, bold: true }), new TextRun(caption)],
            }),
          ]),
      grid(
        widths,
        columns.map(({ head }, at) => headParagraph(head, sides[at] ?? null)),
        rows.map(({ cells, whole }) => ({
          whole,
          cells: cells.map((cell, at) => cellParagraphs(cell, { side: sides[at] ?? null, names: at === 0 })),
        })),
      ),
      new Paragraph({ spacing: { after: 0, line: 200 }, children: [] }),
    ];
  };

  /** A table somebody has written in a text. */
  const textTable = ({ head, rows }: { head: Inline[][]; rows: Inline[][][] }, width: number): Child[] => {
    const widths = head.map(() => Math.floor(width / head.length));
    return [
      grid(
        widths,
        head.map((inlines) => new Paragraph({ style: "TableHead", ...withDirection(inlines) })),
        rows.map((row) => ({
          whole: rowOf(row.map(plainText)).whole,
          cells: row.map((inlines) => [new Paragraph({ style: "TableText", ...withDirection(inlines) })]),
        })),
      ),
      new Paragraph({ spacing: { after: 0, line: 200 }, children: [] }),
    ];
  };

  const grid = (widths: number[], heads: Paragraph[], rows: { whole: boolean; cells: Paragraph[][] }[]) => {
    const hairline = { style: BorderStyle.SINGLE, size: 4, color: look.line };
    const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
    const strong = { style: BorderStyle.SINGLE, size: 12, color: look.accent };
    const cell = (children: Paragraph[], at: number, head = false) =>
      new TableCell({
        children,
        width: { size: widths[at] ?? 0, type: WidthType.DXA },
        verticalAlign: head ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
        ...(head && {
          shading: { type: ShadingType.CLEAR, color: "auto", fill: look.tint },
          borders: { bottom: strong },
        }),
      });
    return new Table({
      width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      margins: { top: 60, bottom: 60, left: 85, right: 85 },
      tableLook: { firstRow: true, firstColumn: true, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
      borders: {
        ...{ top: none, left: none, right: none, insideVertical: none },
        ...{ bottom: hairline, insideHorizontal: hairline },
      },
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: heads.map((head, at) => cell([head], at, true)) }),
        ...rows.map(
          ({ whole, cells }) => new TableRow({ cantSplit: whole, children: cells.map((own, at) => cell(own, at)) }),
        ),
      ],
    });
  };

  return {
    heading,
    blocks: (blocks, width) => blocks.flatMap((one) => block(one, width, {})),
    numberings: numbered,
  };
}

/** Where the words of a column stand, where it is not at their beginning. */
type Side = typeof AlignmentType.CENTER | typeof AlignmentType.END | null;

const headParagraph = (text: string, side: Side) =>
  new Paragraph({
    style: "TableHead",
    ...(side && { alignment: side }),
    ...withDirection(text),
  });

function cellParagraphs(cell: Cell, { side, names }: { side: Side; names: boolean }): Paragraph[] {
  const look: Look = names ? { bold: true } : {};
  const line = (text: string, at: number, more: IParagraphOptions = {}) =>
    new Paragraph({
      style: "TableText",
      ...(side && { alignment: side }),
      ...withDirection(text, at === 0 ? look : {}),
      ...more,
    });
  if (typeof cell === "string") return cell.split("\n").map((text, at) => line(text, at));
  if ("items" in cell)
    return cell.items.length === 0
      ? [line("", 0)]
      : cell.items.map((text) =>
          line(text.replace(/\s*\n\s*/g, " "), 1, { numbering: { reference: "cell-points", level: 0 } }),
        );
  return [
    ...cell.words.split("\n").map((text, at) => line(text, at)),
    ...cell.links.map((address) =>
      isWebAddress(address)
        ? new Paragraph({
            style: "TableText",
            children: linkTo(address, [new TextRun({ text: address, style: "Hyperlink" })]),
          })
        : line(address, 1),
    ),
  ];
}

function placed({ quoted, list }: Place): IParagraphOptions {
  return {
    ...(quoted && { style: "Quotation" }),
    ...(list && { ...(!quoted && { style: "ListParagraph" }), numbering: list }),
  };
}

/** The runs of a text; one that begins in Arabic or Hebrew runs from right to left. */
function withDirection(words: string | readonly Inline[], look: Look = {}): IParagraphOptions {
  const turned = isRightToLeft(typeof words === "string" ? words : plainText(words));
  const more = turned ? { ...look, rightToLeft: true } : look;
  const children =
    typeof words === "string" ? [new TextRun({ ...more, text: words })] : words.flatMap((one) => runsOf(one, more));
  return { children, ...(turned && { bidirectional: true }) };
}

function runsOf(inline: Inline, look: IRunOptions): Run[] {
  switch (inline.type) {
    case "text":
      return [new TextRun({ ...look, text: inline.text })];
    case "code":
      return [new TextRun({ ...look, text: inline.text, font: "Courier New" })];
    case "break":
      return [new TextRun({ ...look, break: 1 })];
    case "strong":
      return inline.inlines.flatMap((inner) => runsOf(inner, { ...look, bold: true }));
    case "em":
      return inline.inlines.flatMap((inner) => runsOf(inner, { ...look, italics: true }));
    case "link":
      // A link holds no other: what stands in it are words.
      return linkTo(
        inline.href,
        inline.inlines
          .flatMap((inner) => runsOf(inner, { ...look, style: "Hyperlink" }))
          .filter((run) => run instanceof TextRun),
      );
  }
}

/** A link; words alone when the address is none, which would keep Word from opening the file. */
function linkTo(address: string, children: TextRun[]): Run[] {
  return URL.canParse(address) ? [new ExternalHyperlink({ link: new URL(address).href, children })] : children;
}
