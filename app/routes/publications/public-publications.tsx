import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useRouteError } from "@remix-run/react";
import { OpenPublicationList } from "~/features/publications/open-publications";
import { openPublicationsView, readAfter } from "~/features/publications/publications.view.server";
import { requirePublicRegion } from "~/features/regions/public-access.server";
import { PublicFrame } from "~/features/regions/public-frame";
import { PublicRegionFrame } from "~/features/regions/public-region-page";
import { errorTitle, RouteError } from "~/features/regions/route-error";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { ShowMore } from "~/ui/pagination";
import { Card, CardSection } from "~/ui/public-parts";

/** All that the region has said elsewhere and shows everybody. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, page, today } = await requirePublicRegion(request, params.region, new Date());
  const after = readAfter(new URL(request.url).searchParams.get("after"));
  const view = await withRegion(access, (db) => openPublicationsView(db, { today, after }));
  return { page, dress: page.dress, view };
}

export const meta: MetaFunction<typeof loader> = ({ data, error }) => [
  { title: data ? `${m.publications_title()} – ${data.page.name} – Samvirk` : errorTitle(error) },
];

export default function PublicPublicationsRoute() {
  const { page, view } = useLoaderData<typeof loader>();
  const { publications, next, total } = view;
  return (
    <PublicRegionFrame region={page}>
      <Card>
        <CardSection>
          <h1>{m.publications_title()}</h1>
          <p>{total === 0 ? m.publications_public_none() : m.publications_public_what({ region: page.name })}</p>
        </CardSection>
        {publications.length > 0 && (
          <CardSection>
            <OpenPublicationList publications={publications} />
            {next && (
              <ShowMore
                to={`${paths.publicPublications(page.slug)}?after=${next}`}
                label={m.publications_older()}
                shown={m.publications_shown({ shown: publications.length, n: total })}
              />
            )}
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
