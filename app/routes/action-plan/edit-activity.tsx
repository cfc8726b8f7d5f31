import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { activityFormView } from "~/features/action-plan/activity.view.server";
import { ActivityForm, type RefusedForm } from "~/features/action-plan/activity-form";
import { answerActivityForm } from "~/features/action-plan/answer-activity-form.server";
import { planTitle } from "~/features/action-plan/plan-frame";
import { readYear } from "~/features/action-plan/plan-of-year";
import { requireYear } from "~/features/action-plan/require-plan.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** The form of an activity. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "action-plan.edit");
  const year = readYear(params.year);
  const id = params.activity ?? "";
  if (year === null) notFound();
  const today = todayIn(region.zone, systemClock());
  const view = await withRegion(access, (db) => activityFormView(db, { year, today, id }));
  if (!view?.activity) notFound();
  return { view, id, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, year } = await requireYear(request, params);
  const id = params.activity ?? "";
  const today = todayIn(region.zone, systemClock());
  const kept = await answerActivityForm(await readForm(request), { access, year, id, today });
  if (!kept.ok) return data<RefusedForm>(kept.refused, { status: kept.status });
  throw redirectWithToast(paths.activity(region.slug, year, id), m.action_plan_activity_saved());
}

/** Also after a refusal, which else leaves the page with the version it was refused for. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [m.action_plan_edit_activity(), loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ view, id }, slug) => [
    { label: m.action_plan_name(), to: paths.actionPlans(slug) },
    { label: String(view.year), to: paths.actionPlan(slug, view.year) },
    { label: view.activity?.name ?? "", to: paths.activity(slug, view.year, id) },
    { label: m.common_edit() },
  ],
};

export default function EditActivity() {
  const { view, id, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.action_plan_edit_activity()} sub={planTitle(view.year)} />
      <ActivityForm
        view={view}
        refused={refused}
        submit={m.action_plan_save_activity()}
        cancelTo={paths.activity(slug, view.year, id)}
      />
    </>
  );
}
