import { Link } from "@remix-run/react";
import type { MunicipalityAttendance } from "~/features/attendance/over-time.view.server";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Panel, Row, Rows } from "~/ui/panel";

const dayWords = (day: string) => `${formatDate(day, getLocale(), "short")} ${day.slice(0, 4)}`;

/** What people from a municipality have come to lately. Nothing where nobody has. */
export default function MunicipalityAttendancePanel({
  events,
  slug,
  links,
}: {
  events: MunicipalityAttendance;
  slug: string;
  links: boolean;
}) {
  if (events.length === 0) return null;
  return (
    <Panel
      title={m.attendance_of_municipality()}
      {...(links && { link: { label: m.attendance_all_municipalities(), to: paths.attendanceOverTime(slug) } })}
    >
      <Rows>
        {events.map(({ id, title, day, people }) => (
          <Row
            key={id}
            title={links ? <Link to={paths.event(slug, id)}>{title}</Link> : title}
            note={`${dayWords(day)} · ${m.attendance_people({ n: people })}`}
          />
        ))}
      </Rows>
    </Panel>
  );
}
