import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { lazy, Suspense } from "react";
import { can } from "~/domain/auth/permissions";
import { answerDueOfEvent } from "~/features/automation/answer-due-form.server";
import { EventApproval } from "~/features/automation/event-approval";
import { invitationOfEvent } from "~/features/automation/invitations-to-approve.view.server";
import { answerEventForm } from "~/features/events/answer-event-form.server";
import { answerFilterOf } from "~/features/events/answer-filters";
import { audienceDrift } from "~/features/events/audience-drift.view.server";
import { eventView, readEvent } from "~/features/events/event.view.server";
import { EventAbout, ProgrammePanel, SeriesPanel } from "~/features/events/event-about";
import { DraftNote, EventActions } from "~/features/events/event-actions";
import { EventHead } from "~/features/events/event-frame";
import { frameOf } from "~/features/events/event-frame.view.server";
import { EventLog } from "~/features/events/event-log";
import { EventNotices } from "~/features/events/event-notices";
import { eventOverview, shownTo } from "~/features/events/event-overview.view.server";
import { publishRefusals } from "~/features/events/event-words";
import { programmeOf } from "~/features/events/programme.view.server";
import { publishEvent } from "~/features/events/publish-event.server";
import { RemindersLink } from "~/features/events/reminders-link";
import { requireEvent, rightsTo } from "~/features/events/require-event.server";
import { SubstitutesPanel } from "~/features/events/substitutes-panel";
import { todayIn } from "~/features/regions/today";
import { registeredToTell, tellRegisteredNow } from "~/features/registrations/tell-registered.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Note } from "~/ui/note";
import { Columns, Panel } from "~/ui/panel";

/** Written into the page by the server; the browser loads it when it has the rest. */
const AnswersPanel = import.meta.env.SSR
  ? (await import("~/features/events/answers-panel")).default
  : lazy(() => import("~/features/events/answers-panel"));

export const handle: Handle<{ event: { title: string } }> = {
  crumb: ({ event }, slug) => [{ label: m.events_title(), to: paths.events(slug) }, { label: event.title }],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.event.title ?? ""} – ${data?.region.name ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, roles, eventId, actorIds } = await requireEvent(request, params, "events.see");
  const now = new Date();
  const may = rightsTo(roles, actorIds);
  const today = todayIn(region.zone, now);
  const { event, frame, overview, programme, drift, registered, asks } = await withRegion(access, async (db) => {
    const read = await readEvent(db, eventId);
    const isDraft = read?.event.state === "draft";
    return {
      asks: may.invite && isDraft ? await invitationOfEvent(db, { eventId, today }) : null,
      event: read && (await eventView(db, read, now)),
      frame: read && frameOf(eventId, read.event, read.standing.length, now),
      overview: await eventOverview(db, eventId),
      programme: await programmeOf(db, eventId),
      drift: read && may.invite ? await audienceDrift(db, read, now) : null,
      registered: may.invite ? await registeredToTell(db, { eventId, now }) : null,
    };
  });
  if (!event || !frame || !overview || !programme) notFound();
  const asked = new URL(request.url).searchParams.get("answers");
  return {
    ...shownTo({ event, overview }, may),
    ...{ frame, programme, drift, registered, asks },
    filter: answerFilterOf(asked, event.counts.none),
    may: { ...may, seeRule: can(roles, "automation.see") },
    region: { slug: region.slug, name: region.name, zone: region.zone },
  };
}

/** Publishes the event without inviting anybody, or does what another of the page's buttons asks. */
export async function action({ request, params }: ActionFunctionArgs) {
  const now = new Date();
  const form = await readForm(request);
  if (form.get("intent") === "publish") {
    const { access, region, eventId } = await requireEvent(request, params, "events.edit");
    const published = await withRegion(access, (db) => publishEvent(db, { eventId, now }));
    if (!published.ok) return data({ problem: publishRefusals[published.reason]() }, { status: 409 });
    throw redirectWithToast(paths.event(region.slug, eventId), m.events_published());
  }
  const { access, region, eventId, personId } = await requireEvent(request, params, "events.invite");
  const answer = await withRegion(access, (db) =>
    form.has("due")
      ? answerDueOfEvent(db, { form, personId, eventId, now })
      : answerEventForm(db, { form, eventId, now, alsoTell: tellRegisteredNow }),
  );
  if (!answer.ok) return data({ problem: answer.problem }, { status: 409 });
  throw redirectWithToast(paths.event(region.slug, eventId), answer.done);
}

export default function Event() {
  const { event, frame, overview, programme, drift, registered, asks, filter, may, region } =
    useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const { slug } = region;
  const about = <EventAbout event={event} overview={overview} slug={slug} mayEdit={may.edit} />;
  const editable = may.edit && event.state !== "cancelled";
  return (
    <>
      <EventHead
        event={frame}
        slug={slug}
        part="answers"
        actions={<EventActions event={event} slug={slug} may={may} />}
      />
      {problem && (
        <Note tone="danger" live>
          {problem}
        </Note>
      )}
      {asks && <EventApproval waiting={asks} slug={slug} zone={region.zone} seesRule={may.seeRule} />}
      {event.state === "draft" && <DraftNote mayPublish={may.edit && overview.open && !event.begun} />}
      <EventNotices event={event} registered={registered} drift={drift} slug={slug} may={may} />
      <Columns
        main={
          <>
            {event.rows.length > 0 && (
              <Suspense>
                <AnswersPanel event={event} slug={slug} filter={filter} may={may} />
              </Suspense>
            )}
            <SubstitutesPanel event={event} slug={slug} mayInvite={may.invite} />
            {event.rows.length === 0 && about}
          </>
        }
        side={
          <>
            <ProgrammePanel programme={programme} slug={slug} eventId={event.id} mayEdit={editable} />
            {event.rows.length > 0 && about}
            {may.invite && editable && !event.begun && <RemindersLink slug={slug} eventId={event.id} />}
            <Panel
              title={m.events_log()}
              link={may.deliveries ? { label: m.events_log_all(), to: paths.deliveries(slug) } : undefined}
            >
              <EventLog event={event} />
            </Panel>
            <SeriesPanel series={overview.series} slug={slug} eventId={event.id} mayEdit={may.edit} />
          </>
        }
      />
    </>
  );
}
