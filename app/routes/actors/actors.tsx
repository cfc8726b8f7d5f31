import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { isUuid } from "~/domain/shared/ids";
import { ActorTable, EndedActors } from "~/features/actors/actor-table";
import { ActorTabs } from "~/features/actors/actor-tabs";
import { actorsView } from "~/features/actors/actors.view.server";
import { countUnknownNames } from "~/features/groups/names.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar } from "~/ui/filter-bar";
import { PageHead } from "~/ui/page-head";
import { ShowMore } from "~/ui/pagination";

/** The actors by tier, each with its units. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "actors.see");
  const asked = new URL(request.url).searchParams;
  const after = asked.get("after");
  const search = (asked.get("q") ?? "").trim().slice(0, 100);
  const today = todayIn(region.zone, systemClock());
  const view = await withRegion(access, async (db) => ({
    ...(await actorsView(db, { today, after: isUuid(after) ? after : null, search })),
    unknown: await countUnknownNames(db),
  }));
  const may = { edit: can(roles, "actors.edit"), import: can(roles, "import.run") };
  return { ...view, search, today, may, region: region.name, slug: region.slug };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.actors_title(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = { crumb: () => [{ label: m.actors_title() }] };

export default function Actors() {
  const { tiers, ended, counts, shown, next, search, unknown, today, may, slug } = useLoaderData<typeof loader>();
  const page = paths.actors(slug);
  const none = counts.standing + counts.units + counts.ended === 0;
  const found = shown + ended.length > 0;
  const more = new URLSearchParams({ ...(search && { q: search }), after: next ?? "" });
  const sub = [
    counts.standing > 0 && m.actors_count({ n: counts.standing }),
    counts.units > 0 && m.actors_unit_count({ n: counts.units }),
  ].filter(Boolean);
  return (
    <>
      <PageHead
        title={m.actors_title()}
        sub={sub.join(" · ")}
        actions={
          may.edit && (
            <LinkButton to={paths.newActor(slug)} icon="plus">
              {m.actors_new()}
            </LinkButton>
          )
        }
      />
      <ActorTabs slug={slug} current="actors" unknown={unknown} />
      {(search !== "" || counts.standing + counts.units > 1) && (
        <FilterBar
          label={m.actors_filter()}
          search={{ name: "q", label: m.actors_search(), defaultValue: search }}
          submitLabel={m.common_show()}
          {...(search !== "" && { resetTo: page })}
        />
      )}
      {none && (
        <EmptyState
          icon="buildings"
          title={m.actors_none()}
          why={may.import ? m.actors_none_why() : m.actors_none_wait()}
          action={
            may.import && (
              <LinkButton to={paths.imports(slug)} icon="import" variant="secondary">
                {m.actors_import()}
              </LinkButton>
            )
          }
        />
      )}
      {!none && !found && search !== "" && (
        <EmptyState icon="search" title={m.actors_none_found()} why={m.actors_none_found_why({ search })} />
      )}
      {shown > 0 && <ActorTable tiers={tiers} slug={slug} today={today} />}
      {next && (
        <ShowMore
          to={`${page}?${more}`}
          label={m.common_next_50()}
          shown={m.actors_shown({ shown, n: counts.standing })}
        />
      )}
      {ended.length > 0 && <EndedActors actors={ended} slug={slug} today={today} />}
    </>
  );
}
