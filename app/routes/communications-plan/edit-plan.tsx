import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { periodKey } from "~/domain/communications-plan/period";
import { planToEdit } from "~/features/communications-plan/about-plan.view.server";
import { answerPlanForm } from "~/features/communications-plan/answer-plan-form.server";
import { periodTitle } from "~/features/communications-plan/period-title";
import { PlanForm } from "~/features/communications-plan/plan-form";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** A plan itself as it stands, to be changed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "plan.edit");
  const plan = await withRegion(access, (db) => planToEdit(db, params.period ?? ""));
  if (!plan) notFound();
  return { plan, key: periodKey(plan), region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "plan.edit");
  const plan = await withRegion(access, (db) => planToEdit(db, params.period ?? ""));
  if (!plan) notFound();
  const form = await readForm(request);
  const answer = await withRegion(access, (db) => answerPlanForm(db, plan.id, form));
  if (answer.ok) return redirectWithToast(paths.aboutPlan(region.slug, periodKey(answer)), m.plan_about_saved());
  if (answer.reason === "not-found") notFound();
  return data(answer.form, { status: answer.status });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: [data && `${m.plan_about_edit()} ${periodTitle(data.plan)}`, data?.region, "Samvirk"]
      .filter(Boolean)
      .join(" – "),
  },
];

export const handle: Handle<Loaded> = {
  crumb: ({ plan, key }, slug) => [
    { label: m.nav_communications_plan(), to: paths.plans(slug) },
    { label: periodTitle(plan), to: paths.plan(slug, key) },
    { label: m.plan_view_about(), to: paths.aboutPlan(slug, key) },
    { label: m.common_edit() },
  ],
};

export default function EditPlan() {
  const { plan, key, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const about = paths.aboutPlan(slug, key);
  const sections = plan.sections.map((section) => ({ ...section, drop: false }));
  return (
    <>
      <PageHead title={m.plan_about_edit()} sub={m.plan_title({ period: periodTitle(plan) })} />
      {plan.mayEdit || refused ? (
        <PlanForm fields={{ ...plan, version: String(plan.version), sections }} refused={refused} cancelTo={about} />
      ) : (
        <EmptyState
          icon="shield"
          title={m.plan_about_closed_note()}
          action={
            <LinkButton to={about} variant="secondary">
              {m.plan_view_about()}
            </LinkButton>
          }
        />
      )}
    </>
  );
}
