import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { ActorTable } from "~/features/actors/actor-table";
import { actorsView } from "~/features/actors/actors.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { ShowMore } from "~/ui/pagination";

/** The actors of the support apparatus. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "actors.see");
  const after = new URL(request.url).searchParams.get("after");
  const view = await withRegion(access, (db) => actorsView(db, after));
  return { ...view, region: region.name, slug: region.slug, mayImport: can(roles, "import.run") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.actors_title(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = { crumb: () => [{ label: m.actors_title() }] };

export default function Actors() {
  const { actors, total, next, slug, mayImport } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={m.actors_title()} sub={total > 0 && m.actors_count({ n: total })} />
      {actors.length === 0 ? (
        <EmptyState
          icon="buildings"
          title={m.actors_none()}
          why={mayImport ? m.actors_none_why() : m.actors_none_wait()}
          action={
            mayImport && (
              <LinkButton to={paths.imports(slug)} icon="import">
                {m.actors_import()}
              </LinkButton>
            )
          }
        />
      ) : (
        <ActorTable actors={actors} />
      )}
      {next && (
        <ShowMore
          to={`${paths.actors(slug)}?after=${next}`}
          label={m.common_next_50()}
          shown={m.actors_shown({ shown: actors.length, n: total })}
        />
      )}
    </>
  );
}
