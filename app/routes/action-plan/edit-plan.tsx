import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { editPlan } from "~/features/action-plan/keep-plan.server";
import { editPlanSchema } from "~/features/action-plan/plan-forms.schema";
import { planTitle } from "~/features/action-plan/plan-frame";
import { readYear } from "~/features/action-plan/plan-of-year";
import { planToEdit } from "~/features/action-plan/plans.view.server";
import { requireYear } from "~/features/action-plan/require-plan.server";
import { FormProblems } from "~/features/regions/form-problems";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button, LinkButton } from "~/ui/button";
import { TextArea, TextInput } from "~/ui/fields";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** The name and the introduction of a plan. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "action-plan.edit");
  const year = readYear(params.year);
  const plan = year === null ? null : await withRegion(access, (db) => planToEdit(db, year));
  if (!plan) notFound();
  return { plan, year: plan.year, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, year } = await requireYear(request, params);
  const form = await readForm(request);
  const parsed = parseForm(form, editPlanSchema());
  if (!parsed.ok) return data(parsed, { status: 400 });
  const kept = await withRegion(access, (db) => editPlan(db, year, parsed.value));
  if (kept.ok) throw redirectWithToast(paths.actionPlanAbout(region.slug, year), m.action_plan_saved());
  if (kept.reason === "not-found") notFound();
  const words = kept.reason === "closed" ? m.action_plan_is_closed() : m.common_changed_meanwhile();
  return data(refuse(form, { form: words }), { status: 409 });
}

/** Also after a refusal, which else leaves the page with the version it was refused for. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [m.action_plan_edit(), loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ year }, slug) => [
    { label: m.action_plan_name(), to: paths.actionPlans(slug) },
    { label: String(year), to: paths.actionPlan(slug, year) },
    { label: m.action_plan_view_about(), to: paths.actionPlanAbout(slug, year) },
    { label: m.common_edit() },
  ],
};

export default function EditActionPlan() {
  const { plan, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = refused?.errors ?? {};
  const values: Record<string, string> = refused?.values ?? { name: plan.name, introduction: plan.introduction };
  return (
    <>
      <PageHead title={m.action_plan_edit()} sub={planTitle(plan.year)} />
      <Form method="post" className="sv-form" noValidate key={plan.version}>
        <FormProblems errors={errors} />
        <input type="hidden" name="version" value={plan.version} />
        <TextInput
          {...{ name: "name", label: m.action_plan_plan_name(), error: errors.name ?? null }}
          {...{ defaultValue: values.name ?? "", maxLength: 200, optional: true }}
        />
        <TextArea
          {...{ name: "introduction", label: m.action_plan_introduction(), error: errors.introduction ?? null }}
          {...{
            hint: m.action_plan_markdown_hint(),
            defaultValue: values.introduction ?? "",
            rows: 16,
            optional: true,
          }}
        />
        <div className="sv-row">
          <Button>{m.action_plan_save()}</Button>
          <LinkButton to={paths.actionPlanAbout(slug, plan.year)} variant="tertiary">
            {m.common_cancel()}
          </LinkButton>
        </div>
      </Form>
    </>
  );
}
