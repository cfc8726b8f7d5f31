import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { periodKey } from "~/domain/communications-plan/period";
import { instantToLocal } from "~/domain/shared/local-time";
import { planToAdopt } from "~/features/communications-plan/about-plan.view.server";
import { adoptPlan } from "~/features/communications-plan/adopt-plan.server";
import { periodTitle } from "~/features/communications-plan/period-title";
import { adoptPlanSchema } from "~/features/communications-plan/plan-form.schema";
import { FormProblems } from "~/features/regions/form-problems";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { DateInput, TextInput } from "~/ui/fields";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** The form that adopts a plan as it stands. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "plan.edit");
  const today = instantToLocal(new Date().toISOString(), region.zone).date;
  const plan = await withRegion(access, (db) => planToAdopt(db, params.period ?? ""));
  if (!plan) notFound();
  const { introduction: _, sections: __, ...facts } = plan;
  return { plan: facts, key: periodKey(plan), today, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "plan.edit");
  const plan = await withRegion(access, (db) => planToAdopt(db, params.period ?? ""));
  if (!plan) notFound();
  const today = instantToLocal(new Date().toISOString(), region.zone).date;
  const form = await readForm(request);
  const parsed = parseForm(form, adoptPlanSchema(today));
  if (!parsed.ok) return data({ ...parsed, version: null }, { status: 400 });
  const result = await withRegion(access, (db) => adoptPlan(db, { id: plan.id, today, ...parsed.value }));
  if (result.ok)
    return redirectWithToast(
      paths.aboutPlan(region.slug, periodKey(plan)),
      m.plan_about_adopted_done({ n: result.number }),
    );
  if (result.reason === "not-found") notFound();
  const words = {
    closed: m.plan_about_closed_meanwhile(),
    "changed-meanwhile": m.common_changed_meanwhile(),
    empty: m.plan_about_adopt_empty(),
  };
  return data({ ...refuse(form, { form: words[result.reason] }), version: plan.version }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: [data && `${m.plan_about_adopt()} ${periodTitle(data.plan)}`, data?.region, "Samvirk"]
      .filter(Boolean)
      .join(" – "),
  },
];

export const handle: Handle<Loaded> = {
  crumb: ({ plan, key }, slug) => [
    { label: m.nav_communications_plan(), to: paths.plans(slug) },
    { label: periodTitle(plan), to: paths.plan(slug, key) },
    { label: m.plan_view_about(), to: paths.aboutPlan(slug, key) },
    { label: m.plan_about_adopt() },
  ],
};

export default function AdoptPlan() {
  const { plan, key, today, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const about = paths.aboutPlan(slug, key);
  const errors = refused?.errors ?? {};
  const back = (
    <LinkButton to={about} variant="tertiary">
      {m.common_cancel()}
    </LinkButton>
  );
  if (!plan.mayEdit || plan.isEmpty)
    return (
      <>
        <PageHead title={m.plan_about_adopt()} sub={m.plan_title({ period: periodTitle(plan) })} />
        <EmptyState
          icon="gavel"
          title={plan.mayEdit ? m.plan_about_adopt_empty() : m.plan_about_closed_note()}
          action={back}
        />
      </>
    );
  const { adoptedOn = today, adoptedBy = plan.adoptedBy, version = String(plan.version) } = refused?.values ?? {};
  return (
    <>
      <PageHead
        title={`${m.plan_about_adopt()} ${periodTitle(plan)}`}
        sub={m.plan_about_adopt_lead({ n: plan.number, rows: plan.rows })}
      />
      <Form method="post" className="sv-form" noValidate>
        <FormProblems errors={errors} />
        {plan.number > 1 && (
          <p>
            <Link className="sv-link" to={paths.planChanges(slug, key)}>
              {m.plan_about_see_changes()}
            </Link>
          </p>
        )}
        <input type="hidden" name="version" value={refused?.version ?? version} />
        <DateInput
          {...{ name: "adoptedOn", label: m.plan_about_adopted_on(), error: errors.adoptedOn ?? null }}
          {...{ defaultValue: adoptedOn, max: today, required: true }}
        />
        <TextInput
          {...{ name: "adoptedBy", label: m.plan_about_adopted_by(), error: errors.adoptedBy ?? null }}
          {...{ hint: m.plan_about_adopted_by_hint(), defaultValue: adoptedBy, maxLength: 500, required: true }}
        />
        <div className="sv-row">
          <Button icon="gavel">{m.plan_about_adopt()}</Button>
          {back}
        </div>
      </Form>
    </>
  );
}
