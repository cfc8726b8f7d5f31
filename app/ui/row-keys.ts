import { closeMenus, moveInMenu } from "./menu";

/** What the keys and the mouse ask of the table. Ids are rows'. */
export type Asked = {
  /** The rows that are not folded away. */
  rows: () => HTMLElement[];
  /** Opens a row, null a new one; `focus` names the field that was clicked. */
  edit: (id: string | null, focus?: string) => void;
  /** Up, down or another place the row's menu offers. */
  move: (id: string, to: string) => void;
  /** Makes a row the one tab stop. Without one, the last. */
  setStop: (id?: string | null) => void;
  navigate: (path: string) => void;
  /** The names of the cells, left to right. */
  columns: readonly string[];
};

/**
 * The keyboard and the mouse of a table edited in its rows, with one listener of each kind on the box around it. `asked` is read
 * at each event. Who may not edit has the links alone.
 */
export function listenToRows(box: HTMLElement, asked: () => Asked, mayEdit: boolean): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  // The links of the rows are plain ones; the router is told here.
  box.addEventListener(
    "click",
    (event) => {
      const link = (event.target as HTMLElement).closest<HTMLAnchorElement>("tr[data-row] a");
      if (!link || event.defaultPrevented || isOther(event) || event.altKey) return;
      event.preventDefault();
      asked().navigate(link.pathname + link.search + link.hash);
    },
    { signal },
  );
  document.addEventListener("pointerdown", ({ target }) => closeMenus(box, target), { signal });
  if (mayEdit) {
    box.addEventListener("keydown", (event) => onKeyDown(event, asked()), { signal });
    box.addEventListener("focusin", ({ target }) => setStop(target, asked()), { signal });
    box.addEventListener("dblclick", (event) => onDoubleClick(event, asked()), { signal });
    box.addEventListener("click", (event) => onPress(event, asked()), { signal, capture: true });
  }
  return () => ended.abort();
}

/** A press that opens elsewhere, or of another button. */
const isOther = ({ button, ctrlKey, metaKey, shiftKey }: MouseEvent) => button !== 0 || ctrlKey || metaKey || shiftKey;

const rowOf = (target: EventTarget | null) => (target as HTMLElement).closest<HTMLElement>("tr[data-row]");

function setStop(target: EventTarget | null, asked: Asked): void {
  const id = rowOf(target)?.dataset.row;
  if (id) asked.setStop(id);
}

function onKeyDown(event: KeyboardEvent, asked: Asked): void {
  const target = event.target as HTMLElement;
  const row = rowOf(target);
  if (row) moveInMenu(event);
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || target.closest(".sv-edit")) return;
  if (event.key === "n" || event.key === "N") asked.edit(null);
  else if (!row) return;
  else if (event.key === "F2" || (event.key === "Enter" && target === row)) asked.edit(row.dataset.row ?? null);
  else if (event.key === "Escape" && target !== row && !target.closest("[open]")) row.focus();
  else {
    const rows = asked.rows();
    const at = rows.indexOf(row);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to === undefined) return;
    const next = rows[Math.min(Math.max(to, 0), rows.length - 1)];
    asked.setStop(next?.dataset.row);
    next?.focus();
  }
  event.preventDefault();
}

function onDoubleClick({ target }: MouseEvent, { edit, columns }: Asked): void {
  const row = rowOf(target);
  if (!row || (target as HTMLElement).closest("a, button, details")) return;
  getSelection()?.removeAllRanges();
  const cell = (target as HTMLElement).closest<HTMLTableCellElement>("td, th");
  const column = cell ? columns[cell.cellIndex] : undefined;
  edit(row.dataset.row ?? null, column === "when" ? "timing" : column);
}

/** A press on what a row offers: its form opens in its place, and it moves without leaving the page. */
function onPress(event: MouseEvent, asked: Asked): void {
  const target = event.target as HTMLElement;
  if (target.closest(".sv-group")) setTimeout(() => asked.setStop());
  const row = rowOf(target);
  if (!row || isOther(event)) return;
  const to = target.closest<HTMLButtonElement>("button[name='place']");
  if (!to && !target.closest("a[href$='/edit']")) return;
  event.preventDefault();
  const menu = target.closest("details");
  if (menu) menu.open = false;
  if (to) asked.move(row.dataset.row ?? "", to.value);
  else asked.edit(row.dataset.row ?? null);
}
