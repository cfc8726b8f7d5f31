import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { AreaTable } from "~/features/municipalities/area-table";
import { areasView } from "~/features/municipalities/areas.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";

/** The areas and circles of the region. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "municipalities.see");
  const areas = await withRegion(access, (db) => areasView(db, new Date(todayIn(region.zone, new Date()))));
  return { areas, mayEdit: can(roles, "municipalities.edit"), region: region.name, slug: region.slug };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.areas_title(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = {
  crumb: (_loaded, slug) => [
    { label: m.municipalities_title(), to: paths.municipalities(slug) },
    { label: m.areas_title() },
  ],
};

export default function Areas() {
  const { areas, mayEdit, slug } = useLoaderData<typeof loader>();
  const add = mayEdit && (
    <LinkButton to={paths.newArea(slug)} icon="plus">
      {m.areas_new()}
    </LinkButton>
  );
  return (
    <>
      <PageHead title={m.areas_title()} sub={m.areas_sub()} actions={areas.length > 0 && add} />
      {areas.length === 0 ? (
        <EmptyState icon="pin" title={m.areas_none()} why={m.areas_none_why()} action={add} />
      ) : (
        <AreaTable areas={areas} slug={slug} />
      )}
    </>
  );
}
