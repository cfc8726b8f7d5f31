import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { periodKey } from "~/domain/communications-plan/period";
import { instantToLocal } from "~/domain/shared/local-time";
import { newPlanPeriod } from "~/features/communications-plan/about-plan.view.server";
import { makePlan } from "~/features/communications-plan/make-plan.server";
import { periodErrors } from "~/features/communications-plan/period-words";
import { PlanFactFields } from "~/features/communications-plan/plan-form";
import { newPlanSchema } from "~/features/communications-plan/plan-form.schema";
import { FormProblems } from "~/features/regions/form-problems";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/page-head";

/** The form of a new plan, for the year after the last one. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "plan.edit");
  const today = instantToLocal(new Date().toISOString(), region.zone).date;
  const period = await withRegion(access, (db) => newPlanPeriod(db, today));
  return { period, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "plan.edit");
  const form = await readForm(request);
  const parsed = parseForm(form, newPlanSchema());
  if (!parsed.ok) return data(parsed, { status: 400 });
  const result = await withRegion(access, (db) => makePlan(db, parsed.value));
  if (!result.ok) return data(refuse(form, periodErrors(result)), { status: 400 });
  return redirectWithToast(paths.aboutPlan(region.slug, periodKey(parsed.value)), m.plan_about_made());
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.plan_about_new(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = {
  crumb: (_loaded, slug) => [
    { label: m.nav_communications_plan(), to: paths.plans(slug) },
    { label: m.plan_about_new() },
  ],
};

export default function NewPlan() {
  const { period, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { from = period.from, to = period.to, preparedBy = "" } = refused?.values ?? {};
  const errors = refused?.errors ?? {};
  return (
    <>
      <PageHead title={m.plan_about_new()} sub={m.plan_about_new_lead()} />
      <Form method="post" className="sv-form" noValidate>
        <FormProblems errors={errors} />
        <PlanFactFields values={{ from, to, preparedBy }} errors={errors} />
        <div className="sv-row">
          <Button>{m.plan_about_make()}</Button>
          <LinkButton to={paths.plans(slug)} variant="tertiary">
            {m.common_cancel()}
          </LinkButton>
        </div>
      </Form>
    </>
  );
}
