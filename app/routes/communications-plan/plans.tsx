import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { currentPeriod, periodKey } from "~/domain/communications-plan/period";
import { instantToLocal } from "~/domain/shared/local-time";
import { plansView } from "~/features/communications-plan/plans.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";

/** On to the plan of today; where there is none yet, how to get one. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "plan.see");
  const plans = await withRegion(access, plansView);
  const plan = currentPeriod(plans, instantToLocal(new Date().toISOString(), region.zone).date);
  if (plan) throw redirect(paths.plan(region.slug, periodKey(plan)));
  return {
    ...{ region: region.name, slug: region.slug },
    ...{ mayImport: can(roles, "import.run"), mayMake: can(roles, "plan.edit") },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.nav_communications_plan(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = { crumb: () => [{ label: m.nav_communications_plan() }] };

export default function Plans() {
  const { slug, mayImport, mayMake } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={m.nav_communications_plan()} />
      <EmptyState
        icon="table"
        title={m.plan_none()}
        why={mayImport ? m.plan_none_why() : m.plan_none_wait()}
        action={
          (mayImport || mayMake) && (
            <div className="sv-row">
              {mayImport && (
                <LinkButton to={paths.imports(slug)} icon="import">
                  {m.plan_import()}
                </LinkButton>
              )}
              {mayMake && (
                <LinkButton to={paths.newPlan(slug)} variant="secondary" icon="plus">
                  {m.plan_about_new()}
                </LinkButton>
              )}
            </div>
          )
        }
      />
    </>
  );
}
