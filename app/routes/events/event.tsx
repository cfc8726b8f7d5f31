import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { type AnswerFilter, AnswersPanel, answerFilters } from "~/features/events/answers-panel";
import { sendChangesNow } from "~/features/events/change-event.server";
import { eventView } from "~/features/events/event.view.server";
import { EventHead } from "~/features/events/event-frame";
import { eventFrame } from "~/features/events/event-frame.view.server";
import { EventLog } from "~/features/events/event-log";
import { kindNames } from "~/features/events/event-words";
import { requireEvent } from "~/features/events/require-event.server";
import { SubstitutesPanel } from "~/features/events/substitutes-panel";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button, LinkButton } from "~/ui/button";
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
  const { event, frame } = await withRegion(access, async (db) => ({
    event: await eventView(db, eventId, now),
    frame: await eventFrame(db, eventId, now),
  }));
  if (!event || !frame) notFound();
  const asked = new URL(request.url).searchParams.get("answers");
  const filter: AnswerFilter = answerFilters.find((one) => one === asked) ?? (event.counts.none > 0 ? "none" : "all");
  const may = {
    edit: can(roles, "events.edit", { actorIds }),
    invite: can(roles, "events.invite", { actorIds }),
    deliveries: can(roles, "deliveries.see"),
  };
  // What somebody writes with an answer is for those who organise it.
  const rows = may.edit ? event.rows : event.rows.map((row) => ({ ...row, comment: "" }));
  return { event: { ...event, rows }, frame, filter, may, region: { slug: region.slug, name: region.name } };
}

/** Sends a change that waits now. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.invite");
  const sent = await withRegion(access, (db) => sendChangesNow(db, { eventId, now: new Date() }));
  if (sent === 0) return data(null, { status: 409 });
  return redirectWithToast(paths.event(region.slug, eventId), m.events_sent_now({ n: sent }));
}

export default function Event() {
  const { event, frame, filter, may, region } = useLoaderData<typeof loader>();
  const locale = getLocale();
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
      {event.replies > 0 && may.edit && (
        <Note tone="warning" action={{ label: m.events_replies_look(), to: paths.replies(slug, event.id) }}>
          {m.events_replies_waiting({ n: event.replies })}
        </Note>
      )}
      {event.waiting && may.invite && (
        <Note>
          <Form method="post" className="sv-row">
            <span>
              {m.events_waiting_change({
                n: event.waiting.count,
                when: formatInstant(event.waiting.at, event.zone, locale),
              })}
            </span>
            <Button variant="secondary" small>
              {m.events_send_now()}
            </Button>
          </Form>
        </Note>
      )}
      <Columns
        main={
          <>
            {event.rows.length > 0 && <AnswersPanel event={event} slug={slug} filter={filter} mayEdit={may.edit} />}
            <SubstitutesPanel event={event} slug={slug} mayInvite={may.invite} />
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
          <Panel
            title={m.events_log()}
            link={may.deliveries ? { label: m.events_log_all(), to: paths.deliveries(slug) } : undefined}
          >
            <EventLog event={event} />
          </Panel>
        }
      />
    </>
  );
}
