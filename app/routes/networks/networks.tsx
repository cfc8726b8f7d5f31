import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { stages } from "~/domain/networks/stage";
import { NetworkTable } from "~/features/networks/network-table";
import { stageNames } from "~/features/networks/network-words";
import { filtersOf, networksView } from "~/features/networks/networks.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar } from "~/ui/filter-bar";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { ShowMore } from "~/ui/pagination";

/** The region's register of networks; those of one's own actors first. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "networks.see");
  const query = new URL(request.url).searchParams;
  const now = new Date();
  const ownActorIds = roles.flatMap(({ kind, actorId }) =>
    actorId && can([{ kind, actorId, municipalityId: null }], "networks.edit", { actorIds: [actorId] })
      ? [actorId]
      : [],
  );
  const filters = filtersOf(query);
  const today = todayIn(region.zone, now);
  const view = await withRegion(access, (db) =>
    networksView(db, { after: query.get("after"), today, now, filters, ownActorIds }),
  );
  const kept = new URLSearchParams([...query].filter(([name]) => ["q", "operator", "stage", "area"].includes(name)));
  const may = {
    make: can(roles, "networks.edit", { actorIds: ownActorIds }),
    import: can(roles, "import.run"),
    sayWho: can(roles, "actors.edit"),
  };
  return { view, may, kept: kept.toString(), region: region.name, slug: region.slug };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.networks_title(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = { crumb: () => [{ label: m.networks_title() }] };

export default function Networks() {
  const { view, may, kept, slug } = useLoaderData<typeof loader>();
  const { filters, options, total, found, next } = view;
  const narrowed = found < total || kept !== "";
  const base = paths.networks(slug);
  return (
    <>
      <PageHead
        title={m.networks_title()}
        sub={total > 0 && (narrowed ? m.networks_found({ n: found, total }) : m.networks_count({ n: total }))}
        actions={
          may.make && (
            <LinkButton to={paths.newNetwork(slug)} icon="plus">
              {m.networks_new()}
            </LinkButton>
          )
        }
      />
      {may.sayWho && view.unknownOperators > 0 && (
        <Note tone="warning" action={{ label: m.networks_say_who(), to: paths.actorNames(slug) }}>
          {m.networks_unknown_names({ n: view.unknownOperators })}
        </Note>
      )}
      {total > 0 && (
        <FilterBar
          label={m.networks_filter()}
          search={{ name: "q", label: m.networks_search(), defaultValue: filters.search }}
          submitLabel={m.common_show()}
          resetTo={kept === "" ? undefined : base}
          filters={[
            {
              name: "operator",
              label: m.networks_operators(),
              options: options.operators.map(({ id, name }) => ({ value: id, label: name })),
              selected: filters.operators,
            },
            {
              name: "stage",
              label: m.networks_stage(),
              options: [
                ...stages.map((stage) => ({ value: stage, label: stageNames[stage]() })),
                { value: "unknown", label: m.networks_stage_unknown() },
              ],
              selected: filters.stages,
            },
            {
              name: "area",
              label: m.networks_areas(),
              options: options.areas.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
              selected: filters.areas,
            },
          ]}
        />
      )}
      {total === 0 ? (
        <EmptyState
          icon="network"
          title={m.networks_none()}
          why={may.import ? m.networks_none_why() : m.networks_none_wait()}
          action={
            may.import && (
              <LinkButton to={paths.imports(slug)} icon="import" variant={may.make ? "secondary" : "primary"}>
                {m.networks_import()}
              </LinkButton>
            )
          }
        />
      ) : found === 0 ? (
        <EmptyState icon="search" title={m.networks_none_found()} why={m.networks_none_found_why()} />
      ) : (
        <NetworkTable view={view} slug={slug} />
      )}
      {next && (
        <ShowMore
          to={`${base}?${kept}${kept && "&"}after=${next}`}
          label={m.common_next_50()}
          shown={m.networks_shown({ shown: view.mine.length + view.networks.length, n: found })}
        />
      )}
    </>
  );
}
