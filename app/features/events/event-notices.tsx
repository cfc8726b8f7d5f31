import { Form, Link } from "@remix-run/react";
import { HoldNote } from "~/features/delivery/hold-note";
import type { AudienceDrift } from "~/features/events/audience-drift.view.server";
import type { EventView } from "~/features/events/event.view.server";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { Note } from "~/ui/note";

/** More names than this are counted. */
const mostNames = 12;

/** What waits to be told or decided on, above everything else of the event. */
export function EventNotices({
  event,
  registered,
  drift,
  slug,
  may,
}: {
  event: EventView;
  /** Those who have signed up who wait to be told of a change. */
  registered: Waiting | null;
  drift: AudienceDrift | null;
  slug: string;
  may: { edit: boolean; invite: boolean; deliveries: boolean };
}) {
  return (
    <>
      <StandingNote event={event} slug={slug} may={may} />
      {may.edit && <RepliesNote event={event} slug={slug} />}
      {may.invite && <ChangesNote event={event} registered={registered} />}
      {may.invite && <PlannedNote event={event} />}
      {drift && <DriftNotes drift={drift} eventId={event.id} slug={slug} />}
    </>
  );
}

type Waiting = { count: number; at: string };

/** That the event is cancelled, or that its mail is held. */
function StandingNote({ event, slug, may }: { event: EventView; slug: string; may: { deliveries: boolean } }) {
  if (event.state === "cancelled") return <Note tone="warning">{m.events_cancelled_note()}</Note>;
  if (!event.onHold || event.state !== "published" || !may.deliveries) return null;
  return <HoldNote slug={slug} />;
}

/** Replies by mail that a person is to decide on. */
function RepliesNote({ event, slug }: { event: EventView; slug: string }) {
  if (event.replies === 0) return null;
  return (
    <Note tone="warning" action={{ label: m.events_replies_look(), to: paths.replies(slug, event.id) }}>
      {m.events_replies_waiting({ n: event.replies })}
    </Note>
  );
}

/** A change that waits, to the invited and to those who have signed up, which can go now (M9). */
function ChangesNote({ event, registered }: { event: EventView; registered: Waiting | null }) {
  const waiting = [event.waiting, registered].filter((one) => one !== null);
  if (waiting.length === 0) return null;
  const n = waiting.reduce((sum, { count }) => sum + count, 0);
  const at =
    waiting
      .map((one) => one.at)
      .sort()
      .at(-1) ?? "";
  return (
    <Note>
      <Form method="post" className="sv-row">
        <span>{m.events_waiting_change({ n, when: formatInstant(at, event.zone, getLocale()) })}</span>
        <Button variant="secondary" small>
          {m.events_send_now()}
        </Button>
      </Form>
    </Note>
  );
}

/** Invitations that are planned for later, which can go now or be taken back. */
function PlannedNote({ event }: { event: EventView }) {
  if (!event.planned) return null;
  const { count: n, at } = event.planned;
  return (
    <Note>
      <Form method="post" className="sv-row">
        <span>{m.events_planned_note({ n, when: formatInstant(at, event.zone, getLocale()) })}</span>
        <Button variant="secondary" small name="intent" value="planned-now">
          {m.events_send_now()}
        </Button>
        <Button variant="tertiary" small name="intent" value="take-back">
          {m.events_planned_take_back()}
        </Button>
      </Form>
    </Note>
  );
}

/** Who has come into the audience since the invitation, and who has left it: offered and told, never done by itself. */
function DriftNotes({ drift, eventId, slug }: { drift: AudienceDrift; eventId: string; slug: string }) {
  const { added, left, chosen } = drift;
  const invite = `${paths.invite(slug, eventId)}?${new URLSearchParams({ audience: chosen })}`;
  return (
    <>
      {added.length > 0 && (
        <Note title={m.events_added({ n: added.length })} action={{ label: m.events_added_invite(), to: invite }}>
          <p>{listed(added)}</p>
        </Note>
      )}
      {left.length > 0 && (
        <Note title={m.events_left({ n: left.length })}>
          <ul className="sv-plain">
            {left.slice(0, mostNames).map(({ id, name }) => (
              <li key={id}>
                {name}{" "}
                <Link to={paths.withdrawInvitation(slug, eventId, id)} aria-label={m.events_withdraw_of({ name })}>
                  {m.events_withdraw()}
                </Link>
              </li>
            ))}
            {left.length > mostNames && <li>{m.events_and_more({ n: left.length - mostNames })}</li>}
          </ul>
        </Note>
      )}
    </>
  );
}

function listed(names: string[]): string {
  const shown = names.slice(0, mostNames).join(", ");
  return names.length > mostNames ? `${shown}, ${m.events_and_more({ n: names.length - mostNames })}` : shown;
}
