import { useNavigate, useRevalidator } from "@remix-run/react";
import { type ComponentType, useEffect, useRef, useState } from "react";
import type { LeaveRow } from "./row-form";
import type { Asked } from "./row-keys";

/** Where the rows of a table come from when they are edited; what it takes is fetched when it is asked for. */
export type Desk<Row, Props> = {
  /** A row as its form needs it, null a new one. Throws without an answer. */
  load: (id: string | null) => Promise<Row>;
  /** Puts a row at the place its menu offers. Throws when it was not. */
  place: (id: string, to: string) => Promise<void>;
  editor: () => Promise<{ default: ComponentType<Props> }>;
  words: { openFailed: () => string; moved: () => string; moveFailed: () => string };
};

type Open<Row, Props> = {
  /** Null is a new row. */
  id: string | null;
  row: Row;
  focus: string | undefined;
  Editor: ComponentType<Props>;
};

const rowsIn = (box: Element | null) => [
  ...(box?.querySelectorAll<HTMLElement>("tbody:not([hidden]) > tr[data-row]") ?? []),
];

/**
 * Editing in the table: which row is open, and the keys. The rows are one tab stop, which is kept on the elements, so
 * that moving through them draws nothing anew.
 *
 * @param view changes when the rows have been read again
 * @param columns the names of the cells, left to right: the one that was clicked is the field that gets focus
 */
export function useRowDesk<Row, Props>(
  desk: Desk<Row, Props>,
  view: unknown,
  columns: readonly string[],
  mayEdit: boolean,
) {
  const box = useRef<HTMLDivElement>(null);
  const leave = useRef<LeaveRow | null>(null);
  const stop = useRef<string | null>(null);
  /** Whether the keys are there: until then the rows take no focus. */
  const live = useRef(false);
  const [open, setOpen] = useState<Open<Row, Props> | null>(null);
  const [opening, setOpening] = useState<string | null>(null);
  const [said, setSaid] = useState<{ at: number; words: string } | null>(null);
  const [failed, setFailed] = useState<{ title: string; row: string | null } | null>(null);
  /** What has been done, until the rows have been read again. */
  const done = useRef<{ id: string; words: string; elsewhere?: string } | null>(null);
  /** The row that is to have focus when it is drawn. */
  const wanted = useRef<string | null>(null);
  const { revalidate } = useRevalidator();
  const navigate = useNavigate();

  const rowOf = (id: string | null) => rowsIn(box.current).find((row) => row.dataset.row === id);
  const setStop = (id: string | null) => {
    if (!mayEdit || !live.current) return;
    const rows = rowsIn(box.current);
    const here = rows.find((row) => row.dataset.row === id) ?? rows[0];
    stop.current = here?.dataset.row ?? null;
    for (const row of rows) {
      const [wanted, now] = [row === here ? 0 : -1, row.getAttribute("tabindex")];
      if (now === String(wanted)) continue;
      row.tabIndex = wanted;
      for (const inner of row.querySelectorAll<HTMLElement>("a, summary")) inner.tabIndex = wanted;
    }
  };
  const goTo = (row: HTMLElement | undefined) => {
    if (!row) return;
    setStop(row.dataset.row ?? null);
    row.focus();
  };

  useEffect(() => setStop(stop.current));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each reading of the rows.
  useEffect(() => {
    const was = done.current;
    if (!was) return;
    done.current = null;
    setOpen(null);
    const shown = rowOf(was.id) !== undefined || open?.id === was.id;
    setSaid({ at: performance.now(), words: shown ? was.words : (was.elsewhere ?? was.words) });
    wanted.current = was.id;
  }, [view]);
  // Focus waits until the form is gone and the row is there again, however late that is drawn.
  useEffect(() => {
    const id = wanted.current;
    if (id === null || open !== null) return;
    wanted.current = null;
    requestAnimationFrame(() => goTo(rowOf(id) ?? rowOf(stop.current) ?? rowsIn(box.current)[0]));
  });
  // The form comes at once when it is asked for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for the page.
  useEffect(() => {
    if (mayEdit) setTimeout(() => void desk.editor(), 1500);
  }, [mayEdit]);

  const begin = async (id: string | null, focus?: string) => {
    setOpening(id ?? "new");
    setFailed(null);
    setSaid(null);
    try {
      const [row, { default: Editor }] = await Promise.all([desk.load(id), desk.editor()]);
      setOpen({ id, row, focus, Editor });
    } catch {
      setFailed({ title: desk.words.openFailed(), row: id });
    }
    setOpening(null);
  };
  const edit = (id: string | null, focus?: string) => {
    if (opening !== null || (open && open.id === id)) return;
    if (leave.current) leave.current(() => void begin(id, focus));
    else void begin(id, focus);
  };
  const close = () => {
    const id = open?.id ?? stop.current;
    setOpen(null);
    requestAnimationFrame(() => goTo(rowOf(id)));
  };
  /** `elsewhere`: what is said where the row is not among those shown. */
  const finish = (id: string, words: string, elsewhere?: string) => {
    done.current = { id, words, elsewhere };
    stop.current = id;
    revalidate();
  };
  const move = async (id: string, to: string) => {
    setFailed(null);
    try {
      await desk.place(id, to);
      finish(id, desk.words.moved());
    } catch {
      setFailed({ title: desk.words.moveFailed(), row: null });
    }
  };

  const asked = useRef<Asked | null>(null);
  asked.current = {
    rows: () => rowsIn(box.current),
    edit,
    move: (id, to) => void move(id, to),
    setStop: (id = stop.current) => setStop(id),
    navigate,
    columns,
  };
  const listenToKeys = useRef<((box: HTMLElement, asked: () => Asked, mayEdit: boolean) => () => void) | null>(null);
  // The keys come after the page, so that it is there sooner.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the box may be another one when the rows have been read again.
  useEffect(() => {
    let end: (() => void) | undefined;
    let ended = false;
    const listen = () => {
      if (ended || !box.current || !listenToKeys.current) return;
      end = listenToKeys.current(box.current, () => asked.current as Asked, mayEdit);
      live.current = true;
      setStop(stop.current);
    };
    if (listenToKeys.current) listen();
    else
      void import("./row-keys").then(({ listenToRows }) => {
        listenToKeys.current = listenToRows;
        listen();
      });
    return () => {
      ended = true;
      end?.();
    };
  }, [view, mayEdit]);

  return { box, leave, open, opening, said, failed, edit, close, finish };
}
