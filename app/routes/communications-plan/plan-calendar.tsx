import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { periodTitle } from "~/features/communications-plan/period-title";
import { PlanCalendar } from "~/features/communications-plan/plan-calendar";
import { planCalendar } from "~/features/communications-plan/plan-calendar.view.server";
import { PlanHead } from "~/features/communications-plan/plan-frame";
import { readFilters } from "~/features/communications-plan/plan-query";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { describeMonth } from "~/features/timing/day-words";
import { asSentence } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** One period's plan a month at a time; filters and the month ("?month=2021-05") are in the address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "plan.see");
  const query = new URL(request.url).searchParams;
  const view = await withRegion(access, (db) =>
    planCalendar(db, {
      key: params.period ?? "",
      month: query.get("month"),
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
      data && asSentence(describeMonth(data.view.month)),
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
    { label: m.plan_view_calendar() },
  ],
  wide: true,
  rail: true,
};

export default function PlanCalendarPage() {
  const { view, slug } = useLoaderData<typeof loader>();
  return (
    <div className="sv-calpage">
      <PlanHead facts={view} slug={slug} view="calendar" />
      <PlanCalendar view={view} slug={slug} />
    </div>
  );
}
