import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { periodTitle } from "~/features/communications-plan/period-title";
import { PlanHead } from "~/features/communications-plan/plan-frame";
import { readFilters } from "~/features/communications-plan/plan-query";
import { PlanTimeline } from "~/features/communications-plan/plan-timeline";
import { planTimeline } from "~/features/communications-plan/plan-timeline.view.server";
import { linesAtATime, timelineGroupings } from "~/features/communications-plan/timeline-groupings";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** One period's plan among the region's others on an axis of years; filters and grouping are in the address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "plan.see");
  const query = new URL(request.url).searchParams;
  const view = await withRegion(access, (db) =>
    planTimeline(db, {
      key: params.period ?? "",
      by: timelineGroupings.find((grouping) => grouping === query.get("group")) ?? "channel",
      take: Math.min(Math.max(Number(query.get("lines")) || linesAtATime, 1), 1_000),
      filters: readFilters(query),
      today: todayIn(region.zone, systemClock()),
    }),
  );
  if (!view) notFound();
  return { view, region: region.name, slug: region.slug };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: [
      data && m.plan_view_timeline(),
      data && m.plan_title({ period: periodTitle(data.view.plan) }),
      data?.region,
      "Samvirk",
    ]
      .filter(Boolean)
      .join(" – "),
  },
];

export const handle: Handle<Loaded> = {
  crumb: ({ view }, slug) => [
    { label: m.nav_communications_plan(), to: paths.plans(slug) },
    { label: periodTitle(view.plan), to: paths.plan(slug, view.plan.key) },
    { label: m.plan_view_timeline() },
  ],
  wide: true,
  rail: true,
};

export default function PlanTimelinePage() {
  const { view, slug } = useLoaderData<typeof loader>();
  return (
    <div className="sv-tlpage">
      <PlanHead facts={view} slug={slug} view="timeline" />
      <PlanTimeline view={view} slug={slug} />
    </div>
  );
}
