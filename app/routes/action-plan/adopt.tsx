import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { adoptOptions } from "~/features/action-plan/activity.view.server";
import { adoptPlan } from "~/features/action-plan/keep-plan.server";
import { adoptPlanSchema } from "~/features/action-plan/plan-forms.schema";
import { planTitle } from "~/features/action-plan/plan-frame";
import { readYear } from "~/features/action-plan/plan-of-year";
import { planToEdit } from "~/features/action-plan/plans.view.server";
import { requireYear } from "~/features/action-plan/require-plan.server";
import { FormProblems } from "~/features/regions/form-problems";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button, LinkButton } from "~/ui/button";
import { DateInput, Select, TextInput } from "~/ui/fields";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** The form that adopts a plan as it stands: by a decision of one of the bodies, or in words. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "action-plan.edit");
  const year = readYear(params.year);
  if (year === null) notFound();
  const { plan, items } = await withRegion(access, async (db) => ({
    plan: await planToEdit(db, year),
    items: await adoptOptions(db),
  }));
  if (!plan) notFound();
  const { version, adoptedBy } = plan;
  const today = todayIn(region.zone, systemClock());
  return { year, version, adoptedBy, items, today, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, year } = await requireYear(request, params);
  const form = await readForm(request);
  const parsed = parseForm(form, adoptPlanSchema(todayIn(region.zone, systemClock())));
  if (!parsed.ok) return data(parsed, { status: 400 });
  const adopted = await withRegion(access, (db) => adoptPlan(db, year, parsed.value));
  if (adopted.ok) throw redirectWithToast(paths.actionPlanAbout(region.slug, year), m.action_plan_adopted_done());
  if (adopted.reason === "not-found") notFound();
  if (adopted.reason === "decision-gone")
    return data(refuse(form, { itemId: m.action_plan_item_gone() }), { status: 400 });
  const words = {
    closed: m.action_plan_is_closed(),
    empty: m.action_plan_adopt_empty(),
    taken: m.action_plan_year_taken(),
    "not-closed": m.common_changed_meanwhile(),
    "not-adopted": m.common_changed_meanwhile(),
    "changed-meanwhile": m.common_changed_meanwhile(),
  };
  return data(refuse(form, { form: words[adopted.reason] }), { status: 409 });
}

/** Also after a refusal, which else leaves the page with the version it was refused for. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [m.action_plan_adopt(), loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ year }, slug) => [
    { label: m.action_plan_name(), to: paths.actionPlans(slug) },
    { label: String(year), to: paths.actionPlan(slug, year) },
    { label: m.action_plan_view_about(), to: paths.actionPlanAbout(slug, year) },
    { label: m.action_plan_adopt() },
  ],
};

export default function AdoptActionPlan() {
  const { year, version, adoptedBy, items, today, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = refused?.errors ?? {};
  const values: Record<string, string> = refused?.values ?? { adoptedOn: today, adoptedBy };
  return (
    <>
      <PageHead title={m.action_plan_adopt()} sub={`${planTitle(year)}. ${m.action_plan_adopt_sub()}`} />
      <Form method="post" className="sv-form" noValidate key={version}>
        <FormProblems errors={errors} />
        <input type="hidden" name="version" value={version} />
        <DateInput
          {...{ name: "adoptedOn", label: m.action_plan_adopted_on(), error: errors.adoptedOn ?? null }}
          {...{ defaultValue: values.adoptedOn ?? "", max: today, required: true }}
        />
        {items.length > 0 && (
          <Select
            {...{ name: "itemId", label: m.action_plan_adopted_in(), error: errors.itemId ?? null }}
            {...{ defaultValue: values.itemId ?? "", optional: true }}
            options={[{ value: "", label: m.action_plan_none_chosen() }, ...items]}
          />
        )}
        <TextInput
          {...{ name: "adoptedBy", label: m.action_plan_adopted_by_label(), error: errors.adoptedBy ?? null }}
          {...{ hint: m.action_plan_adopted_by_hint(), defaultValue: values.adoptedBy ?? "", maxLength: 200 }}
        />
        <div className="sv-row">
          <Button icon="gavel">{m.action_plan_adopt()}</Button>
          <LinkButton to={paths.actionPlanAbout(slug, year)} variant="tertiary">
            {m.common_cancel()}
          </LinkButton>
        </div>
      </Form>
    </>
  );
}
