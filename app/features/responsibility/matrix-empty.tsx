import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import type { MatrixView } from "./matrix.view.server";
import { isFiltered } from "./matrix-toolbar";

type Props = { view: MatrixView; slug: string; mayEdit: boolean; mayImport: boolean };

/** What stands in the place of a table without actors, rows, or rows that the filters let through. */
export default function MatrixEmpty({ view, slug, mayEdit, mayImport }: Props) {
  if (view.actors.length === 0) return <NoActors slug={slug} mayEdit={mayEdit} mayImport={mayImport} />;
  if (view.total.tasks + view.total.planRows === 0) return <NoRows slug={slug} mayEdit={mayEdit} />;
  return <NoMatch view={view} slug={slug} />;
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
