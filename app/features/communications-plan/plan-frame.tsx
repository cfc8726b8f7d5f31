import { useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { periodTitle } from "~/features/communications-plan/period-title";
import { isFiltered, selectionOf } from "~/features/communications-plan/plan-query";
import type { PlanSelection, ShownPlan } from "~/features/communications-plan/plan-selection.view.server";
import { planStateWords, stateNames } from "~/features/communications-plan/plan-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar } from "~/ui/filter-bar";
import type { IconName } from "~/ui/icon";
import { PageHead } from "~/ui/page-head";
import { Segments, Tabs } from "~/ui/tabs";

export type PlanViewName = "table" | "wheel" | "calendar" | "timeline" | "due" | "about";

/** What its pages show of a plan without its rows: enough for `PlanHead`. */
export type PlanFacts = Pick<PlanSelection, "plan" | "plans" | "total" | "unread"> & { shown: number };

const views: [PlanViewName, { path: (slug: string, period: string) => string; icon: IconName; name: () => string }][] =
  [
    ["table", { path: paths.plan, icon: "table", name: () => m.plan_view_table() }],
    ["wheel", { path: paths.planWheel, icon: "pie", name: () => m.plan_view_wheel() }],
    ["calendar", { path: paths.planCalendar, icon: "calendar", name: () => m.plan_view_calendar() }],
    ["timeline", { path: paths.planTimeline, icon: "timeline", name: () => m.plan_view_timeline() }],
    ["due", { path: paths.planDue, icon: "hourglass", name: () => m.plan_view_due() }],
    ["about", { path: paths.aboutPlan, icon: "file", name: () => m.plan_view_about() }],
  ];

/** The head of every page of a plan: its name, where it stands, the other periods, and the views of one selection. */
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
  const { plan, plans, total, shown, unread } = facts;
  const count = shown === total ? m.plan_rows({ n: total }) : m.plan_shown({ shown, n: total });
  const here = views.find(([name]) => name === view)?.[1].path ?? paths.plan;
  return (
    <>
      <PageHead
        title={m.plan_title({ period: periodTitle(plan) })}
        sub={[planStateWords(plan), count, unread > 0 && m.plan_unread({ n: unread })].filter(Boolean).join(" · ")}
        actions={actions}
      />
      {plans.length > 1 && (
        <div className="sv-row sv-noprint">
          <span className="sv-quiet">{m.plan_periods()}</span>
          <Segments
            label={m.plan_periods()}
            items={plans.map((own: ShownPlan) => ({
              to: here(slug, own.key) + selection,
              label: periodTitle(own),
              current: own.key === plan.key,
            }))}
          />
        </div>
      )}
      <Tabs
        label={m.plan_views()}
        tabs={views.map(([name, { path, icon, name: label }]) => ({
          ...{ to: path(slug, plan.key) + selection, label: label(), icon, current: name === view },
        }))}
      />
    </>
  );
}

/** The filters of a selection, as a form that gets its own page again. `hidden` and `children` are the view's own. */
export function PlanFilters({
  selection,
  here,
  hidden = {},
  children,
}: {
  selection: Pick<PlanSelection, "filters" | "channels" | "options">;
  here: string;
  hidden?: Record<string, string>;
  children?: ReactNode;
}) {
  const [params] = useSearchParams();
  const { filters, channels, options } = selection;
  const own = new URLSearchParams(hidden);
  return (
    <FilterBar
      key={params.toString()}
      label={m.plan_filter()}
      search={{ name: "q", label: m.plan_search(), defaultValue: filters.search }}
      filters={[
        {
          ...{ name: "channel", label: m.plan_channel(), selected: filters.channels },
          options: channels.map(({ key, name }) => ({ value: key, label: name })),
        },
        {
          ...{ name: "responsible", label: m.plan_responsible(), selected: filters.responsible },
          options: options.responsible.map(({ key, name }) => ({ value: key, label: name })),
        },
        {
          ...{ name: "audience", label: m.plan_audience(), selected: filters.audiences },
          options: options.audiences.map(({ key, name }) => ({ value: key, label: name })),
        },
        {
          ...{ name: "area", label: m.plan_areas(), selected: filters.areas },
          options: options.areas.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
        },
        {
          ...{ name: "state", label: m.plan_state(), selected: filters.states },
          options: options.states.map((state) => ({ value: state, label: stateNames[state]() })),
        },
      ].filter(({ options, selected }) => options.length > 0 || selected.length > 0)}
      submitLabel={m.common_show()}
      {...(isFiltered(filters) && { resetTo: own.size > 0 ? `${here}?${own}` : here })}
      hidden={hidden}
    >
      {children}
    </FilterBar>
  );
}

/** What stands where the rows would: no row is in the plan yet, or none fits the filters. */
export function NoRows({ total, here, action }: { total: number; here: string; action?: ReactNode }) {
  return (
    <EmptyState
      icon="search"
      title={total === 0 ? m.plan_no_rows() : m.plan_no_match()}
      why={total === 0 ? m.plan_no_rows_why() : m.plan_no_match_why()}
      action={
        total > 0 ? (
          <LinkButton to={here} variant="secondary">
            {m.plan_show_all()}
          </LinkButton>
        ) : (
          action
        )
      }
    />
  );
}
