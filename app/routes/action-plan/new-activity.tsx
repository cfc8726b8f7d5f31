import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
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
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** A new activity in the plan of a year; `focus-area` in the address is the one chosen at first. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "action-plan.edit");
  const year = readYear(params.year);
  if (year === null) notFound();
  const today = todayIn(region.zone, systemClock());
  const view = await withRegion(access, (db) => activityFormView(db, { year, today, id: null }));
  if (!view) notFound();
  const asked = new URL(request.url).searchParams.get("focus-area");
  const chosen = isUuid(asked) ? `focus-area:${asked}` : "";
  return { view, chosen, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, year } = await requireYear(request, params);
  const today = todayIn(region.zone, systemClock());
  const kept = await answerActivityForm(await readForm(request), { access, year, id: null, today });
  if (!kept.ok) return data<RefusedForm>(kept.refused, { status: kept.status });
  throw redirectWithToast(paths.activity(region.slug, year, kept.id), m.action_plan_activity_added());
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [m.action_plan_new_activity(), loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ view }, slug) => [
    { label: m.action_plan_name(), to: paths.actionPlans(slug) },
    { label: String(view.year), to: paths.actionPlan(slug, view.year) },
    { label: m.action_plan_new_activity() },
  ],
};

export default function NewActivity() {
  const { view, chosen, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.action_plan_new_activity()} sub={planTitle(view.year)} />
      {view.measures.length === 0 ? (
        <EmptyState
          icon="tasklist"
          title={m.action_plan_no_focus_area()}
          why={m.action_plan_no_focus_area_why()}
          action={
            <LinkButton to={paths.newFocusArea(slug, view.year)} icon="plus">
              {m.action_plan_new_focus_area()}
            </LinkButton>
          }
        />
      ) : (
        <ActivityForm
          view={view}
          chosen={chosen}
          refused={refused}
          submit={m.action_plan_add_activity()}
          cancelTo={paths.actionPlan(slug, view.year)}
        />
      )}
    </>
  );
}
