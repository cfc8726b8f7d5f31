import type { NetworkAttendance } from "~/features/attendance/over-time.view.server";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Panel } from "~/ui/panel";
import { DataTable } from "~/ui/table";

const dayWords = (day: string) => `${formatDate(day, getLocale(), "short")} ${day.slice(0, 4)}`;

/** How many came to a network's gatherings: a bar each in the table it is drawn from. Nothing before attendance is taken. */
export default function NetworkAttendancePanel({
  gatherings,
  network,
  slug,
}: {
  gatherings: NetworkAttendance;
  network: string;
  slug: string;
}) {
  if (gatherings.length === 0) return null;
  const most = Math.max(1, ...gatherings.map(({ people }) => people));
  return (
    <Panel
      title={m.attendance_over_time()}
      link={{ label: m.attendance_per_municipality(), to: `${paths.attendanceOverTime(slug)}?network=${network}` }}
    >
      <DataTable
        caption={m.attendance_over_time()}
        rows={gatherings}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "gathering",
            head: m.attendance_gathering(),
            rowHeader: true,
            onSmall: "full",
            cell: ({ title, day }) => (
              <>
                {title}
                <small className="sv-quiet">{dayWords(day)}</small>
              </>
            ),
          },
          {
            id: "bar",
            head: m.feedback_bar(),
            headSpoken: true,
            onSmall: "full",
            cell: ({ people }) => (
              <svg className="sv-bar-row" width="100%" height={12} aria-hidden="true">
                <rect width="100%" height={12} rx={2} data-track />
                <rect width={`${((people / most) * 100).toFixed(2)}%`} height={12} rx={2} />
              </svg>
            ),
          },
          { id: "people", head: m.attendance_came(), align: "right", onSmall: "label", cell: ({ people }) => people },
          {
            id: "municipalities",
            head: m.attendance_municipalities(),
            align: "right",
            onSmall: "label",
            cell: ({ municipalities }) => municipalities,
          },
        ]}
      />
    </Panel>
  );
}
