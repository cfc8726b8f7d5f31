import type { MetaFunction } from "@remix-run/node";
import { useRouteError } from "@remix-run/react";
import { PublicFrame } from "~/features/regions/public-frame";
import { RouteError } from "~/features/regions/route-error";
import { m } from "~/i18n/messages/messages";
import { notFound } from "~/platform/http/responses.server";

/** An address that nothing stands at. */
export function loader() {
  return notFound();
}

export const meta: MetaFunction = () => [{ title: `${m.common_not_found()} – Samvirk` }];

export default function NotFound() {
  return null;
}

export function ErrorBoundary() {
  return (
    <PublicFrame>
      <RouteError error={useRouteError()} />
    </PublicFrame>
  );
}
