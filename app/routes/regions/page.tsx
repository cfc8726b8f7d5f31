import type { MetaFunction } from "@remix-run/node";
import { Outlet, useRouteError } from "@remix-run/react";
import { errorTitle, RouteError } from "~/features/regions/route-error";

export const meta: MetaFunction = ({ error }) => [{ title: error ? errorTitle(error) : "Samvirk" }];

/** Keeps the frame around a page that went wrong. */
export default function Page() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <RouteError error={useRouteError()} />;
}
