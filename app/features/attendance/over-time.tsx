import { Link } from "@remix-run/react";
import type { OverTimeView } from "~/features/attendance/over-time.view.server";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { type Column, DataTable, Empty } from "~/ui/table";

type Row = OverTimeView["rows"][number];

/** Municipalities down, events or half-years across, and how many came. */
export function OverTimeTable({ view, slug, byEvent }: { view: OverTimeView; slug: string; byEvent: boolean }) {
  const number = (count: number) => (count === 0 ? <Empty label={m.attendance_none_came()} /> : count);
  const head = (key: string, label: string) => {
    const event = view.events[key];
    if (!byEvent || !event) return label;
    return (
      <>
        <Link to={paths.attendance(slug, key)}>{event.title}</Link>
        <small className="sv-quiet sv-lines">
          {`\n${formatDate(event.day, getLocale(), "short")} ${event.day.slice(0, 4)}`}
        </small>
      </>
    );
  };
  const sums: Row = {
    id: "sum",
    name: m.attendance_sum(),
    number: null,
    cells: view.totals,
    total: view.total,
    events: 0,
  };
  const columns: Column<Row>[] = [
    {
      id: "municipality",
      head: m.attendance_municipality(),
      rowHeader: true,
      cell: ({ name, number }) =>
        number ? (
          <Link to={paths.municipality(slug, number)}>{name}</Link>
        ) : (
          (name ?? m.attendance_municipality_nowhere())
        ),
    },
    ...view.columns.map(
      ({ key, label }, at): Column<Row> => ({
        id: key,
        head: head(key, label),
        align: "right",
        cell: ({ cells }) => number(cells[at] ?? 0),
      }),
    ),
    { id: "total", head: m.attendance_sum(), align: "right", cell: ({ total }) => <b>{total}</b> },
  ];
  return (
    <DataTable
      caption={m.attendance_over_time()}
      small="scroll"
      rows={[...view.rows, sums]}
      rowKey={({ id }) => id ?? "nowhere"}
      columns={columns}
    />
  );
}
