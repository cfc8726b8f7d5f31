import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useRouteError } from "@remix-run/react";
import { RecordingList } from "~/features/events/recording-list";
import { publishedRecordings } from "~/features/events/recordings.view.server";
import { requirePublicRegion } from "~/features/regions/public-access.server";
import { PublicFrame } from "~/features/regions/public-frame";
import { PublicRegionFrame } from "~/features/regions/public-region-page";
import { errorTitle, RouteError } from "~/features/regions/route-error";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { Card, CardSection } from "~/ui/public-parts";

/** The recordings of open events, the newest first. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, page } = await requirePublicRegion(request, params.region, systemClock());
  const recordings = await withRegion(access, (db) => publishedRecordings(db, new Date(0)));
  return { page, dress: page.dress, recordings };
}

export const meta: MetaFunction<typeof loader> = ({ data, error }) => [
  { title: data ? `${m.events_recordings()} – ${data.page.name} – Samvirk` : errorTitle(error) },
];

export default function PublicRecordings() {
  const { page, recordings } = useLoaderData<typeof loader>();
  return (
    <PublicRegionFrame region={page}>
      <Card>
        <CardSection>
          <h1>{m.events_recordings()}</h1>
          <p>
            {recordings.length === 0 ? m.events_recordings_none() : m.events_recordings_what({ region: page.name })}
          </p>
        </CardSection>
        {recordings.length > 0 && (
          <CardSection>
            <RecordingList recordings={recordings} level={2} />
          </CardSection>
        )}
        <CardSection>
          <Link to={paths.publicRegion(page.slug)}>{m.publications_to_region({ region: page.name })}</Link>
        </CardSection>
      </Card>
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
