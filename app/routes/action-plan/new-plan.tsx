import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { makePlan } from "~/features/action-plan/keep-plan.server";
import { newPlanSchema } from "~/features/action-plan/plan-forms.schema";
import { FormProblems } from "~/features/regions/form-problems";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button, LinkButton } from "~/ui/button";
import { TextInput } from "~/ui/fields";
import { PageHead } from "~/ui/page-head";

/** A plan for a year that has none. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region } = await requireRegion(request, params.region, "action-plan.edit");
  const year = Number(todayIn(region.zone, systemClock()).slice(0, 4));
  return { year, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "action-plan.edit");
  const form = await readForm(request);
  const parsed = parseForm(form, newPlanSchema());
  if (!parsed.ok) return data(parsed, { status: 400 });
  const made = await withRegion(access, (db) => makePlan(db, parsed.value));
  if (made.ok) throw redirectWithToast(paths.actionPlan(region.slug, parsed.value.year), m.action_plan_made());
  return data(refuse(form, { year: m.action_plan_year_taken() }), { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [m.action_plan_new(), loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = {
  crumb: (_, slug) => [{ label: m.action_plan_name(), to: paths.actionPlans(slug) }, { label: m.action_plan_new() }],
};

export default function NewActionPlan() {
  const { year, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = refused?.errors ?? {};
  const values = refused?.values ?? { year: String(year) };
  return (
    <>
      <PageHead title={m.action_plan_new()} sub={m.action_plan_new_sub()} />
      <Form method="post" className="sv-form" noValidate>
        <FormProblems errors={errors} />
        <TextInput
          {...{
            name: "year",
            label: m.action_plan_year(),
            error: errors.year ?? null,
            defaultValue: values.year ?? "",
          }}
          {...{ inputMode: "numeric", maxLength: 4, width: "short", required: true }}
        />
        <TextInput
          {...{ name: "name", label: m.action_plan_plan_name(), error: errors.name ?? null }}
          {...{ defaultValue: values.name ?? "", maxLength: 200, optional: true }}
        />
        <div className="sv-row">
          <Button>{m.action_plan_make()}</Button>
          <LinkButton to={paths.actionPlans(slug)} variant="tertiary">
            {m.common_cancel()}
          </LinkButton>
        </div>
      </Form>
    </>
  );
}
