import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { PublicationTable } from "~/features/publications/publication-table";
import { kindNames } from "~/features/publications/publication-words";
import { publicationsView, readAsked } from "~/features/publications/publications.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar } from "~/ui/filter-bar";
import { PageHead } from "~/ui/page-head";
import { ShowMore } from "~/ui/pagination";

/** What the region has said elsewhere, the newest first; what is asked for stands in the address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "publications.see");
  const query = new URL(request.url).searchParams;
  const view = await withRegion(access, (db) => publicationsView(db, readAsked(query)));
  const kept = new URLSearchParams(
    [...query].filter(([name, value]) => ["q", "kind", "year", "actor"].includes(name) && value !== ""),
  );
  const own = roles.flatMap(({ actorId }) => actorId ?? []);
  return {
    view,
    kept: kept.toString(),
    mayMake: can(roles, "publications.edit", { actorIds: own }),
    today: todayIn(region.zone, new Date()),
    region: region.name,
    slug: region.slug,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.publications_title(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = { crumb: () => [{ label: m.publications_title() }] };

export default function Publications() {
  const { view, kept, mayMake, today, slug } = useLoaderData<typeof loader>();
  const { publications, asked, actors, options, total, found, next } = view;
  const base = paths.publications(slug);
  const add = mayMake && (
    <LinkButton to={paths.newPublication(slug)} icon="plus">
      {m.publications_new()}
    </LinkButton>
  );
  return (
    <>
      <PageHead
        title={m.publications_title()}
        sub={
          total === 0
            ? m.publications_lead()
            : found < total
              ? m.publications_found({ n: found, total })
              : m.publications_count({ n: total })
        }
        actions={total > 0 && add}
      />
      {total > 1 && (
        <FilterBar
          key={kept}
          label={m.publications_filter()}
          search={{ name: "q", label: m.publications_search(), defaultValue: asked.search }}
          submitLabel={m.common_show()}
          {...(kept !== "" && { resetTo: base })}
          filters={[
            {
              name: "kind",
              label: m.publications_kind(),
              options: options.kinds.map((kind) => ({ value: kind, label: kindNames[kind]() })),
              selected: asked.kinds,
            },
            {
              name: "year",
              label: m.publications_year(),
              options: options.years.map((year) => ({ value: String(year), label: String(year) })),
              selected: asked.years.map(String),
            },
            {
              name: "actor",
              label: m.publications_actor(),
              options: options.actors.map(({ id, name }) => ({ value: id, label: name })),
              selected: actors,
            },
          ]}
        />
      )}
      {total === 0 ? (
        <EmptyState
          icon="megaphone"
          title={m.publications_none()}
          why={mayMake ? m.publications_none_why() : m.publications_none_wait()}
          action={add}
        />
      ) : publications.length === 0 ? (
        <EmptyState icon="search" title={m.publications_none_found()} why={m.publications_none_found_why()} />
      ) : (
        <PublicationTable publications={publications} slug={slug} today={today} />
      )}
      {next && (
        <ShowMore
          to={`${base}?${kept}${kept && "&"}after=${next}`}
          label={m.common_next_50()}
          shown={m.publications_shown({ shown: publications.length, n: found })}
        />
      )}
    </>
  );
}
