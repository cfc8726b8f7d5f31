import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { newestRegistered } from "~/features/cases/register.view.server";
import { NewestCases } from "~/features/cases/register-page";
import { jointEvents } from "~/features/events/joint-events.server";
import { NewestRecordings } from "~/features/events/recording-list";
import { publishedRecordings } from "~/features/events/recordings.view.server";
import { NearestEvents } from "~/features/feeds/open-event-list";
import { nearestOpenEvents } from "~/features/feeds/public-calendar.view.server";
import { OpenNetworksSection } from "~/features/networks/open-networks";
import { openNetworks } from "~/features/networks/open-networks.view.server";
import { newestOpenIssues } from "~/features/newsletters/archive.view.server";
import { NewestIssues } from "~/features/newsletters/issue-list";
import { NewestPublications } from "~/features/publications/open-publications";
import { newestOpenPublications } from "~/features/publications/publications.view.server";
import { requirePublicRegion } from "~/features/regions/public-access.server";
import { PublicFrame } from "~/features/regions/public-frame";
import { PublicRegionPage } from "~/features/regions/public-region-page";
import { errorTitle, RouteError } from "~/features/regions/route-error";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { withRegion } from "~/platform/db/region-db.server";

/** The region's own page, for everybody. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const now = new Date();
  const { access, page, today, zone } = await requirePublicRegion(request, params.region, now);
  const joint = await jointEvents(access.regionId, now);
  const shown = await withRegion(access, async (db) => ({
    events: await nearestOpenEvents(db, { now, joint, most: 5 }),
    recordings: (await publishedRecordings(db, new Date(0))).slice(0, 3),
    networks: await openNetworks(db, { today, now }),
    issues: await newestOpenIssues(db, { locale: getLocale(), zone, most: 3 }),
    cases: await newestRegistered(db, 5),
    publications: await newestOpenPublications(db, { today, newest: 5 }),
  }));
  return { page, dress: page.dress, ...shown };
}

export const meta: MetaFunction<typeof loader> = ({ data, error }) =>
  data
    ? [
        { title: [data.page.name, data.page.programme, "Samvirk"].filter(Boolean).join(" – ") },
        { name: "description", content: m.public_region_what({ region: data.page.name }) },
      ]
    : [{ title: errorTitle(error) }];

export default function PublicRegionRoute() {
  const { page, events, networks, publications, recordings, issues, cases } = useLoaderData<typeof loader>();
  return (
    <PublicRegionPage region={page}>
      <NearestEvents events={events} slug={page.slug} />
      <OpenNetworksSection networks={networks} slug={page.slug} />
      <NewestRecordings recordings={recordings} slug={page.slug} />
      <NewestIssues issues={issues} slug={page.slug} />
      <NewestCases cases={cases} slug={page.slug} />
      <NewestPublications publications={publications} slug={page.slug} />
    </PublicRegionPage>
  );
}

/** No region of this name: the same page as for any address that nothing stands at. */
export function ErrorBoundary() {
  return (
    <PublicFrame>
      <RouteError error={useRouteError()} />
    </PublicFrame>
  );
}
