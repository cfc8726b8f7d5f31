import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useRouteError } from "@remix-run/react";
import { requireRegion } from "~/features/regions/membership.server";
import { RouteError } from "~/features/regions/route-error";
import { m } from "~/i18n/messages/messages";
import { notFound } from "~/platform/http/responses.server";

/** An address in the region that nothing stands at. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireRegion(request, params.region, "overview.see");
  return notFound();
}

export const meta: MetaFunction = () => [{ title: `${m.common_not_found()} – Samvirk` }];

export default function NotFound() {
  return null;
}

export function ErrorBoundary() {
  return <RouteError error={useRouteError()} />;
}
