import { lazy, Suspense, useRef } from "react";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import type { MatrixView } from "./matrix.view.server";
import { useMatrix } from "./matrix-desk";
import { MatrixTable } from "./matrix-table";

/** What opens at a cell, and what follows a change, are loaded when first needed. */
const OpenPop = lazy(() => import("./matrix-open-pop"));
const Outcome = lazy(() => import("./matrix-outcome"));

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

  return (
    <>
      {failed && (
        <Suspense fallback={null}>
          <Outcome desk={desk} failed={failed} />
        </Suspense>
      )}
      {mayEdit && view.approvedFrom !== null && <FromDay desk={desk} asOf={view.asOf} />}
      <div className="sv-mxframe">
        <div className="sv-panel sv-mxbox" ref={box} data-fit={roomFor(view.actors.length)}>
          <MatrixTable key={drawing} view={view} slug={slug} mayEdit={mayEdit} table={table} />
        </div>
        {desk.pop && (
          <Suspense fallback={null}>
            <OpenPop desk={desk} view={view} />
          </Suspense>
        )}
      </div>
      <p className="ds-sr-only" aria-live="polite">
        {desk.spoken}
      </p>
      {toast.words !== "" && (
        <Suspense fallback={null}>
          <Outcome desk={desk} failed={null} />
        </Suspense>
      )}
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
