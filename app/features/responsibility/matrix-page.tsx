import { useLocation, useSearchParams } from "@remix-run/react";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import type { MatrixView } from "./matrix.view.server";
import { MatrixActions } from "./matrix-actions";
import { type Desk, MatrixBoard } from "./matrix-board";
import { MatrixPhone } from "./matrix-phone";
import { MatrixToolbar } from "./matrix-toolbar";

const MatrixEmpty = lazy(() => import("./matrix-empty"));

type Props = {
  view: MatrixView;
  slug: string;
  mayEdit: boolean;
  mayImport: boolean;
  /** May see and bind the names of the plan that are nobody's yet. */
  mayBind: boolean;
  /** Why an approval was refused. */
  refused: string | null;
};

/** Who does what: the whole page. */
export function MatrixPage({ view, slug, mayEdit, mayImport, mayBind, refused }: Props) {
  const [params] = useSearchParams();
  const { hash } = useLocation();
  const [without, setWithout] = useState(view.withoutAccountable);
  const desk = useRef<Desk | null>(null);
  const cells = useCallback((row: string) => desk.current?.sheet()?.cells(row) ?? "", []);
  useEffect(() => setWithout(view.withoutAccountable), [view]);
  const { actors, tasks, planRows, total, approvedFrom } = view;
  const all = total.tasks + total.planRows;
  const shown = tasks.length + planRows.length;
  const counts = m.responsibility_sub({
    rows: m.responsibility_count_rows({ n: all }),
    actors: m.responsibility_count_actors({ n: actors.length }),
  });
  const holds =
    approvedFrom === null
      ? m.responsibility_not_approved()
      : m.responsibility_holds_from({ day: describeDay(approvedFrom) });
  const kept = [...params].filter(([name]) => name !== "actor");

  const empty = (
    <Suspense fallback={null}>
      <MatrixEmpty view={view} slug={slug} mayEdit={mayEdit} mayImport={mayImport} />
    </Suspense>
  );

  return (
    <>
      <PageHead
        title={m.responsibility_title()}
        sub={actors.length > 0 && all > 0 ? `${counts} ${holds}` : undefined}
        actions={<MatrixActions view={view} slug={slug} mayEdit={mayEdit} cells={cells} refused={refused} />}
      />
      {refused && (
        <Note tone="danger" live>
          {refused}
        </Note>
      )}
      {actors.length === 0 || all === 0 ? (
        empty
      ) : (
        <>
          <MatrixToolbar view={view} slug={slug} without={without} />
          {view.unknown > 0 && mayBind && (
            <div className="sv-mxnote">
              <Note tone="warning" action={{ label: m.responsibility_unknown_bind(), to: paths.actorNames(slug) }}>
                {m.responsibility_unknown({ n: view.unknown })}
              </Note>
            </div>
          )}
          {shown === 0 ? (
            empty
          ) : (
            <>
              <MatrixPhone view={view} slug={slug} actorId={params.get("actor") ?? ""} kept={kept} key={hash} />
              <MatrixBoard view={view} slug={slug} mayEdit={mayEdit} onWithout={setWithout} onDesk={desk} />
              {mayEdit && <Keys />}
            </>
          )}
        </>
      )}
    </>
  );
}

const turned: Record<string, string | undefined> = { "←": "left", "→": "right" };

function Keys() {
  const keys: [string[], string][] = [
    [["↑", "↓", "←", "→"], m.responsibility_keys_move()],
    [[...m.responsibility_letters()], m.responsibility_keys_set()],
    [["Delete"], m.responsibility_keys_clear()],
    [["Enter"], m.responsibility_keys_menu()],
    [["Ctrl Z"], m.responsibility_keys_undo()],
  ];
  return (
    <ul className="sv-keys" aria-label={m.responsibility_keys()}>
      {keys.map(([names, words]) => (
        <li key={words}>
          {names.map((name) => (
            <kbd key={name}>
              {/* The typeface has no arrows to the sides. */}
              {turned[name] ? <span data-turn={turned[name]}>↑</span> : name}
            </kbd>
          ))}{" "}
          {words}
        </li>
      ))}
    </ul>
  );
}
