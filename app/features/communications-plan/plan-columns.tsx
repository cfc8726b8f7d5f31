import type { PlanTableRow, PlanTableView } from "~/features/communications-plan/plan-table.view.server";
import { Responsible, RowStateWords } from "~/features/communications-plan/plan-words";
import { RowClashes } from "~/features/communications-plan/row-clashes";
import { RowMenu } from "~/features/communications-plan/row-menu";
import { stripLabels } from "~/features/timing/day-words";
import { TimingCell } from "~/features/timing/timing-cell";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Icon } from "~/ui/icon";
import { MonthInitials } from "~/ui/month-strip";
import { type Column, Empty } from "~/ui/table";

/** A row with its neighbours in the table, beside which it can be put. */
export type DrawnRow = PlanTableRow & { above: string | null; below: string | null };

type What = {
  view: Pick<PlanTableView, "plan" | "today" | "channels" | "by">;
  slug: string;
  mayEdit: boolean;
};

const text = (words: string) =>
  words === "" ? <Empty label={m.common_empty_cell()} /> : <span dir="auto">{words}</span>;

/** The columns of the plan's table. Those who may edit have one more, and so the others are narrower. */
export function planColumns({ view, slug, mayEdit }: What): Column<DrawnRow>[] {
  const { plan: period, today, channels, by } = view;
  const width = (alone: number, beside: number) => (mayEdit ? beside : alone);
  const columns: (Column<DrawnRow> | false)[] = [
    {
      ...{ id: "channel", head: m.plan_channel(), rowHeader: true, width: width(200, 186), onSmall: "full" },
      cell: (row) => (
        <a href={paths.planRow(slug, period.key, row.id)} className={by === "number" ? "sv-numbered" : undefined}>
          {by === "number" ? (
            <span className="sv-rownum">{row.number}</span>
          ) : (
            <Icon name={channels.find(({ key }) => key === row.channelKey)?.icon ?? "file"} size={18} />
          )}
          <span dir="auto">{row.channel}</span>
        </a>
      ),
    },
    { id: "theme", head: m.plan_theme(), width: width(177, 164), onSmall: "full", cell: (row) => text(row.theme) },
    {
      ...{ id: "goal", head: m.plan_goal(), width: width(158, 144), quiet: true, onSmall: "hide" },
      cell: (row) => text(row.goal),
    },
    {
      id: "when",
      head: (
        <span className="sv-whenhead">
          {m.plan_when()}
          <MonthInitials initials={stripLabels(period, "initials")} period={period} />
        </span>
      ),
      ...{ width: width(184, 176), onSmall: "full" },
      cell: (row) => <TimingCell reading={row} period={period} today={today} />,
    },
    {
      ...{ id: "responsible", head: m.plan_responsible(), width: width(154, 146), onSmall: "full" },
      cell: (row) => <Responsible names={row.names} />,
    },
    {
      ...{ id: "audience", head: m.plan_audience(), width: width(134, 122), quiet: true, onSmall: "hide" },
      cell: (row) => text(row.audience),
    },
    {
      ...{ id: "state", head: m.plan_state(), width: width(128, 124), onSmall: mayEdit ? undefined : "full" },
      cell: (row) => (
        <>
          <RowStateWords state={row.state} />
          <RowClashes clashes={row.clashes} />
        </>
      ),
    },
    mayEdit && {
      ...{ id: "menu", head: m.common_edit(), headSpoken: true, width: 84, align: "right" },
      cell: (row) => <RowMenu row={row} slug={slug} period={period.key} />,
    },
  ];
  return columns.filter((column) => column !== false);
}
