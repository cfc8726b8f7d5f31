import { fits, type RowEvent } from "~/domain/communications-plan/row-state";
import type { Window } from "~/domain/timing";

export type DueRow<R> = {
  row: R;
  windows: Window[];
  /** The day something must happen: a planned date, or the day the window closes; for one to come, the day it opens. */
  day: string;
  kind: "planned" | "closes" | "opens";
  dated: boolean;
};

/**
 * The rows of a plan that say something between `today` and `until` (ISO days), by the day something must happen.
 * A row that has an event in its window is due on the event's day; one that has none, when the window closes if it is
 * open and when it opens if it is to come.
 */
export function dueRows<R extends { windows: Window[]; events: RowEvent[] }>(
  rows: readonly R[],
  { today, until }: { today: string; until: string },
): DueRow<R>[] {
  const due = rows.flatMap((row): DueRow<R>[] => {
    const windows = row.windows.filter((window) => window.to >= today && window.from <= until);
    const coming = row.events
      .filter((event) => event.to >= today && event.from <= until)
      .sort((a, b) => (a.from < b.from ? -1 : 1))[0];
    if (coming) return [{ row, windows, day: coming.from, kind: "planned", dated: true }];
    const empty = windows.find((window) => !row.events.some((event) => fits(event, window)));
    if (!empty) return [];
    const open = empty.from <= today;
    return [{ row, windows, day: open ? empty.to : empty.from, kind: open ? "closes" : "opens", dated: false }];
  });
  return due.sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
}

/** How many windows of the plan are open on a day. */
export function openWindows(rows: readonly { windows: Window[] }[], today: string): number {
  return rows.reduce(
    (sum, row) => sum + row.windows.filter((window) => window.from <= today && window.to >= today).length,
    0,
  );
}
