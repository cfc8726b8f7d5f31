import { useNavigate } from "@remix-run/react";
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { m } from "~/i18n/messages/messages";
import type { MatrixView } from "./matrix.view.server";
import { emptying, isImplied, partIn, type Wanted } from "./matrix-cells";
import type { Change, Changes, Conflict } from "./matrix-changes";
import { driveGrid, type Grid } from "./matrix-grid";
import { splitsOf } from "./matrix-groups";
import { openSheet, type Place, type Sheet } from "./matrix-sheet";
import { codeWords, partOfKey, partWord } from "./matrix-words";

/** `load` fetches what makes changes, when the first is made. */
type Desk = { sheet: Sheet; grid: Grid; changes: Changes | null; load: () => Promise<Changes> };

/** What is open at a cell. */
export type Pop =
  | { kind: "menu"; place: Place }
  | { kind: "ask"; change: Change }
  | { kind: "conflict"; change: Change; met: Conflict };

export type Failure = { change: Change; message: string | undefined };

/** How a change is named before it is saved: "Bidreg", "Inga rolle". */
export const wantedWord = (wanted: Wanted) =>
  wanted === "clear" ? m.responsibility_menu_clear() : partWord(wanted === "none" ? null : wanted);

/**
 * Brings the table of a view to life: keyboard and mouse, changes and their answers. React keeps what stands beside the
 * table (menu, toast, notes); the table itself is written by matrix-sheet.ts.
 */
export function useMatrix({
  view,
  slug,
  mayEdit,
  table,
  box,
  onWithout,
}: {
  view: MatrixView;
  slug: string;
  mayEdit: boolean;
  table: RefObject<HTMLTableElement>;
  box: RefObject<HTMLDivElement>;
  /** How many rows that nobody is accountable for, after a change. */
  onWithout: (count: number) => void;
}) {
  const navigate = useNavigate();
  const desk = useRef<Desk | null>(null);
  const [pops, setPops] = useState<Pop[]>([]);
  const [failed, setFailed] = useState<Failure | null>(null);
  const [toast, setToast] = useState({ words: "", undo: false });
  const [spoken, setSpoken] = useState("");
  const [from, setFrom] = useState("");
  const day = useRef("");
  day.current = from;

  const actorOf = useCallback((column: number) => view.actors[column], [view]);

  const close = useCallback((back: boolean) => {
    setPops(([first, ...rest]) => {
      if (first && back) desk.current?.grid.focus(first.kind === "menu" ? first.place : first.change);
      return rest;
    });
  }, []);

  const commit = useCallback(
    (change: Change) => {
      const { current } = desk;
      if (!current) return;
      setFailed(null);
      void current.load().then((changes) => {
        changes.make(change);
        const code = current.sheet.cells(change.row).charAt(change.column);
        setSpoken(m.responsibility_live({ part: codeWords(code), actor: actorOf(change.column)?.name ?? "" }));
      });
    },
    [actorOf],
  );

  /** Closes a menu, also one that is asked for and not drawn yet. */
  const dismiss = useCallback(() => setPops((open) => open.filter(({ kind }) => kind !== "menu")), []);

  const set = useCallback(
    (place: Place, asked: Wanted | "empty") => {
      dismiss();
      const code = desk.current?.sheet.cells(place.row).charAt(place.column) ?? "";
      const wanted = asked === "empty" ? emptying(code) : asked;
      const already =
        wanted === "none" || wanted === "clear" ? code === "." : partIn(code) === wanted && !isImplied(code);
      if (code === "" || already) return;
      const change = { ...place, wanted };
      if (view.approvedFrom !== null && day.current === "") setPops([{ kind: "ask", change }]);
      else commit(change);
    },
    [view, commit, dismiss],
  );

  const undo = useCallback(() => {
    const taken = desk.current?.changes?.undo() ?? false;
    setSpoken(taken ? m.responsibility_undone() : m.responsibility_nothing_to_undo());
    if (taken) setToast({ words: m.responsibility_undone(), undo: false });
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a view is brought to life once; what is called is stable for it.
  useEffect(() => {
    if (!table.current || !box.current) return;
    const frame = { slug, splits: splitsOf(view.actors) };
    const sheet = openSheet(table.current, [...view.tasks, ...view.planRows], frame);
    const atFirst = sheet.withoutAccountable();
    const name = (id: string) => view.actors.find((actor) => actor.id === id)?.name ?? "";
    const hooks: Parameters<typeof import("./matrix-changes").queueChanges>[0] = {
      cells: sheet.cells,
      show(row, cells) {
        sheet.put(row, cells);
        onWithout(view.withoutAccountable + sheet.withoutAccountable() - atFirst);
      },
      send: (change, seen) =>
        import("./matrix-send").then(({ sendChange }) =>
          sendChange(slug, change, {
            actors: view.actors.map(({ id }) => id),
            seen,
            from: view.approvedFrom === null ? "" : day.current,
            asOf: view.asOf,
          }),
        ),
      onSaved(change, { undone, moved }) {
        const part = codeWords(sheet.cells(change.row).charAt(change.column));
        const words = m.responsibility_said({ actor: actorOf(change.column)?.name ?? "", part });
        const also = moved ? m.responsibility_moved({ actor: name(moved), part: partWord("p") }) : "";
        if (!undone) setToast({ words: also ? `${words}. ${also}` : words, undo: true });
      },
      onConflict: (change, met) => setPops((open) => [...open, { kind: "conflict", change, met }]),
      onFailed(change, message) {
        setToast({ words: "", undo: false });
        setFailed({ change, message });
      },
    };
    let loading: Promise<Changes> | null = null;
    const load = () => {
      loading ??= import("./matrix-changes").then(({ queueChanges }) => {
        const changes = queueChanges(hooks);
        if (desk.current?.load === load) desk.current.changes = changes;
        return changes;
      });
      return loading;
    };
    const grid = driveGrid(table.current, box.current, {
      go: navigate,
      emptyLabel: partWord(null),
      ...(mayEdit && {
        edit: {
          ...{ partOfKey, set, undo, dismiss },
          menu: (place: Place) => setPops([{ kind: "menu", place }]),
        },
      }),
    });
    desk.current = { sheet, grid, changes: null, load };
    setPops([]);
    setFailed(null);
    onWithout(view.withoutAccountable);
    return () => {
      grid.stop();
      desk.current = null;
    };
  }, [view, slug, mayEdit]);

  return useMemo(() => {
    const [pop = null] = pops;
    const place = pop && (pop.kind === "menu" ? pop.place : pop.change);
    return {
      pop,
      cell: place && (desk.current?.grid.cell(place) ?? null),
      code: place ? (desk.current?.sheet.cells(place.row).charAt(place.column) ?? "") : "",
      sheet: () => desk.current?.sheet ?? null,
      actorOf,
      close,
      set,
      commit,
      undo,
      failed,
      leave: () => setFailed(null),
      toast,
      endToast: () => setToast({ words: "", undo: false }),
      spoken,
      from,
      setFrom(chosen: string) {
        day.current = chosen;
        setFrom(chosen);
      },
    };
  }, [pops, failed, toast, spoken, from, actorOf, close, set, commit, undo]);
}
