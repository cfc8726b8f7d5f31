import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { publicCaseView } from "~/features/cases/register.view.server";
import { PublicCasePage } from "~/features/cases/register-page";
import { requirePublicRegion } from "~/features/regions/public-access.server";
import { PublicFrame } from "~/features/regions/public-frame";
import { PublicRegionFrame } from "~/features/regions/public-region-page";
import { errorTitle, RouteError } from "~/features/regions/route-error";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";

/** One case of the public register. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, page } = await requirePublicRegion(request, params.region, new Date());
  const id = params.item;
  const view = isUuid(id) ? await withRegion(access, (db) => publicCaseView(db, { id, slug: page.slug })) : null;
  if (!view) notFound();
  return { page, dress: page.dress, view };
}

export const meta: MetaFunction<typeof loader> = ({ data, error }) => [
  {
    title: data
      ? [data.view.item?.title, data.view.item?.written, data.view.body, data.page.name, "Samvirk"]
          .filter(Boolean)
          .join(" – ")
      : errorTitle(error),
  },
];

export default function PublicCase() {
  const { page, view } = useLoaderData<typeof loader>();
  return (
    <PublicRegionFrame region={page}>
      <PublicCasePage view={view} slug={page.slug} />
    </PublicRegionFrame>
  );
}

/** No such case, or none that is open: the same page as for any address that nothing stands at. */
export function ErrorBoundary() {
  return (
    <PublicFrame>
      <RouteError error={useRouteError()} />
    </PublicFrame>
  );
}
