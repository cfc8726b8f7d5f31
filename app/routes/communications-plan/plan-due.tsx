import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { dueSpans } from "~/features/communications-plan/due-spans";
import { periodTitle } from "~/features/communications-plan/period-title";
import { PlanDue } from "~/features/communications-plan/plan-due";
import { planDue } from "~/features/communications-plan/plan-due.view.server";
import { PlanHead } from "~/features/communications-plan/plan-frame";
import { readFilters } from "~/features/communications-plan/plan-query";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { ClashPanel } from "~/features/responsibility/clash-panel";
import { shownClashes } from "~/features/responsibility/clashes.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** What one period's plan asks for in the days ahead; filters and how many days ("?days=90") are in the address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "plan.see");
  const query = new URL(request.url).searchParams;
  const [key, today] = [params.period ?? "", todayIn(region.zone, systemClock())];
  const { view, clashes } = await withRegion(access, async (db) => ({
    clashes: await shownClashes(db, { key, today }),
    view: await planDue(db, {
      ...{ key, today },
      days: dueSpans.find((days) => String(days) === query.get("days")) ?? 30,
      allPassed: query.get("passed") === "all",
      filters: readFilters(query),
    }),
  }));
  if (!view) notFound();
  return { view, clashes, region: region.name, slug: region.slug, mayMake: can(roles, "events.edit") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: [
      data && m.plan_view_due(),
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
    { label: m.plan_view_due() },
  ],
};

export default function PlanDuePage() {
  const { view, clashes, slug, mayMake } = useLoaderData<typeof loader>();
  return (
    <>
      <PlanHead facts={view} slug={slug} view="due" />
      <PlanDue view={view} slug={slug} mayMake={mayMake}>
        <ClashPanel found={clashes} slug={slug} />
      </PlanDue>
    </>
  );
}
