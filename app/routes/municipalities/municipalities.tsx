import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { CoveragePage } from "~/features/municipalities/coverage-page";
import { coverage } from "~/features/municipalities/municipalities.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";

/** The municipalities of the region and their contact persons today. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "municipalities.see");
  const { searchParams } = new URL(request.url);
  const [after, area] = [searchParams.get("after"), searchParams.get("area")];
  const today = new Date(todayIn(region.zone, new Date()));
  const view = await withRegion(access, (db) => coverage(db, { today, after, area }));
  const mayAssign = can(roles, "contact-person.assign");
  const mayDeputise = can(roles, "deputies.edit");
  return { view, region: region.name, slug: region.slug, mayAssign, mayDeputise };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.municipalities_title(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = { crumb: () => [{ label: m.municipalities_title() }] };

export default function Municipalities() {
  const { view, slug, mayAssign, mayDeputise } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={m.municipalities_title()}
        sub={view.total > 0 && m.municipalities_covered({ n: view.covered, total: view.total })}
        actions={
          <>
            {mayDeputise && (
              <LinkButton to={paths.deputies(slug)} variant="tertiary">
                {m.events_deputies()}
              </LinkButton>
            )}
            <LinkButton to={paths.areas(slug)} variant="tertiary">
              {m.areas_title()}
            </LinkButton>
            <LinkButton to={paths.register(slug)} variant="tertiary">
              {m.municipalities_register()}
            </LinkButton>
            {mayAssign && (
              <LinkButton to={paths.contactSheet(slug)} variant="secondary" icon="table">
                {m.municipalities_sheet()}
              </LinkButton>
            )}
          </>
        }
      />
      {view.inRegion === 0 ? (
        <EmptyState icon="pin" title={m.municipalities_none()} why={m.municipalities_none_why()} />
      ) : (
        <CoveragePage view={view} slug={slug} mayAssign={mayAssign} />
      )}
    </>
  );
}
