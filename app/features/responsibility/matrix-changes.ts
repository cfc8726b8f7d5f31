import { afterChange, partIn, takingBack, type Wanted } from "./matrix-cells";
import type { Place } from "./matrix-sheet";

export type Change = Place & { wanted: Wanted };

/** What the server says of one change. `cells` are the row's, anew. */
export type Reply =
  | { ok: true; cells: string; moved?: string | null }
  | { ok: false; reason: "changed-meanwhile"; cells: string; who: string | null; at: string | null }
  | { ok: false; reason: string; message?: string };

export type Conflict = { cells: string; who: string | null; at: string | null };

type Options = {
  cells: (row: string) => string;
  /** Shows a row as it stands. */
  show: (row: string, cells: string) => void;
  /** Sends one change; `seen` is the code it changes. Throws when there is no answer. */
  send: (change: Change, seen: string) => Promise<Reply>;
  onSaved: (change: Change, about: { undone: boolean; moved: string | null }) => void;
  onConflict: (change: Change, conflict: Conflict) => void;
  /** `message` in the server's words; undefined when there was no answer that could be read. */
  onFailed: (change: Change, message: string | undefined) => void;
};

type Waiting = { change: Change; seen: string; done: Done | null };
/** A change that can be taken back: the row before and after it, from its answer on as the server had it. */
type Done = { change: Change; before: string; after: string };

export type Changes = {
  make: (change: Change) => void;
  /** Takes back the last change of this visit; false when there is none. */
  undo: () => boolean;
  /** Whether a change has not been answered. */
  busy: () => boolean;
};

/**
 * Changes are shown at once and sent one after the other. An answer puts the row as the server has it, with what still
 * waits on top; a refusal puts back what the server has.
 */
export function queueChanges({ cells, show, send, onSaved, onConflict, onFailed }: Options): Changes {
  const waiting: Waiting[] = [];
  const done: Done[] = [];
  /** Rows as the server last told them, where they have changed. */
  const saved = new Map<string, string>();
  let running = false;

  function enqueue(change: Change, undoing: boolean): void {
    const before = cells(change.row);
    if (before === "") return;
    if (!saved.has(change.row)) saved.set(change.row, before);
    const after = afterChange(before, change.column, change.wanted);
    const entry = undoing ? null : { change, before, after };
    if (entry) done.push(entry);
    waiting.push({ change, seen: before.charAt(change.column), done: entry });
    show(change.row, after);
    if (!running) void run();
  }

  /** Puts a row as the server has it, and what waits on top. */
  function settle(row: string, fromServer: string): void {
    saved.set(row, fromServer);
    const still = waiting.filter(({ change }) => change.row === row);
    show(
      row,
      still.reduce((now, { change }) => afterChange(now, change.column, change.wanted), fromServer),
    );
  }

  function forget(entry: Done | null): void {
    if (entry && done.includes(entry)) done.splice(done.indexOf(entry), 1);
  }

  async function run(): Promise<void> {
    running = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { change, seen, done: entry } = next;
      const reply = await send(change, seen).catch(() => null);
      if (reply?.ok) {
        if (entry) Object.assign(entry, { before: saved.get(change.row), after: reply.cells });
        settle(change.row, reply.cells);
        onSaved(change, { undone: entry === null, moved: reply.moved ?? null });
        continue;
      }
      forget(entry);
      if (reply && "cells" in reply) {
        drop(change);
        settle(change.row, reply.cells);
        onConflict(change, reply);
      } else {
        settle(change.row, saved.get(change.row) ?? cells(change.row));
        onFailed(change, reply?.message);
      }
    }
    running = false;
  }

  /** What was asked of the same cell after a change that met another's is not sent. */
  function drop({ row, column }: Place): void {
    for (const late of waiting.filter(({ change }) => change.row === row && change.column === column)) {
      waiting.splice(waiting.indexOf(late), 1);
      forget(late.done);
    }
  }

  return {
    make: (change) => enqueue(change, false),
    undo() {
      const last = done.pop();
      if (!last) return false;
      const { change, before, after } = last;
      // What others have changed in the row meanwhile is theirs.
      const own = (column: number) =>
        column === change.column || (change.wanted === "a" && partIn(before.charAt(column)) === "a");
      for (const { column, wanted } of takingBack(before, after))
        if (own(column)) enqueue({ row: change.row, column, wanted }, true);
      return true;
    },
    busy: () => running,
  };
}
