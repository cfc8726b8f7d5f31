import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { roundsView } from "~/features/reports/rounds.view.server";
import { RoundLists } from "~/features/reports/rounds-page";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";

/** The rounds of reporting of a region. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "reports.see");
  const rounds = await withRegion(access, (db) => roundsView(db, region.zone));
  return {
    ...{ rounds, today: todayIn(region.zone, systemClock()), mayEdit: can(roles, "reports.edit") },
    ...{ region: region.name, slug: region.slug },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.reports_name(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = { crumb: () => [{ label: m.reports_name() }] };

export default function Reports() {
  const { rounds, today, slug, mayEdit } = useLoaderData<typeof loader>();
  const make = mayEdit && (
    <>
      <LinkButton to={paths.statusReportImport(slug)} variant="secondary" icon="import">
        {m.documents_sr_import()}
      </LinkButton>
      <LinkButton to={paths.newRound(slug)} icon="plus">
        {m.reports_new()}
      </LinkButton>
    </>
  );
  if (rounds.length === 0)
    return (
      <>
        <PageHead title={m.reports_name()} />
        <EmptyState
          icon="chart"
          title={m.reports_none()}
          why={mayEdit ? m.reports_none_why() : m.reports_none_wait()}
          action={make}
        />
      </>
    );
  return (
    <>
      <PageHead title={m.reports_name()} sub={m.reports_sub()} actions={make} />
      <RoundLists rounds={rounds} slug={slug} today={today} />
    </>
  );
}
