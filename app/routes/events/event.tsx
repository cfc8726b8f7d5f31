import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { answerEventForm } from "~/features/events/answer-event-form.server";
import { type AnswerFilter, AnswersPanel, answerFilters } from "~/features/events/answers-panel";
import { audienceDrift } from "~/features/events/audience-drift.view.server";
import { eventView } from "~/features/events/event.view.server";
import { EventHead } from "~/features/events/event-frame";
import { eventFrame } from "~/features/events/event-frame.view.server";
import { EventLog } from "~/features/events/event-log";
import { ChangesNote, DriftNotes, PlannedNote } from "~/features/events/event-notices";
import { kindNames } from "~/features/events/event-words";
import { RemindersLink } from "~/features/events/reminders-page";
import { requireEvent } from "~/features/events/require-event.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { Note } from "~/ui/note";
import { Columns, Panel, PanelBody } from "~/ui/panel";

export const handle: Handle<{ event: { title: string } }> = {
  crumb: ({ event }, slug) => [{ label: m.events_title(), to: paths.events(slug) }, { label: event.title }],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.event.title ?? ""} – ${data?.region.name ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, roles, eventId, actorIds } = await requireEvent(request, params, "events.see");
  const now = new Date();
  const mayInvite = can(roles, "events.invite", { actorIds });
  const { event, frame, drift } = await withRegion(access, async (db) => ({
    event: await eventView(db, eventId, now),
    frame: await eventFrame(db, eventId, now),
    drift: mayInvite ? await audienceDrift(db, eventId, now) : null,
  }));
  if (!event || !frame) notFound();
  const asked = new URL(request.url).searchParams.get("answers");
  const filter: AnswerFilter = answerFilters.find((one) => one === asked) ?? (event.counts.none > 0 ? "none" : "all");
  const may = {
    edit: can(roles, "events.edit", { actorIds }),
    invite: mayInvite,
    deliveries: can(roles, "deliveries.see"),
    members: can(roles, "members.edit"),
  };
  return { event, frame, drift, filter, may, region: { slug: region.slug, name: region.name } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.invite");
  const form = await readForm(request);
  const answer = await withRegion(access, (db) => answerEventForm(db, { form, eventId, now: new Date() }));
  if (!answer.ok) return data({ problem: answer.problem }, { status: 409 });
  return redirectWithToast(paths.event(region.slug, eventId), answer.done);
}

export default function Event() {
  const { event, frame, drift, filter, may, region } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const { slug } = region;
  const open = event.state !== "cancelled" && !event.begun;
  return (
    <>
      <EventHead
        event={frame}
        slug={slug}
        part="answers"
        actions={
          open && (
            <>
              {may.edit && (
                <LinkButton variant="tertiary" to={paths.cancelEvent(slug, event.id)}>
                  {m.events_cancel()}
                </LinkButton>
              )}
              {may.edit && (
                <LinkButton variant="secondary" icon="pencil" to={paths.editEvent(slug, event.id)}>
                  {m.common_edit()}
                </LinkButton>
              )}
              {may.invite && (
                <LinkButton
                  icon="send"
                  variant={event.state === "draft" ? "primary" : "secondary"}
                  to={paths.invite(slug, event.id)}
                >
                  {event.network ? m.audiences_invite() : m.events_invite()}
                </LinkButton>
              )}
            </>
          )
        }
      />
      {event.state === "cancelled" && <Note tone="warning">{m.events_cancelled_note()}</Note>}
      {event.state === "draft" && <Note>{m.events_draft_note()}</Note>}
      {event.onHold && event.state === "published" && may.deliveries && (
        <Note tone="warning" action={{ label: m.delivery_hold_link(), to: paths.mailSettings(slug) }}>
          {m.delivery_hold_note()}
        </Note>
      )}
      {may.invite && <ChangesNote event={event} />}
      {problem && (
        <Note tone="danger" live>
          {problem}
        </Note>
      )}
      {may.invite && <PlannedNote event={event} />}
      {drift && <DriftNotes drift={drift} eventId={event.id} slug={slug} />}
      <Columns
        main={
          <>
            {event.rows.length > 0 && <AnswersPanel event={event} slug={slug} filter={filter} may={may} />}
            <Panel title={m.events_about()}>
              <PanelBody>
                <p className="sv-quiet">{kindNames[event.kind]()}</p>
                {event.description && <p className="sv-prose sv-lines">{event.description}</p>}
                {event.link && (
                  <p>
                    <a href={event.link}>{event.link}</a>
                  </p>
                )}
                {event.network && (
                  <p>
                    {m.events_network()}: <Link to={paths.network(slug, event.network.id)}>{event.network.name}</Link>
                  </p>
                )}
                {event.planRow && (
                  <p>
                    {m.events_plan_row()}:{" "}
                    <Link to={paths.planRow(slug, event.planRow.period, event.planRow.id)}>
                      {event.planRow.channel}
                    </Link>
                    , «{event.planRow.timing}»
                  </p>
                )}
              </PanelBody>
            </Panel>
          </>
        }
        side={
          <>
            {may.invite && open && <RemindersLink slug={slug} eventId={event.id} />}
            <Panel
              title={m.events_log()}
              link={may.deliveries ? { label: m.events_log_all(), to: paths.deliveries(slug) } : undefined}
            >
              <EventLog event={event} />
            </Panel>
          </>
        }
      />
    </>
  );
}
