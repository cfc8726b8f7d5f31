import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { plansView } from "~/features/action-plan/plans.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";

/** On to the plan of this year, else the last one there is; where there is none yet, how to get one. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "action-plan.see");
  const { current } = await withRegion(access, (db) => plansView(db, todayIn(region.zone, systemClock())));
  if (current !== null) throw redirect(paths.actionPlan(region.slug, current));
  return { region: region.name, slug: region.slug, mayEdit: can(roles, "action-plan.edit") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.action_plan_name(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = { crumb: () => [{ label: m.action_plan_name() }] };

export default function ActionPlans() {
  const { slug, mayEdit } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={m.action_plan_name()} />
      <EmptyState
        icon="tasklist"
        title={m.action_plan_none()}
        why={mayEdit ? m.action_plan_none_why() : m.action_plan_none_wait()}
        action={
          mayEdit && (
            <div className="sv-row">
              <LinkButton to={paths.actionPlanImports(slug)} icon="import">
                {m.action_plan_import()}
              </LinkButton>
              <LinkButton to={paths.newActionPlan(slug)} variant="secondary" icon="plus">
                {m.action_plan_new()}
              </LinkButton>
            </div>
          )
        }
      />
    </>
  );
}
