const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };
const widest = 60;

type Cell = { column: number; parts: string[] };
type Row = { cells: string[]; cell: Cell | null };
/** `below`: for how many rows more a cell from above goes on, by column. */
type Table = { row: Row | null; below: number[] };

/**
 * Lines of HTML that is well formed and has few elements, as a reader of Word files writes it: headings with their rank,
 * paragraphs, points, and tables with tabs between the cells. A cell keeps its markup of paragraphs, and its entities,
 * so that no character of it parts cells or lines.
 */
export function markedLines(html: string): string {
  const lines: string[] = [];
  let table: Table | null = null;
  /** Tables within a cell are words of it. */
  let depth = 0;
  let words = "";
  let bold = 0;
  let plain = false;

  const endParagraph = (mark: (text: string) => string) => {
    const text = words.replace(/[^\S\t]+/g, " ").trim();
    if (text !== "") lines.push(mark(decode(text)), "");
    words = "";
    plain = false;
  };
  const paragraph = (text: string) => (plain || text.includes("*") ? text : `**${text}**`);

  for (const [, closes = "", name = "", attributes = "", said = ""] of html.matchAll(
    /<(\/?)([a-z][a-z0-9]*)([^>]*)>|([^<]+)/g,
  )) {
    if (name === "table") {
      depth += closes ? -1 : 1;
      if (depth === 1 && !closes) {
        endParagraph(paragraph);
        table = { row: null, below: [] };
      } else if (depth === 0) {
        table = null;
        lines.push("");
      }
    } else if (table && depth === 1 && name === "tr") {
      if (!closes) table.row = { cells: [], cell: null };
      else if (table.row) {
        fillFromAbove(table, table.row);
        lines.push(table.row.cells.join("\t"));
        table.row = null;
      }
    } else if (table && depth === 1 && (name === "td" || name === "th")) {
      if (table.row) closes ? closeCell(table.row) : openCell(table, table.row, attributes);
    } else if (table) {
      const parts = table.row?.cell?.parts;
      if (said !== "") parts?.push(`${parts.pop() ?? ""}${said.replace(/\s+/g, " ")}`);
      else if (/^(p|br|li|h\d|tr)$/.test(name)) parts?.push("");
    } else if (said !== "") {
      words += said;
      if (bold === 0 && said.trim() !== "") plain = true;
    } else if (name === "strong") bold += closes ? -1 : 1;
    else if (name === "br") endParagraph((text) => text);
    else if (name === "li") endParagraph((text) => (closes ? `• ${text}` : text));
    else if (closes && /^h[1-6]$/.test(name)) endParagraph((text) => `${"#".repeat(Number(name[1]))} ${text}`);
    else if (closes && name === "p") endParagraph(paragraph);
  }
  endParagraph(paragraph);
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function openCell(table: Table, row: Row, attributes: string): void {
  fillFromAbove(table, row);
  const span = (of: string) => Number(new RegExp(`${of}="(\\d{1,4})"`).exec(attributes)?.[1] ?? 1);
  const column = row.cells.length;
  const width = Math.min(span("colspan"), widest);
  for (let at = 0; at < width && row.cells.length < widest; at++) {
    row.cells.push("");
    table.below[column + at] = span("rowspan") - 1;
  }
  row.cell = { column, parts: [""] };
}

function closeCell(row: Row): void {
  const { cell } = row;
  if (!cell) return;
  const parts = cell.parts.map((part) => part.trim()).filter((part) => part !== "");
  row.cells[cell.column] = parts.join("<br>").replaceAll('"', "&quot;");
  row.cell = null;
}

/** Blank cells where one from above goes on. */
function fillFromAbove({ below }: Table, row: Row): void {
  for (let rest = below[row.cells.length] ?? 0; rest > 0; rest = below[row.cells.length] ?? 0) {
    below[row.cells.length] = rest - 1;
    row.cells.push("");
  }
}

const decode = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] ?? "");
