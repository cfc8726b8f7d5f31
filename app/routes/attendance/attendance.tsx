import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { languageOf } from "~/domain/regions/written-standard";
import { AfterPanel } from "~/features/attendance/after-panel";
import { answerAttendanceForm } from "~/features/attendance/answer-attendance-form.server";
import { attendanceView } from "~/features/attendance/attendance.view.server";
import { refusalWords } from "~/features/attendance/attendance-words";
import { DoorList } from "~/features/attendance/door-list";
import { WalkInForm } from "~/features/attendance/walk-in-form";
import { EventHead } from "~/features/events/event-frame";
import { eventFrame } from "~/features/events/event-frame.view.server";
import { requireEvent } from "~/features/events/require-event.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Note } from "~/ui/note";
import { Columns } from "~/ui/panel";
import { PrintButton } from "~/ui/print-button";

export const handle: Handle<{ frame: { id: string; title: string } }> = {
  crumb: ({ frame }, slug) => [
    { label: m.events_title(), to: paths.events(slug) },
    { label: frame.title, to: paths.event(slug, frame.id) },
    { label: m.attendance_title() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.attendance_title()}: ${data?.frame.title ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const now = systemClock();
  const { view, frame } = await withRegion(access, async (db) => ({
    view: await attendanceView(db, eventId, now),
    frame: await eventFrame(db, eventId, now),
  }));
  if (!view || !frame) notFound();
  const search = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 100);
  return { view, frame, search, slug: region.slug };
}

/** Adds somebody who came unannounced, or gives certificates. Ticks are saved one by one, at an address of their own. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const locale = languageOf[region.defaultStandard];
  const form = await readForm(request);
  const result = await answerAttendanceForm(form, { access, eventId, zone: region.zone, locale, now: systemClock() });
  if (!result.ok) return data(result, { status: 400 });
  const at = "ticket" in result ? `#p-${result.ticket}` : "";
  throw redirectWithToast(paths.attendance(region.slug, eventId) + at, result.done);
}

export default function Attendance() {
  const { view, frame, search, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const someone = view.people.length > 0;
  return (
    <>
      <EventHead
        event={frame}
        slug={slug}
        part="attendance"
        actions={
          !view.closed && (
            <>
              {someone && <PrintButton />}
              <LinkButton variant="secondary" icon="import" to={paths.attendanceReport(slug, view.id)}>
                {m.attendance_report_read()}
              </LinkButton>
            </>
          )
        }
      />
      {view.closed && <Note tone="info">{refusalWords(view.closed)}</Note>}
      <Columns
        main={
          <>
            {someone ? (
              <DoorList view={view} slug={slug} search={search} />
            ) : (
              <EmptyState icon="person-group" title={m.attendance_nobody()} why={m.attendance_nobody_why()} />
            )}
            {!view.closed && <WalkInForm view={view} refused={refused} />}
          </>
        }
        side={<AfterPanel view={view} slug={slug} />}
      />
    </>
  );
}
