import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { readRegisterAsked, registerView } from "~/features/cases/register.view.server";
import { RegisterPage } from "~/features/cases/register-page";
import { requirePublicRegion } from "~/features/regions/public-access.server";
import { PublicFrame } from "~/features/regions/public-frame";
import { PublicRegionFrame } from "~/features/regions/public-region-page";
import { errorTitle, RouteError } from "~/features/regions/route-error";
import { m } from "~/i18n/messages/messages";
import { withRegion } from "~/platform/db/region-db.server";

/** The public register of cases and decisions. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, page } = await requirePublicRegion(request, params.region, new Date());
  const asked = readRegisterAsked(new URL(request.url).searchParams);
  const view = await withRegion(access, (db) => registerView(db, asked));
  return { page, dress: page.dress, view };
}

export const meta: MetaFunction<typeof loader> = ({ data, error }) => [
  { title: data ? `${m.cases_register()} – ${data.page.name} – Samvirk` : errorTitle(error) },
];

export default function PublicCases() {
  const { page, view } = useLoaderData<typeof loader>();
  return (
    <PublicRegionFrame region={page}>
      <RegisterPage view={view} slug={page.slug} region={page.name} />
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
