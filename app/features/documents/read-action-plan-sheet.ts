import { actionPlanHeads } from "~/domain/documents/action-plan-heads";
import { tidyCell, unguardCell } from "~/domain/documents/sheet-cells";
import { planSheetColumns, planSheetHeads } from "~/features/documents/action-plan-sheet-heads";

type Column = (typeof planSheetColumns)[number];
type Cells = Record<Column, string>;

const heads = actionPlanHeads.nb;
const headRows = 10;
/** What a row without them has from the row above, as where cells are merged. */
const standing = ["area", "focusArea", "strategy", "measure"] as const;

/**
 * The rows of an action plan's sheet as the text of a plan (`readActionPlan`): its priority areas and focus areas with
 * their texts, and a table of each. Null where no row heads both measures and activities.
 */
export function textOfPlanSheet(rows: readonly (readonly string[])[]): string | null {
  const known = planSheetHeads();
  const columnsOf = (row: readonly string[]) => row.map((cell) => known.get(tidyCell(cell).toLowerCase()) ?? null);
  const at = rows.slice(0, headRows).findIndex((row) => {
    const found = columnsOf(row);
    return found.includes("measure") && found.includes("activity");
  });
  const columns = columnsOf(rows[at] ?? []);
  if (at < 0) return null;
  const read = rows.slice(at + 1).map((row) => cellsOf(columns, row));
  const filled = fillDown(read.filter((cells) => planSheetColumns.some((column) => cells[column] !== "")));
  const first = (column: Column) => filled.find((cells) => cells[column] !== "")?.[column] ?? "";
  const text = [`# ${oneLine(first("plan"))}`, "", oneLine(first("adopted")), "", first("introduction"), ""];
  for (const [area, ofArea] of groups(filled, "area")) {
    text.push(`## ${heads.area}: ${oneLine(area)}`, "", ...plain(ofArea, "aboutArea"));
    for (const [focusArea, ofFocus] of groups(ofArea, "focusArea")) {
      if (focusArea === "") continue;
      text.push(`### ${oneLine(focusArea)}`, "", ...plain(ofFocus, "about"), ...tableOf(ofFocus));
      for (const part of ["organisation", "resources", "reporting"] as const) {
        const words = plain(ofFocus, part);
        if (words.length > 0) text.push(`#### ${heads[part]}`, "", ...words);
      }
    }
  }
  return text.join("\n").replace(/\n{3,}/g, "\n\n");
}

function cellsOf(columns: readonly (Column | null)[], row: readonly string[]): Cells {
  const cells = Object.fromEntries(planSheetColumns.map((column) => [column, ""])) as Cells;
  for (const [at, column] of columns.entries()) if (column) cells[column] = unguardCell((row[at] ?? "").trim());
  return cells;
}

function fillDown(rows: readonly Cells[]): Cells[] {
  let above: Cells | null = null;
  return rows.map((cells) => {
    const own = { ...cells };
    const last: Cells | null = above;
    if (last && own.measure === "" && own.focusArea === "" && own.area === "")
      for (const column of standing) own[column] ||= last[column];
    else if (last)
      for (const column of ["area", "focusArea"] as const) if (own.area === "") own[column] ||= last[column];
    above = own;
    return own;
  });
}

function groups(rows: readonly Cells[], column: "area" | "focusArea"): Map<string, Cells[]> {
  const found = new Map<string, Cells[]>();
  for (const cells of rows) found.set(cells[column], [...(found.get(cells[column]) ?? []), cells]);
  return found;
}

/** A text within an area divides nothing: what would be read as a heading is emphasised. */
function plain(rows: readonly Cells[], column: Column): string[] {
  const words = rows.find((cells) => cells[column] !== "")?.[column] ?? "";
  return words.split(/\r?\n/).flatMap((line) => {
    const own = oneLine(line);
    const heading = /^#{1,6}\s+(.*)$/.exec(own)?.[1] ?? /^\*\*([^*]+)\*\*$/.exec(own)?.[1];
    return own === "" ? [] : [heading ? `_${heading}_` : own, ""];
  });
}

function tableOf(rows: readonly Cells[]): string[] {
  const columns = ["strategy", "measure", "activity", "timing", "owner"] as const;
  const activities = rows.filter(({ activity }) => activity !== "");
  if (activities.length === 0) return [];
  const line = (cells: Cells) => columns.map((column) => escaped(oneLine(cells[column]))).join("\t");
  return [columns.map((column) => heads[column]).join("\t"), ...activities.map(line), ""];
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

const escaped = (text: string) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
