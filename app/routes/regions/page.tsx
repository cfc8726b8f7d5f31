import { Outlet, useRouteError } from "@remix-run/react";
import { RouteError } from "~/features/regions/route-error";

/** Keeps the frame around a page that went wrong. */
export default function Page() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <RouteError error={useRouteError()} />;
}
