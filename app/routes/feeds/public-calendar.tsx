import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { jointEvents } from "~/features/events/joint-events.server";
import { publicCalendar, readChoice } from "~/features/feeds/public-calendar.view.server";
import { PublicCalendarPage } from "~/features/feeds/public-calendar-page";
import { requirePublicRegion } from "~/features/regions/public-access.server";
import { PublicFrame } from "~/features/regions/public-frame";
import { PublicRegionFrame } from "~/features/regions/public-region-page";
import { errorTitle, RouteError } from "~/features/regions/route-error";
import { m } from "~/i18n/messages/messages";
import { withRegion } from "~/platform/db/region-db.server";

/** What the region holds that is open to everybody. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const now = new Date();
  const { access, page } = await requirePublicRegion(request, params.region, now);
  const choice = readChoice(new URL(request.url).searchParams);
  const joint = await jointEvents(access.regionId, now);
  const view = await withRegion(access, (db) => publicCalendar(db, { slug: page.slug, now, choice, joint }));
  return { page, dress: page.dress, view };
}

export const meta: MetaFunction<typeof loader> = ({ data, error }) => [
  { title: data ? `${m.feeds_calendar()} – ${data.page.name} – Samvirk` : errorTitle(error) },
];

export default function PublicCalendarRoute() {
  const { page, view } = useLoaderData<typeof loader>();
  return (
    <PublicRegionFrame region={page}>
      <PublicCalendarPage view={view} slug={page.slug} region={page.name} />
    </PublicRegionFrame>
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
