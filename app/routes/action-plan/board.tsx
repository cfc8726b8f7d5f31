import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PlanBoard } from "~/features/action-plan/plan-board";
import { NoRows, PlanFilterBar, PlanHead, planTitle } from "~/features/action-plan/plan-frame";
import { requirePlan } from "~/features/action-plan/require-plan.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import type { Handle } from "~/routes/regions/shell";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** The action plan of a year as a board; filters are in the address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return requirePlan(request, params);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: [m.action_plan_view_board(), data && planTitle(data.view.plan.year), data?.region, "Samvirk"]
      .filter(Boolean)
      .join(" – "),
  },
];

export const handle: Handle<Loaded> = {
  crumb: ({ view }, slug) => [
    { label: m.action_plan_name(), to: paths.actionPlans(slug) },
    { label: String(view.plan.year), to: paths.actionPlan(slug, view.plan.year) },
    { label: m.action_plan_view_board() },
  ],
  wide: true,
  rail: true,
};

export default function ActionPlanBoard() {
  const { view, slug, mayEdit } = useLoaderData<typeof loader>();
  const here = paths.actionPlanBoard(slug, view.plan.year);
  return (
    <>
      <PlanHead facts={view} slug={slug} view="board" />
      {view.counts.all > 1 && <PlanFilterBar view={view} here={here} />}
      {view.shown === 0 ? (
        <NoRows view={view} slug={slug} here={here} mayEdit={mayEdit} />
      ) : (
        <PlanBoard view={view} slug={slug} maySay={mayEdit} />
      )}
    </>
  );
}
