import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { deputyLists } from "~/features/events/deputies.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { Panel, Row, Rows } from "~/ui/panel";

/** Every list of deputies of the region. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "deputies.edit");
  const lists = await withRegion(access, deputyLists);
  return { lists, region: { slug: region.slug, name: region.name } };
}

export const handle: Handle = {
  crumb: (_, slug) => [
    { label: m.municipalities_title(), to: paths.municipalities(slug) },
    { label: m.events_deputies() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.events_deputies()} – ${data?.region.name ?? ""} – Samvirk` },
];

export default function Deputies() {
  const { lists, region } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={m.events_deputies()} sub={m.events_deputies_lead()} />
      <Panel title={m.events_deputies_all()} count={lists.length || undefined}>
        {lists.length === 0 ? (
          <EmptyState
            icon="person-group"
            title={m.events_deputies_nowhere()}
            why={m.events_deputies_nowhere_why()}
            action={
              <LinkButton variant="secondary" to={paths.municipalities(region.slug)}>
                {m.municipalities_title()}
              </LinkButton>
            }
          />
        ) : (
          <Rows>
            {lists.map(({ number, personId, name, deputies }) => (
              <Row
                key={number ?? personId}
                icon={number ? "buildings" : "person"}
                title={name}
                to={
                  number
                    ? paths.municipalityDeputies(region.slug, number)
                    : paths.personDeputies(region.slug, personId ?? "")
                }
                note={deputies.join(", ")}
                end={m.events_deputies_count({ n: deputies.length })}
              />
            ))}
          </Rows>
        )}
      </Panel>
    </>
  );
}
