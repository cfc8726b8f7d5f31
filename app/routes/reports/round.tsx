import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { roundView } from "~/features/reports/round.view.server";
import { readRoundFilters } from "~/features/reports/round-filters";
import { RoundHead } from "~/features/reports/round-head";
import { RoundFilterBar, RoundTable, RowFigures, WhoLacks } from "~/features/reports/round-page";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** A round of reporting with its rows; filters are in the address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "reports.see");
  const filters = readRoundFilters(new URL(request.url).searchParams);
  const today = todayIn(region.zone, systemClock());
  const view = await withRegion(access, (db) => roundView(db, params.round ?? "", today, filters));
  if (!view) notFound();
  return { view, mayEdit: can(roles, "reports.edit"), region: region.name, slug: region.slug };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [data?.view.round.name, data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ view }, slug) => [{ label: m.reports_name(), to: paths.reports(slug) }, { label: view.round.name }],
  wide: true,
};

export default function Round() {
  const { view, slug, mayEdit } = useLoaderData<typeof loader>();
  return (
    <>
      <RoundHead round={view.round} slug={slug} tab="rows" mayEdit={mayEdit} />
      {view.counts.all > 0 && <RowFigures view={view} slug={slug} />}
      {view.round.state !== "submitted" && !view.isFiltered && <WhoLacks view={view} slug={slug} />}
      {view.counts.all > 1 && <RoundFilterBar view={view} slug={slug} />}
      <RoundTable view={view} slug={slug} />
    </>
  );
}
