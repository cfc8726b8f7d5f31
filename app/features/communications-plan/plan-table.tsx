import { Link, useSearchParams } from "@remix-run/react";
import { groupings } from "~/domain/communications-plan/rows";
import { periodTitle } from "~/features/communications-plan/period-title";
import { NoRows, PlanFilters } from "~/features/communications-plan/plan-frame";
import type { PlanTableRow, PlanTableView } from "~/features/communications-plan/plan-table.view.server";
import { Responsible, RowStateWords } from "~/features/communications-plan/plan-words";
import { describeMonth, stripLabels } from "~/features/timing/day-words";
import { TimingCell } from "~/features/timing/timing-cell";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Icon } from "~/ui/icon";
import { MonthInitials } from "~/ui/month-strip";
import { type Column, DataTable, Empty } from "~/ui/table";
import { Segments } from "~/ui/tabs";

/** The table of a plan: filters, and rows in groups. */
export function PlanTable({ view, slug }: { view: PlanTableView; slug: string }) {
  const here = paths.plan(slug, view.plan.key);
  return (
    <>
      {view.total > 1 && (
        <PlanFilters selection={view} here={here} hidden={view.by === "channel" ? {} : { group: view.by }}>
          <GroupBy view={view} here={here} />
        </PlanFilters>
      )}
      {view.shown === 0 ? (
        <NoRows total={view.total} here={here} />
      ) : (
        <div className="sv-panel sv-planbox">
          <DataTable
            caption={m.plan_table_caption({ period: periodTitle(view.plan) })}
            className="sv-plan"
            layout="fixed"
            columns={columns(view, slug)}
            rowKey={(row) => row.id}
            groups={view.groups.map((group) => ({
              id: group.id,
              ...groupHead(view, group),
              count: m.plan_rows({ n: group.rows.length }),
              rows: group.rows as PlanTableRow[],
            }))}
          />
        </div>
      )}
    </>
  );
}

function groupHead(view: PlanTableView, group: PlanTableView["groups"][number]) {
  if (group.by === "channel") {
    const channel = view.channels.find(({ key }) => key === group.key);
    return { title: channel?.name ?? group.key, ...(channel && { icon: channel.icon }) };
  }
  if (group.by === "month")
    return { title: group.month === null ? m.plan_no_month() : capital(describeMonth(group.month)) };
  return { title: group.name ?? m.plan_nobody_responsible() };
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function GroupBy({ view, here }: { view: PlanTableView; here: string }) {
  const [params] = useSearchParams();
  const grouped = (grouping: (typeof groupings)[number]) => {
    const next = new URLSearchParams(params);
    next.set("group", grouping);
    return `${here}?${next}`;
  };
  const names = { channel: m.plan_channel(), month: m.plan_month(), responsible: m.plan_responsible() };
  return (
    <>
      <span className="sv-quiet">{m.plan_group_by()}</span>
      <Segments
        label={m.plan_group_by()}
        items={groupings.map((grouping) => ({
          to: grouped(grouping),
          label: names[grouping],
          current: grouping === view.by,
        }))}
      />
    </>
  );
}

function columns(view: PlanTableView, slug: string): Column<PlanTableRow>[] {
  const { plan: period, today, channels } = view;
  const text = (words: string) => (words === "" ? <Empty label={m.common_empty_cell()} /> : words);
  return [
    {
      id: "channel",
      head: m.plan_channel(),
      rowHeader: true,
      width: 200,
      onSmall: "full",
      cell: (row) => (
        <Link to={paths.planRow(slug, period.key, row.id)}>
          <Icon name={channels.find(({ key }) => key === row.channelKey)?.icon ?? "file"} size={18} />
          <span>{row.channel}</span>
        </Link>
      ),
    },
    { id: "theme", head: m.plan_theme(), width: 177, onSmall: "full", cell: (row) => text(row.theme) },
    { id: "goal", head: m.plan_goal(), width: 158, quiet: true, onSmall: "hide", cell: (row) => text(row.goal) },
    {
      id: "when",
      head: (
        <span className="sv-whenhead">
          {m.plan_when()}
          <MonthInitials initials={stripLabels(period, "initials")} period={period} />
        </span>
      ),
      width: 184,
      onSmall: "full",
      cell: (row) => <TimingCell reading={row} period={period} today={today} />,
    },
    {
      id: "responsible",
      head: m.plan_responsible(),
      width: 154,
      onSmall: "full",
      cell: (row) => <Responsible names={row.names} />,
    },
    {
      id: "audience",
      head: m.plan_audience(),
      width: 134,
      quiet: true,
      onSmall: "hide",
      cell: (row) => text(row.audience),
    },
    {
      id: "state",
      head: m.plan_state(),
      width: 128,
      onSmall: "full",
      cell: (row) => <RowStateWords state={row.state} />,
    },
  ];
}
