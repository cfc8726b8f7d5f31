import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { instantToLocal } from "~/domain/shared/local-time";
import { periodTitle } from "~/features/communications-plan/period-title";
import { PlanHead } from "~/features/communications-plan/plan-frame";
import { readFilters } from "~/features/communications-plan/plan-query";
import { PlanWheel } from "~/features/communications-plan/plan-wheel";
import { planWheel } from "~/features/communications-plan/plan-wheel.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button, LinkButton } from "~/ui/button";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** One year of a plan as a wheel; filters, rings and year are in the address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "plan.see");
  const query = new URL(request.url).searchParams;
  const view = await withRegion(access, (db) =>
    planWheel(db, {
      key: params.period ?? "",
      by: query.get("ring") === "actor" ? "actor" : "channel",
      year: query.get("year"),
      filters: readFilters(query),
      today: instantToLocal(new Date().toISOString(), region.zone).date,
    }),
  );
  if (!view) notFound();
  return { view, region: region.name, slug: region.slug, mayEdit: can(roles, "plan.edit") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: [data && m.plan_wheel_title({ year: data.view.year }), data?.region, "Samvirk"].filter(Boolean).join(" – "),
  },
];

export const handle: Handle<Loaded> = {
  crumb: ({ view: { plan } }, slug) => [
    { label: m.nav_communications_plan(), to: paths.plans(slug) },
    { label: periodTitle(plan), to: paths.plan(slug, plan.key) },
    { label: m.plan_view_wheel() },
  ],
};

export default function Wheel() {
  const { view, slug, mayEdit } = useLoaderData<typeof loader>();
  const { plan } = view;
  return (
    <>
      <PlanHead
        facts={view}
        slug={slug}
        view="wheel"
        actions={
          <>
            <Button type="button" variant="secondary" icon="printer" onClick={() => window.print()}>
              {m.plan_wheel_print()}
            </Button>
            {mayEdit && plan.state !== "closed" && (
              <LinkButton to={paths.newPlanRow(slug, plan.key)} icon="plus">
                {m.plan_wheel_new_row()}
              </LinkButton>
            )}
          </>
        }
      />
      <PlanWheel view={view} slug={slug} />
    </>
  );
}
