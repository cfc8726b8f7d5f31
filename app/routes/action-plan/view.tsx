import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PlanBoard } from "~/features/action-plan/plan-board";
import { NoRows, PlanFilterBar, PlanHead, planTitle } from "~/features/action-plan/plan-frame";
import { PlanTimeline } from "~/features/action-plan/plan-timeline";
import { PlanTree } from "~/features/action-plan/plan-tree";
import { requirePlan } from "~/features/action-plan/require-plan.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { notFound } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";

type Loaded = Awaited<ReturnType<typeof loader>>;

const views = {
  board: { label: () => m.action_plan_view_board(), path: paths.actionPlanBoard, Drawn: PlanBoard },
  tree: { label: () => m.action_plan_view_tree(), path: paths.actionPlanTree, Drawn: PlanTree },
  timeline: { label: () => m.action_plan_view_timeline(), path: paths.actionPlanTimeline, Drawn: PlanTimeline },
};

/** The action plan of a year as a board, a tree or a timeline; the view and its filters are in the address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view: name = "" } = params;
  if (!Object.hasOwn(views, name)) notFound();
  return { ...(await requirePlan(request, params)), name: name as keyof typeof views };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: [data && views[data.name].label(), data && planTitle(data.view.plan.year), data?.region, "Samvirk"]
      .filter(Boolean)
      .join(" – "),
  },
];

export const handle: Handle<Loaded> = {
  crumb: ({ view, name }, slug) => [
    { label: m.action_plan_name(), to: paths.actionPlans(slug) },
    { label: String(view.plan.year), to: paths.actionPlan(slug, view.plan.year) },
    { label: views[name].label() },
  ],
  wide: true,
  rail: true,
};

export default function ActionPlanView() {
  const { view, name, slug, mayEdit } = useLoaderData<typeof loader>();
  const { path, Drawn } = views[name];
  const here = path(slug, view.plan.year);
  return (
    <>
      <PlanHead facts={view} slug={slug} view={name} />
      {view.counts.all > 1 && <PlanFilterBar view={view} here={here} />}
      {view.shown === 0 ? (
        <NoRows view={view} slug={slug} here={here} mayEdit={mayEdit} />
      ) : (
        <Drawn view={view} slug={slug} maySay={mayEdit} />
      )}
    </>
  );
}
