import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation, useMatches, useRouteError } from "@remix-run/react";
import { countAlarms } from "~/features/overview/count-alarms.server";
import { countApprovals } from "~/features/overview/count-approvals.server";
import { requireRegion } from "~/features/regions/membership.server";
import { RegionShell } from "~/features/regions/region-shell";
import { errorTitle, RouteError } from "~/features/regions/route-error";
import { shellView } from "~/features/regions/shell.view.server";
import { withRegion } from "~/platform/db/region-db.server";
import { readCookie, takeToast } from "~/platform/http/responses.server";
import { ErrorFrame } from "~/ui/error-frame";

/** The frame of a region: navigation, region switcher, language, account, and what was just done. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const membership = await requireRegion(request, params.region, "overview.see");
  const toast = takeToast(request);
  const view = await withRegion(membership.access, (db) =>
    shellView(db, membership, {
      alarms: () => countAlarms(db, membership),
      approvals: (waits) => countApprovals(db, membership, waits),
    }),
  );
  return data(
    {
      ...view,
      rail: readCookie(request, "samvirk-rail"),
      toast: toast.message,
      dress: { accent: membership.region.accent, kind: "work" as const },
    },
    { headers: toast.headers },
  );
}

export const meta: MetaFunction = ({ error }) => [{ title: error ? errorTitle(error) : "Samvirk" }];

/** A page names itself in the breadcrumb by `handle.crumb`, from its loader's data. */
export type Handle<Loaded = unknown> = {
  crumb?: (loaded: Loaded, slug: string) => { label: string; to?: string }[];
  wide?: boolean;
  /** The navigation is narrow where the reader has not chosen. */
  rail?: boolean;
};

export default function Frame() {
  const view = useLoaderData<typeof loader>();
  const { pathname, search } = useLocation();
  const page = useMatches().at(-1);
  const handle = page?.handle as Handle | undefined;
  const crumbs = page?.data == null ? [] : (handle?.crumb?.(page.data, view.region.slug) ?? []);
  return (
    <RegionShell
      view={view}
      crumbs={crumbs}
      wide={handle?.wide}
      rail={view.rail === null ? (handle?.rail ?? false) : view.rail === "true"}
      toast={view.toast}
      returnTo={pathname + search}
    >
      <Outlet />
    </RegionShell>
  );
}

/** What went wrong before the region was known: nobody's region, or nobody signed in. */
export function ErrorBoundary() {
  return (
    <ErrorFrame>
      <RouteError error={useRouteError()} />
    </ErrorFrame>
  );
}
