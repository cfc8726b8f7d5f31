import { useLocation, useSearchParams } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import type { MatrixView } from "./matrix.view.server";
import { MatrixActions } from "./matrix-actions";
import { type Desk, MatrixBoard } from "./matrix-board";
import { MatrixPhone } from "./matrix-phone";
import { isFiltered, MatrixToolbar } from "./matrix-toolbar";

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
      {actors.length === 0 ? (
        <NoActors slug={slug} mayEdit={mayEdit} mayImport={mayImport} />
      ) : all === 0 ? (
        <NoRows slug={slug} mayEdit={mayEdit} />
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
            <NoMatch view={view} slug={slug} />
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

function NoActors({ slug, mayEdit, mayImport }: Pick<Props, "slug" | "mayEdit" | "mayImport">) {
  return (
    <EmptyState
      icon="grid"
      title={m.responsibility_no_actors()}
      why={m.responsibility_no_actors_why()}
      action={
        mayImport ? (
          <LinkButton to={paths.imports(slug)} icon="import">
            {m.responsibility_import()}
          </LinkButton>
        ) : (
          mayEdit && <LinkButton to={paths.newActor(slug)}>{m.responsibility_new_actor()}</LinkButton>
        )
      }
    />
  );
}

function NoRows({ slug, mayEdit }: Pick<Props, "slug" | "mayEdit">) {
  return (
    <EmptyState
      icon="grid"
      title={m.responsibility_no_rows()}
      why={m.responsibility_no_rows_why()}
      action={
        mayEdit && (
          <LinkButton to={paths.newTask(slug)} variant="secondary" icon="plus">
            {m.responsibility_new_task()}
          </LinkButton>
        )
      }
    />
  );
}

function NoMatch({ view, slug }: Pick<Props, "view" | "slug">) {
  const done = view.filters.withoutAccountable && view.withoutAccountable === 0;
  return (
    <EmptyState
      icon={done ? "check" : "search"}
      title={done ? m.responsibility_all_accounted() : m.responsibility_no_match()}
      {...(!done && isFiltered(view) && { why: m.responsibility_no_match_why() })}
      action={
        <LinkButton to={paths.responsibility(slug)} variant="secondary">
          {m.responsibility_show_everything()}
        </LinkButton>
      }
    />
  );
}

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
            <kbd key={name}>{name}</kbd>
          ))}{" "}
          {words}
        </li>
      ))}
    </ul>
  );
}
