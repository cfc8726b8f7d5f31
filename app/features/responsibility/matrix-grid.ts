import type { PartCode } from "~/domain/responsibility/parts";
import type { Wanted } from "./matrix-cells";
import type { Place } from "./matrix-sheet";

export type GridHooks = {
  /** Absent where the reader may not edit. */
  edit?: {
    partOfKey: (key: string) => PartCode | null;
    set: (place: Place, wanted: Wanted | "empty") => void;
    menu: (place: Place) => void;
    /** Closes a menu that is asked for and not drawn yet. */
    dismiss: () => void;
    undo: () => void;
  };
  /** Follows a link of the table. */
  go: (to: string) => void;
  /** How an empty cell is spoken when it has focus. */
  emptyLabel: string;
};

export type Grid = {
  cell: (place: Place) => HTMLTableCellElement | null;
  focus: (place: Place) => void;
  stop: () => void;
};

/**
 * The keyboard and the mouse of the matrix, with one listener of each kind on the table. One cell is the tab stop;
 * column -1 is the head of a row, where the link to its page stands.
 */
export function driveGrid(table: HTMLTableElement, box: HTMLElement, hooks: GridHooks): Grid {
  const lines = [...table.querySelectorAll<HTMLTableRowElement>("tr[data-row]")];
  const columns = (lines[0]?.cells.length ?? 2) - 2;
  const tint = box.appendChild(document.createElement("div"));
  tint.className = "sv-mx__tint";
  tint.hidden = true;
  let stop: HTMLElement | null = null;
  let head: Element | null = null;

  for (const link of table.querySelectorAll<HTMLAnchorElement>("tbody a")) link.tabIndex = -1;
  const first = lines[0]?.cells[1];
  if (first) makeStop(first);

  /** The element that takes focus at a place. */
  function at(line: number, column: number): HTMLElement | null {
    const row = lines[line];
    return column < 0 ? (row?.querySelector<HTMLElement>("th a") ?? null) : (row?.cells[column + 1] ?? null);
  }

  function where(element: EventTarget | null): { line: number; column: number } | null {
    if (!(element instanceof Element)) return null;
    const cell = element.closest<HTMLTableCellElement>("td, th");
    const row = cell?.closest<HTMLTableRowElement>("tr[data-row]");
    if (!cell || !row || cell.cellIndex > columns) return null;
    return { line: lines.indexOf(row), column: cell.cellIndex - 1 };
  }

  const placeOf = ({ line, column }: { line: number; column: number }): Place => ({
    row: lines[line]?.dataset.row ?? "",
    column,
  });

  function makeStop(element: HTMLElement): void {
    if (stop && stop !== element) {
      stop.tabIndex = -1;
      if (stop instanceof HTMLTableCellElement) {
        stop.removeAttribute("tabindex");
        if (!stop.dataset.part) stop.removeAttribute("aria-label");
      }
    }
    stop = element;
    element.tabIndex = 0;
    if (!(element instanceof HTMLTableCellElement)) return;
    if (!element.dataset.part) element.setAttribute("aria-label", hooks.emptyLabel);
  }

  function showColumn(column: number): void {
    head?.classList.remove("is-col");
    const cell = column < 0 ? null : lines[0]?.cells[column + 1];
    tint.hidden = !cell;
    if (!cell) return;
    head = table.tHead?.rows[1]?.cells[column + 1] ?? null;
    head?.classList.add("is-col");
    tint.style.left = `${cell.offsetLeft}px`;
    tint.style.width = `${cell.offsetWidth}px`;
    tint.style.height = `${table.offsetHeight}px`;
  }

  function focusAt(line: number, column: number): void {
    const element = at(Math.max(0, Math.min(line, lines.length - 1)), Math.max(-1, Math.min(column, columns - 1)));
    if (!element) return;
    makeStop(element);
    element.focus();
  }

  function onFocus(event: FocusEvent): void {
    const spot = where(event.target);
    const element = spot && at(spot.line, spot.column);
    if (!spot || !element) return;
    makeStop(event.target instanceof HTMLAnchorElement ? event.target : element);
    showColumn(spot.column);
  }

  function onBlur(event: FocusEvent): void {
    // The menu of a cell stands beside the box.
    if (!(event.relatedTarget instanceof Node) || !box.parentElement?.contains(event.relatedTarget)) showColumn(-1);
  }

  /** Lines in a screenful. */
  const page = () => Math.max(1, Math.floor(Math.min(box.clientHeight, window.innerHeight - 150) / 38) - 3);

  function move(event: KeyboardEvent, { line, column }: { line: number; column: number }): boolean {
    const corner = event.ctrlKey || event.metaKey;
    if (corner && event.key !== "Home" && event.key !== "End") return false;
    const steps: Record<string, [number, number]> = {
      ArrowUp: [line - 1, column],
      ArrowDown: [line + 1, column],
      ArrowLeft: [line, column - 1],
      ArrowRight: [line, column + 1],
      Home: [corner ? 0 : line, corner ? 0 : column > 0 ? 0 : -1],
      End: [corner ? lines.length - 1 : line, columns - 1],
      PageUp: [line - page(), column],
      PageDown: [line + page(), column],
    };
    const to = steps[event.key];
    if (!to || event.altKey || event.shiftKey) return false;
    focusAt(...to);
    return true;
  }

  function onKey(event: KeyboardEvent): void {
    const spot = where(event.target);
    if (!spot) return;
    if (move(event, spot) || edit(event, spot)) event.preventDefault();
  }

  function edit(event: KeyboardEvent, spot: { line: number; column: number }): boolean {
    const { edit: does } = hooks;
    if (!does || event.altKey) return false;
    if (event.key === "Escape") {
      does.dismiss();
      return true;
    }
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== "z" || event.shiftKey) return false;
      does.undo();
      return true;
    }
    if (spot.column < 0) return false;
    const place = placeOf(spot);
    if (event.key === "Enter" || event.key === " ") {
      does.menu(place);
      return true;
    }
    if (event.key === "Delete" || event.key === "Backspace") {
      does.set(place, "empty");
      return true;
    }
    const part = does.partOfKey(event.key);
    if (part) does.set(place, part);
    return part !== null;
  }

  function onClick(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link) {
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      hooks.go(link.getAttribute("href") ?? "");
      return;
    }
    const spot = where(event.target);
    if (!spot || spot.column < 0) return;
    focusAt(spot.line, spot.column);
    // The second click of two finds the menu open.
    if (event.detail < 2) hooks.edit?.menu(placeOf(spot));
  }

  const ended = new AbortController();
  const { signal } = ended;
  table.addEventListener("keydown", onKey, { signal });
  table.addEventListener("click", onClick, { signal });
  table.addEventListener("focusin", onFocus, { signal });
  table.addEventListener("focusout", onBlur, { signal });

  const lineOf = (row: string) => lines.findIndex((line) => line.dataset.row === row);
  return {
    cell: ({ row, column }) => lines[lineOf(row)]?.cells[column + 1] ?? null,
    focus: ({ row, column }) => focusAt(lineOf(row), column),
    stop() {
      ended.abort();
      tint.remove();
    },
  };
}
