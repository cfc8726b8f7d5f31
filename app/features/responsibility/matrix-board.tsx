import { useCallback, useRef } from "react";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import type { MatrixView } from "./matrix.view.server";
import { useMatrix, wantedWord } from "./matrix-desk";
import { ConflictPop, FailedNote, FromDayPop, SavedToast } from "./matrix-notices";
import { PartMenu } from "./matrix-pop";
import { MatrixTable } from "./matrix-table";
import { codeWords } from "./matrix-words";

export type Desk = ReturnType<typeof useMatrix>;

/** Counts the views that have been shown: a new one is drawn anew, also where an edit made the old one equal to it. */
function useDrawing(view: MatrixView): number {
  const drawing = useRef({ view, number: 0 });
  if (drawing.current.view !== view) drawing.current = { view, number: drawing.current.number + 1 };
  return drawing.current.number;
}

/** The table, and what opens at its cells. */
export function MatrixBoard({
  view,
  slug,
  mayEdit,
  onWithout,
  onDesk,
}: {
  view: MatrixView;
  slug: string;
  mayEdit: boolean;
  onWithout: (count: number) => void;
  /** Hands out the desk, for what stands outside: copying, the day changes hold from. */
  onDesk: { current: Desk | null };
}) {
  const table = useRef<HTMLTableElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const drawing = useDrawing(view);
  const desk = useMatrix({ view, slug, mayEdit, table, box, onWithout });
  onDesk.current = desk;
  const { failed, toast } = desk;
  const endToast = useCallback(desk.endToast, []);

  return (
    <>
      {failed && (
        <FailedNote
          title={m.responsibility_failed_title({
            part: wantedWord(failed.change.wanted),
            actor: desk.actorOf(failed.change.column)?.name ?? "",
          })}
          why={failed.message ?? m.responsibility_failed_net()}
          again={() => desk.commit(failed.change)}
          leave={desk.leave}
        />
      )}
      {mayEdit && view.approvedFrom !== null && <FromDay desk={desk} asOf={view.asOf} />}
      <div className="sv-mxframe">
        <div className="sv-panel sv-mxbox" ref={box} data-fit={roomFor(view.actors.length)}>
          <MatrixTable key={drawing} view={view} slug={slug} mayEdit={mayEdit} table={table} />
        </div>
        <OpenPop desk={desk} view={view} />
      </div>
      <p className="ds-sr-only" aria-live="polite">
        {desk.spoken}
      </p>
      {toast.words !== "" && <SavedToast words={toast.words} undo={toast.undo ? desk.undo : null} gone={endToast} />}
    </>
  );
}

/** The width the table needs, in steps that the style knows; wider tables scroll in their box. */
const steps = [640, 760, 880, 1000, 1152, 1300, 1500, 1800];
const roomFor = (actors: number) => steps.find((step) => step >= 280 + 68 * actors + 64) ?? "none";

function FromDay({ desk, asOf }: { desk: Desk; asOf: string }) {
  return (
    <div className="sv-mxfrom">
      <label htmlFor="matrix-from">{m.responsibility_changes_from()}</label>
      <input
        id="matrix-from"
        className="ds-input"
        type="date"
        value={desk.from}
        onChange={(event) => desk.setFrom(event.currentTarget.value)}
      />
      {desk.from > asOf && <span>{m.responsibility_table_shows({ day: describeDay(asOf) })}</span>}
    </div>
  );
}

function OpenPop({ desk, view }: { desk: Desk; view: MatrixView }) {
  const { pop, cell, close } = desk;
  if (!pop || !cell) return null;
  const at = pop.kind === "menu" ? pop.place : pop.change;
  const actor = desk.actorOf(at.column)?.name ?? "";
  if (pop.kind === "menu")
    return (
      <PartMenu
        key={`${at.row} ${at.column}`}
        cell={cell}
        code={desk.code}
        actor={actor}
        close={close}
        choose={(wanted) => {
          close(true);
          desk.set(at, wanted);
        }}
      />
    );
  if (pop.kind === "ask")
    return (
      <FromDayPop
        cell={cell}
        day={[view.asOf, view.approvedFrom ?? ""].sort().at(-1) ?? ""}
        close={close}
        answer={(day) => {
          desk.setFrom(day);
          close(true);
          desk.commit(pop.change);
        }}
      />
    );
  const { met, change } = pop;
  const part = codeWords(met.cells.charAt(at.column)) || m.responsibility_part_none();
  const row = [...view.tasks, ...view.planRows].find(({ id }) => id === at.row)?.name ?? "";
  return (
    <ConflictPop
      key={`conflict ${at.row} ${at.column}`}
      cell={cell}
      title={m.responsibility_conflict_title({ actor, row })}
      what={
        met.at === null
          ? m.responsibility_conflict_no_time({ part })
          : m.responsibility_conflict({ who: met.who ?? m.responsibility_somebody(), part, time: timeOf(met.at) })
      }
      keep={m.responsibility_keep({ part })}
      set={wantedSet(change.wanted)}
      onKeep={close}
      onSet={() => {
        close(true);
        desk.commit(change);
      }}
    />
  );
}

const wantedSet = (wanted: Parameters<typeof wantedWord>[0]) => m.responsibility_set({ part: wantedWord(wanted) });

/** "10.20", with the day before it when it was not today. */
function timeOf(instant: string): string {
  const at = new Date(instant);
  const two = (number: number) => String(number).padStart(2, "0");
  const time = m.timing_time({ hour: two(at.getHours()), minute: two(at.getMinutes()) });
  return time;
}
