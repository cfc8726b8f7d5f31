import { useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { activityStates } from "~/domain/action-plan/activity";
import type { ActionPlanView } from "~/features/action-plan/action-plan.view.server";
import { selectionOf } from "~/features/action-plan/plan-filters";
import { planStateWords, stateNames } from "~/features/action-plan/plan-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar } from "~/ui/filter-bar";
import type { IconName } from "~/ui/icon";
import { PageHead } from "~/ui/page-head";
import { Segments, Tabs } from "~/ui/tabs";

export type PlanViewName = "table" | "board" | "tree" | "timeline" | "about";

/** What the head of every page of a plan shows of it. */
export type PlanFacts = Pick<ActionPlanView, "plan" | "years" | "counts">;

type PathOf = (slug: string, year: number) => string;
const views: [PlanViewName, { path: PathOf; icon: IconName; name: () => string }][] = [
  ["table", { path: paths.actionPlan, icon: "table", name: () => m.action_plan_view_table() }],
  ["board", { path: paths.actionPlanBoard, icon: "grid", name: () => m.action_plan_view_board() }],
  ["tree", { path: paths.actionPlanTree, icon: "network", name: () => m.action_plan_view_tree() }],
  ["timeline", { path: paths.actionPlanTimeline, icon: "timeline", name: () => m.action_plan_view_timeline() }],
  ["about", { path: paths.actionPlanAbout, icon: "file", name: () => m.action_plan_view_about() }],
];

/** The head of every page of a plan: its name, where it stands, the other years, and the views of one selection. */
export function PlanHead({
  facts,
  slug,
  view,
  actions,
}: {
  facts: PlanFacts;
  slug: string;
  view: PlanViewName;
  actions?: ReactNode;
}) {
  const [params] = useSearchParams();
  const selection = selectionOf(params);
  const { plan, years, counts } = facts;
  const here = views.find(([name]) => name === view)?.[1].path ?? paths.actionPlan;
  const said = [
    planStateWords(plan),
    m.action_plan_count({ n: counts.all }),
    counts.done > 0 && m.action_plan_count_done({ n: counts.done }),
    counts.stale > 0 && m.action_plan_count_stale({ n: counts.stale }),
  ];
  return (
    <>
      <PageHead title={planTitle(plan.year)} sub={said.filter(Boolean).join(" · ")} actions={actions} />
      {years.length > 1 && (
        <div className="sv-row sv-noprint">
          <span className="sv-quiet">{m.action_plan_years()}</span>
          <Segments
            label={m.action_plan_years()}
            items={years.map((year) => ({ to: here(slug, year), label: String(year), current: year === plan.year }))}
          />
        </div>
      )}
      <Tabs
        label={m.action_plan_views()}
        tabs={views.map(([name, { path, icon, name: label }]) => ({
          ...{ to: path(slug, plan.year) + selection, label: label(), icon, current: name === view },
        }))}
      />
    </>
  );
}

export const planTitle = (year: number) => m.action_plan_title({ year: String(year) });

/** The filters of a selection, as a form that gets its own page again. */
export function PlanFilterBar({ view, here }: { view: ActionPlanView; here: string }) {
  const [params] = useSearchParams();
  const { filters, options, isFiltered } = view;
  return (
    <FilterBar
      key={params.toString()}
      label={m.action_plan_filter()}
      search={{ name: "q", label: m.action_plan_search(), defaultValue: filters.search }}
      filters={[
        {
          ...{ name: "area", label: m.action_plan_area(), selected: filters.areas },
          options: options.areas.map(({ id, name }) => ({ value: id, label: name })),
        },
        {
          ...{ name: "owner", label: m.action_plan_owner(), selected: filters.owners },
          options: options.owners.map(({ id, name }) => ({ value: id, label: name })),
        },
        {
          ...{ name: "state", label: m.action_plan_state(), selected: filters.states },
          options: activityStates.map((state) => ({ value: state, label: stateNames[state]() })),
        },
        {
          ...{ name: "stale", label: m.action_plan_stale(), selected: filters.stale ? ["yes"] : [] },
          options: view.counts.stale > 0 ? [{ value: "yes", label: m.action_plan_stale_only() }] : [],
        },
      ].filter(({ options: own, selected }) => own.length > 0 || selected.length > 0)}
      submitLabel={m.common_show()}
      {...(isFiltered && { resetTo: here })}
    />
  );
}

/** What stands where the rows would: nothing is in the plan yet, or nothing fits the filters. */
export function NoRows({
  view,
  slug,
  here,
  mayEdit,
}: {
  view: ActionPlanView;
  slug: string;
  here: string;
  mayEdit: boolean;
}) {
  if (view.counts.all > 0)
    return (
      <EmptyState
        icon="search"
        title={m.action_plan_no_match()}
        why={m.action_plan_no_match_why()}
        action={
          <LinkButton to={here} variant="secondary">
            {m.action_plan_show_all()}
          </LinkButton>
        }
      />
    );
  return (
    <EmptyState
      icon="tasklist"
      title={m.action_plan_empty()}
      why={m.action_plan_empty_why()}
      action={
        mayEdit && (
          <LinkButton to={paths.newActivity(slug, view.plan.year)} icon="plus">
            {m.action_plan_new_activity()}
          </LinkButton>
        )
      }
    />
  );
}
