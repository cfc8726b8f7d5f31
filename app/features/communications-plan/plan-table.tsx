import { Link, useSearchParams } from "@remix-run/react";
import { groupings, named } from "~/domain/communications-plan/rows";
import { channels } from "~/features/communications-plan/channel-words";
import { periodTitle } from "~/features/communications-plan/period-title";
import type { PlanTableRow, PlanTableView } from "~/features/communications-plan/plan-table.view.server";
import { Responsible, RowStateWords } from "~/features/communications-plan/plan-words";
import { describeMonth, stripLabels } from "~/features/timing/day-words";
import { TimingCell } from "~/features/timing/timing-cell";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar } from "~/ui/filter-bar";
import { Icon } from "~/ui/icon";
import { MonthInitials } from "~/ui/month-strip";
import { type Column, DataTable, Empty } from "~/ui/table";
import { Segments, Tabs } from "~/ui/tabs";

/** The table of a plan: periods, filters, rows in groups. */
export function PlanTable({ view, slug }: { view: PlanTableView; slug: string }) {
  const here = paths.plan(slug, view.key);
  return (
    <>
      {view.periods.length > 1 && (
        <Tabs
          label={m.plan_periods()}
          tabs={view.periods.map((period) => ({
            to: paths.plan(slug, period.key),
            label: periodTitle(period),
            icon: "table",
            current: period.key === view.key,
          }))}
        />
      )}
      {view.total > 1 && <Filters view={view} here={here} />}
      {view.shown === 0 ? (
        <EmptyState
          icon="search"
          title={view.total === 0 ? m.plan_no_rows() : m.plan_no_match()}
          why={view.total === 0 ? m.plan_no_rows_why() : m.plan_no_match_why()}
          action={
            view.total > 0 && (
              <LinkButton to={here} variant="secondary">
                {m.plan_show_all()}
              </LinkButton>
            )
          }
        />
      ) : (
        <div className="sv-panel sv-planbox">
          <DataTable
            caption={m.plan_table_caption({ period: periodTitle(view.period) })}
            className="sv-plan"
            layout="fixed"
            columns={columns(view, slug)}
            rowKey={(row) => row.id}
            groups={view.groups.map((group) => ({
              id: group.id,
              title: groupTitle(group),
              ...(group.by === "channel" && { icon: channels[group.kind].icon }),
              count: m.plan_rows({ n: group.rows.length }),
              rows: group.rows as PlanTableRow[],
            }))}
          />
        </div>
      )}
    </>
  );
}

function groupTitle(group: PlanTableView["groups"][number]): string {
  if (group.by === "channel") return channels[group.kind].name();
  if (group.by === "month") return group.month === null ? m.plan_no_month() : capital(describeMonth(group.month));
  return group.name ?? m.plan_nobody_responsible();
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function Filters({ view, here }: { view: PlanTableView; here: string }) {
  const [params] = useSearchParams();
  const { filters, by, options } = view;
  const set =
    filters.search !== "" || filters.channels.length + filters.responsible.length + filters.audiences.length > 0;
  const grouped = (grouping: (typeof groupings)[number]) => {
    const next = new URLSearchParams(params);
    next.set("group", grouping);
    return `${here}?${next}`;
  };
  const names = { channel: m.plan_channel(), month: m.plan_month(), responsible: m.plan_responsible() };
  return (
    <FilterBar
      key={params.toString()}
      label={m.plan_filter()}
      search={{ name: "q", label: m.plan_search(), defaultValue: filters.search }}
      filters={[
        {
          name: "channel",
          label: m.plan_channel(),
          options: options.channels.map((kind) => ({ value: kind, label: channels[kind].name() })),
          selected: filters.channels,
        },
        {
          name: "responsible",
          label: m.plan_responsible(),
          options: options.responsible.map(({ key, name }) => ({ value: key, label: name })),
          selected: filters.responsible,
        },
        {
          name: "audience",
          label: m.plan_audience(),
          options: options.audiences.map(({ key, name }) => ({ value: key, label: name })),
          selected: filters.audiences,
        },
      ]}
      submitLabel={m.common_show()}
      {...(set && { resetTo: by === "channel" ? here : `${here}?group=${by}` })}
      hidden={by === "channel" ? {} : { group: by }}
    >
      <span className="sv-quiet">{m.plan_group_by()}</span>
      <Segments
        label={m.plan_group_by()}
        items={groupings.map((grouping) => ({
          to: grouped(grouping),
          label: names[grouping],
          current: grouping === by,
        }))}
      />
    </FilterBar>
  );
}

function columns(view: PlanTableView, slug: string): Column<PlanTableRow>[] {
  const { period, today } = view;
  const text = (words: string) => (words === "" ? <Empty label={m.common_empty_cell()} /> : words);
  return [
    {
      id: "channel",
      head: m.plan_channel(),
      rowHeader: true,
      width: 200,
      onSmall: "full",
      cell: (row) => (
        <Link to={paths.planRow(slug, view.key, row.id)}>
          <Icon name={channels[row.family].icon} size={18} />
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
      cell: (row) => <Responsible names={named(row.responsible)} />,
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
