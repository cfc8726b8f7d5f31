import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useRouteError } from "@remix-run/react";
import { OpenNetworkFacts } from "~/features/networks/open-networks";
import { openNetwork } from "~/features/networks/open-networks.view.server";
import { requirePublicRegion } from "~/features/regions/public-access.server";
import { PublicFrame } from "~/features/regions/public-frame";
import { PublicRegionFrame } from "~/features/regions/public-region-page";
import { errorTitle, RouteError } from "~/features/regions/route-error";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";
import { Card, CardSection } from "~/ui/public-parts";

/** A network that is open to see, for everybody. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const now = new Date();
  const { access, page, today } = await requirePublicRegion(request, params.region, now);
  const network = await withRegion(access, (db) => openNetwork(db, { id: params.network ?? "", today, now }));
  if (!network) notFound();
  return { page, dress: page.dress, network };
}

export const meta: MetaFunction<typeof loader> = ({ data, error }) => [
  { title: data ? `${data.network.name} – ${data.page.name} – Samvirk` : errorTitle(error) },
];

export default function PublicNetworkRoute() {
  const { page, network } = useLoaderData<typeof loader>();
  return (
    <PublicRegionFrame region={page}>
      <Card>
        <OpenNetworkFacts network={network} />
        <CardSection>
          <p>
            <Link to={`${paths.publicCalendar(page.slug)}?network=${network.id}`}>{m.feeds_network_calendar()}</Link>
          </p>
          <Link to={paths.publicRegion(page.slug)}>{m.public_region_back()}</Link>
        </CardSection>
      </Card>
    </PublicRegionFrame>
  );
}

/** One that is closed, or none: the same page as for any address that nothing stands at. */
export function ErrorBoundary() {
  return (
    <PublicFrame>
      <RouteError error={useRouteError()} />
    </PublicFrame>
  );
}
