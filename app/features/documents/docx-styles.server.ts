import { AlignmentType, type INumberingOptions, type IStylesOptions, LevelFormat } from "docx";

/** Millimetres as twentieths of a point. */
export const millimetres = (mm: number) => Math.round((mm * 1440) / 25.4);

/** What a document is set in. Colours as six hex digits. */
export type DocxLook = { font: string; text: string; quiet: string; accent: string; tint: string; line: string };

/** Arial is on every machine that opens Word files, or a font of the same widths is. */
export function lookOf(accent: string): DocxLook {
  const colours = accents[accent] ?? accents.fjord;
  return {
    font: "Arial",
    text: "1E2226",
    quiet: "565D63",
    line: "BFC6CB",
    ...(colours as { accent: string; tint: string }),
  };
}

/** The accents of the product's pages, by name: for headings, and behind the heads of tables. */
const accents: Record<string, { accent: string; tint: string }> = {
  fjord: { accent: "0B6478", tint: "E8F1F3" },
  skifer: { accent: "4A4E9C", tint: "EEEEF6" },
  lyng: { accent: "8A3A66", tint: "F5EDF1" },
};

type Language = { value: string; eastAsia: string; bidirectional: string };

/** Word's own styles for headings, title, caption, lists and links, and those of the tables. Sizes in half points. */
export function styles({ font, text, quiet, accent, line }: DocxLook, language: Language): IStylesOptions {
  const heading = (size: number, before: number, after: number, color = accent) => ({
    run: { font, size, bold: true, italics: false, color },
    paragraph: { spacing: { before, after, line: 264 }, keepNext: true, keepLines: true },
  });
  const own = (id: string, name: string, run: object, paragraph: object) => ({
    ...{ id, name, basedOn: "Normal", next: "Normal", quickFormat: true, run, paragraph },
  });
  return {
    default: {
      document: {
        run: { font, size: 20, color: text, language },
        paragraph: { spacing: { after: 120, line: 290 } },
      },
      title: {
        run: { font, size: 56, bold: true, color: accent },
        paragraph: { spacing: { before: 0, after: 360, line: 252 }, keepNext: true },
      },
      heading1: heading(34, 480, 200),
      heading2: heading(24, 320, 100, text),
      heading3: heading(21, 240, 80, text),
      heading4: heading(20, 200, 60, quiet),
      caption: {
        run: { font, size: 17, bold: false, italics: false, color: quiet },
        paragraph: { spacing: { before: 120, after: 80, line: 252 }, keepNext: true, keepLines: true },
      },
      listParagraph: { paragraph: { spacing: { after: 60, line: 290 }, contextualSpacing: false } },
      hyperlink: { run: { color: accent, underline: { type: "single", color: accent } } },
    },
    paragraphStyles: [
      own("KickerOver", "Kicker over", { size: 22, color: quiet }, { spacing: { before: 0, after: 120 } }),
      own("Kicker", "Kicker", { size: 22, color: quiet }, { spacing: { before: 1800, after: 120 } }),
      own(
        "Fact",
        "Fact",
        { size: 20 },
        { spacing: { after: 60 }, indent: { left: millimetres(38), hanging: millimetres(38) } },
      ),
      own(
        "Notice",
        "Notice",
        { size: 20, bold: true },
        {
          spacing: { before: 240, after: 120 },
          border: { left: { style: "single", size: 18, space: 8, color: accent } },
        },
      ),
      own(
        "ContentsHeading",
        "Contents heading",
        { size: 24, bold: true },
        { spacing: { before: 720, after: 120 }, keepNext: true },
      ),
      own("TableText", "Table text", { size: 17 }, { spacing: { before: 0, after: 30, line: 245 } }),
      own(
        "TableHead",
        "Table head",
        { size: 17, bold: true },
        { spacing: { before: 0, after: 0, line: 245 }, keepNext: true },
      ),
      own(
        "Quotation",
        "Quotation",
        { color: quiet },
        { indent: { left: millimetres(6) }, border: { left: { style: "single", size: 12, space: 8, color: line } } },
      ),
      own("Code", "Code", { font: "Courier New", size: 18 }, { spacing: { after: 120, line: 260 } }),
    ],
  };
}

type NumberingConfig = INumberingOptions["config"][number];

/** The numbers of headings, and the points of lists in text and in cells. */
export function numberings({ quiet }: DocxLook): NumberingConfig[] {
  const point = (level: number, step: number) => ({
    ...{ level, format: LevelFormat.BULLET, text: level % 2 === 0 ? "•" : "–", alignment: AlignmentType.LEFT },
    style: {
      run: { font: "Arial", color: quiet },
      paragraph: { indent: { left: millimetres(step * (level + 1)), hanging: millimetres(step) } },
    },
  });
  const levels = [0, 1, 2, 3, 4, 5, 6, 7];
  const number = (level: number, text: string) => ({
    ...{ level, format: LevelFormat.DECIMAL, text, alignment: AlignmentType.LEFT },
    style: { paragraph: { indent: { left: millimetres(12), hanging: millimetres(12) } } },
  });
  return [
    { reference: "headings", levels: [number(0, "%1"), number(1, "%1.%2")] },
    { reference: "points", levels: levels.map((level) => point(level, 6)) },
    { reference: "cell-points", levels: [point(0, 3.5)] },
  ];
}

/** The numbers of one list in a text, from `start`. */
export function countedFrom(reference: string, start: number): NumberingConfig {
  return {
    reference,
    levels: [0, 1, 2, 3, 4, 5, 6, 7].map((level) => ({
      ...{ level, format: LevelFormat.DECIMAL, text: `%${level + 1}.`, alignment: AlignmentType.LEFT },
      start: level === 0 ? start : 1,
      style: { paragraph: { indent: { left: millimetres(7 * (level + 1)), hanging: millimetres(7) } } },
    })),
  };
}
