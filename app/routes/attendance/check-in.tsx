import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { checkInView } from "~/features/attendance/attendance.view.server";
import { placeWords, refusalWords, standingWords } from "~/features/attendance/attendance-words";
import { markAttendance } from "~/features/attendance/mark-attendance.server";
import { requireEvent } from "~/features/events/require-event.server";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button, LinkButton } from "~/ui/button";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { StateWords } from "~/ui/state";

export const handle: Handle<{ event: { id: string; title: string } }> = {
  crumb: ({ event }, slug) => [
    { label: m.events_title(), to: paths.events(slug) },
    { label: event.title, to: paths.event(slug, event.id) },
    { label: m.attendance_title(), to: paths.attendance(slug, event.id) },
    { label: m.attendance_check_in() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.attendance_check_in()}: ${data?.person.name ?? ""} – Samvirk` },
];

/** What a QR code opens. Whoever opens it, nothing is written down until the button is pressed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const ticket = params.ticket ?? "";
  const view = await withRegion(access, (db) => checkInView(db, { eventId, ticket, now: systemClock() }));
  if (!view) notFound();
  return { ...view, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const ticket = params.ticket ?? "";
  const result = await withRegion(access, async (db) => {
    const now = systemClock();
    if (!(await checkInView(db, { eventId, ticket, now }))) notFound();
    return markAttendance(db, { eventId, ticketIds: [ticket], came: true, now });
  });
  if (!result.ok) return data({ refused: result.reason }, { status: 409 });
  throw redirectWithToast(paths.checkIn(region.slug, eventId, ticket), m.attendance_saved());
}

export default function CheckIn() {
  const { person, event, closed, count, zone, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused ?? closed;
  const standing = standingWords(person.standing);
  return (
    <>
      <PageHead title={person.name} sub={[placeWords(person), event.title].filter(Boolean).join(" · ")} />
      <div className="sv-stack sv-checkin">
        {person.attendedAt ? (
          <p>
            <StateWords state="done">
              {m.attendance_came_at({ at: formatInstant(person.attendedAt, zone, getLocale()) })}
            </StateWords>
          </p>
        ) : refused ? (
          <Note tone="warning" live>
            {refusalWords(refused)}
          </Note>
        ) : (
          <>
            {standing && <Note tone="warning">{standing}</Note>}
            <Form method="post">
              <Button icon="check">{m.attendance_check_in_button()}</Button>
            </Form>
          </>
        )}
        <p className="sv-quiet">{m.attendance_count({ came: count.came, n: count.of })}</p>
        <div>
          <LinkButton variant="tertiary" to={paths.attendance(slug, event.id)}>
            {m.attendance_to_list()}
          </LinkButton>
        </div>
      </div>
    </>
  );
}
