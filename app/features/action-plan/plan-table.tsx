import { Link, useSearchParams } from "@remix-run/react";
import { yearPeriod } from "~/domain/action-plan/activity";
import type { ActionPlanView, ActivityRow } from "~/features/action-plan/action-plan.view.server";
import { planTitle } from "~/features/action-plan/plan-frame";
import { ActivityStateWords } from "~/features/action-plan/plan-words";
import { stripLabels } from "~/features/timing/day-words";
import { TimingCell } from "~/features/timing/timing-cell";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { MonthInitials } from "~/ui/month-strip";
import { ShowMore } from "~/ui/pagination";
import { type Column, DataTable, Empty } from "~/ui/table";

const pageOfRows = 50;

type Row = ActivityRow & { measure: { name: string; strategy: string; first: boolean } };

/** The activities of a plan under their focus areas, each with its measure, its time over the year, owner and state. */
export function PlanTable({ view, slug, maySay }: { view: ActionPlanView; slug: string; maySay: boolean }) {
  const [params] = useSearchParams();
  const { year } = view.plan;
  const shown = params.get("show") === "all" ? view.shown : Math.max(Number(params.get("show")) || 0, pageOfRows);
  let left = shown;
  const groups = view.areas.flatMap((area) =>
    area.focusAreas.flatMap((focus) => {
      const all = focus.measures.flatMap(({ name, strategy, activities }) =>
        activities.map((row, at): Row => ({ ...row, measure: { name, strategy, first: at === 0 } })),
      );
      const rows = all.slice(0, Math.max(left, 0));
      left -= all.length;
      if (rows.length === 0) return [];
      const title = `${area.name} · ${focus.name}`;
      return [{ id: focus.id, title, count: m.action_plan_count({ n: all.length }), rows }];
    }),
  );
  const more = new URLSearchParams(params);
  more.set("show", String(shown + pageOfRows));
  return (
    <>
      <div className="sv-panel sv-planbox">
        <DataTable<Row>
          caption={planTitle(year)}
          className="sv-plan sv-aplan"
          layout="fixed"
          columns={columnsOf({ view, slug, maySay })}
          rowKey={({ id }) => id}
          groups={groups}
          mark={({ stale }) => (stale?.kind === "overdue" ? "warning" : undefined)}
        />
      </div>
      {shown < view.shown && (
        <ShowMore
          to={`${paths.actionPlan(slug, year)}?${more}`}
          label={m.common_next_50()}
          preventScrollReset
          shown={m.action_plan_shown({ shown, n: view.shown })}
        />
      )}
    </>
  );
}

function columnsOf({ view, slug, maySay }: { view: ActionPlanView; slug: string; maySay: boolean }): Column<Row>[] {
  const { year } = view.plan;
  const period = yearPeriod(year);
  return [
    {
      ...{ id: "measure", head: m.action_plan_measure(), width: 230, onSmall: "full" },
      cell: ({ measure: { name, strategy, first } }) => (
        <span className={first ? "sv-apmeasure" : "ds-sr-only"} dir="auto">
          {name}
          {strategy && <small>{strategy}</small>}
        </span>
      ),
    },
    {
      ...{ id: "activity", head: m.action_plan_activity(), rowHeader: true, width: 300, onSmall: "full" },
      cell: ({ id, name }) => (
        <span>
          <Link to={paths.activity(slug, year, id)} dir="auto">
            {name || m.action_plan_unnamed()}
          </Link>
        </span>
      ),
    },
    {
      id: "when",
      head: (
        <span className="sv-whenhead">
          {m.action_plan_when()}
          <MonthInitials initials={stripLabels(period, "initials")} period={period} />
        </span>
      ),
      ...{ width: 188, onSmall: "full" },
      cell: ({ timing }) => <TimingCell reading={timing} period={period} today={view.today} />,
    },
    {
      ...{ id: "owner", head: m.action_plan_owner(), width: 150, quiet: true, onSmall: "label" },
      cell: ({ owner }) => owner || <Empty label={m.common_empty_cell()} />,
    },
    {
      ...{ id: "state", head: m.action_plan_state(), width: 210, onSmall: "full" },
      cell: (row) => (
        <>
          <ActivityStateWords row={row} />
          {maySay && (
            <small>
              <Link className="sv-link" to={`${paths.activity(slug, year, row.id)}#say`}>
                {m.action_plan_say()}
                <span className="ds-sr-only">: {row.name}</span>
              </Link>
            </small>
          )}
        </>
      ),
    },
  ];
}
