import { addTo, countIn, hasAccountable, type Sums, sumsOf, total } from "./matrix-cells";
import { cellContent, type Frame, type HtmlRow, warningHtml } from "./matrix-html";

/** A cell: its row's id and its actor's place. */
export type Place = { row: string; column: number };

export type Sheet = {
  cells: (row: string) => string;
  /** Writes a row anew: its cells that differ, its count, its warning, the sums. */
  put: (row: string, cells: string) => void;
  withoutAccountable: () => number;
};

/**
 * What the table shows now, and the one who changes it. An edit touches the cells that differ, their row and the sums of
 * their columns, whatever the size of the table.
 */
export function openSheet(
  table: HTMLTableElement,
  rows: readonly (HtmlRow & { cells: string })[],
  frame: Frame,
): Sheet {
  const known = new Map(rows.map((row) => [row.id, { row, cells: row.cells }]));
  const columns = rows[0]?.cells.length ?? 0;
  const sums = sumsOf(rows, columns);
  let open = rows.filter(({ cells }) => !hasAccountable(cells)).length;
  const lines = new Map<string, HTMLTableRowElement>();
  for (const line of table.querySelectorAll<HTMLTableRowElement>("tr[data-row]"))
    lines.set(line.dataset.row ?? "", line);

  return {
    cells: (row) => known.get(row)?.cells ?? "",
    put(row, cells) {
      const entry = known.get(row);
      const line = lines.get(row);
      if (!entry || !line || entry.cells === cells || cells.length !== columns) return;
      const before = entry.cells;
      entry.cells = cells;
      addTo(sums, before, -1);
      addTo(sums, cells);
      for (let column = 0; column < columns; column++) {
        if (before.charAt(column) === cells.charAt(column)) continue;
        paintCell(line.cells[column + 1], cells.charAt(column));
        paintSums(table, sums, column);
      }
      const last = line.cells[columns + 1];
      if (last) last.textContent = String(countIn(cells));
      paintTotals(table, sums, columns);
      if (hasAccountable(before) === hasAccountable(cells)) return;
      open += hasAccountable(cells) ? -1 : 1;
      paintWarning(line, entry.row, !hasAccountable(cells), frame);
    },
    withoutAccountable: () => open,
  };
}

function paintCell(cell: HTMLTableCellElement | undefined, code: string): void {
  if (!cell) return;
  const { letter, label } = cellContent(code);
  cell.textContent = "";
  if (letter === "") {
    cell.removeAttribute("data-part");
    cell.removeAttribute("aria-label");
    return;
  }
  cell.dataset.part = code;
  cell.setAttribute("aria-label", label);
  cell.appendChild(document.createElement("b")).textContent = letter;
}

const kinds = ["a", "pc", "all"] as const;

function paintSums(table: HTMLTableElement, sums: Sums, column: number): void {
  kinds.forEach((kind, index) => {
    const cell = table.tFoot?.rows[index]?.cells[column + 1];
    if (cell) cell.textContent = String(sums[kind][column]);
  });
}

function paintTotals(table: HTMLTableElement, sums: Sums, columns: number): void {
  kinds.forEach((kind, index) => {
    const cell = table.tFoot?.rows[index]?.cells[columns + 1];
    if (cell) cell.textContent = String(total(sums[kind]));
  });
}

function paintWarning(line: HTMLTableRowElement, row: HtmlRow, open: boolean, frame: Frame): void {
  line.classList.toggle("is-open", open);
  const head = line.cells[0];
  head?.querySelector("small")?.remove();
  if (!open || !head) return;
  head.insertAdjacentHTML("beforeend", warningHtml(row, frame));
  for (const link of head.querySelectorAll<HTMLAnchorElement>("small a")) link.tabIndex = -1;
}
