import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { kindNames, languageNames } from "~/features/events/event-words";
import { Programme } from "~/features/events/programme-list";
import type { PublicEventView } from "~/features/registrations/public-event.view.server";
import { placesIn, placesWords } from "~/features/registrations/registration-words";
import { SignUpFields } from "~/features/registrations/sign-up-fields";
import type { RefusedSignUp } from "~/features/registrations/sign-up-form.server";
import { asSentence, formatDateTimeRange, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Note } from "~/ui/note";
import { Card, CardSection, Done, Facts, Hint } from "~/ui/public-parts";

/** What has become of a form that was sent. */
export type SignedUp =
  | { state: "registered" | "pending"; email: string }
  | { state: "waiting"; position: number; email: string };

/** Why a form was not taken that is filled in as it should. */
export type SignUpProblem = "closed" | "busy" | "failed";

/** What everybody may see of an event, with the form by which one signs up. `children` stand before the form. */
export function PublicEventPage({
  event,
  slug,
  proof,
  done,
  refused,
  problem,
  children,
}: {
  event: PublicEventView;
  slug: string;
  proof: string;
  done: SignedUp | null;
  refused: RefusedSignUp | null;
  problem: SignUpProblem | null;
  children?: ReactNode;
}) {
  return (
    <Card>
      {done && (
        <CardSection>
          <SignedUpWords done={done} />
        </CardSection>
      )}
      <CardSection>
        <p className="sv-eyebrow">{kindNames[event.kind]()}</p>
        {done ? <h2>{event.title}</h2> : <h1>{event.title}</h1>}
        <PublicEventFacts event={event} slug={slug} />
        {event.description && <p className="sv-lines">{event.description}</p>}
        {event.link && (
          <p>
            <a href={event.link}>{event.link}</a>
          </p>
        )}
      </CardSection>
      {event.programme && event.programme.items.length > 0 && (
        <CardSection>
          <h2>{m.events_tab_programme()}</h2>
          <Programme programme={event.programme} />
        </CardSection>
      )}
      {children}
      {!done && event.registration !== "none" && (
        <CardSection>
          <h2 id="sign-up">{m.registrations_sign_up()}</h2>
          {problem && (
            <Note tone="danger" live>
              {problems[problem]()}
            </Note>
          )}
          {event.closed ? <p>{closedWords(event)}</p> : <SignUpForm event={event} proof={proof} refused={refused} />}
        </CardSection>
      )}
      <CardSection>
        <Link to={paths.publicCalendar(slug)}>{m.feeds_see_calendar()}</Link>
      </CardSection>
    </Card>
  );
}

const problems: Record<SignUpProblem, () => string> = {
  closed: () => m.registrations_problem_closed(),
  busy: () => m.registrations_problem_busy(),
  failed: () => m.registrations_problem_failed(),
};

/** Why nobody can sign up. */
function closedWords(event: PublicEventView): string {
  if (event.closed === "cancelled") return m.registrations_closed_cancelled();
  if (event.closed === "over") return m.registrations_closed_over();
  if (event.closed === "closed" && event.registerBy)
    return m.registrations_closed_by({ when: formatInstant(event.registerBy, event.zone, getLocale()) });
  return m.registrations_closed_not_open();
}

function SignedUpWords({ done }: { done: SignedUp }) {
  const { email } = done;
  const said = {
    registered: () => ({
      title: m.registrations_done_registered(),
      why: m.registrations_done_registered_why({ email }),
    }),
    pending: () => ({ title: m.registrations_done_pending(), why: m.registrations_done_pending_why({ email }) }),
    waiting: () => ({
      title: m.registrations_done_waiting({ n: done.state === "waiting" ? done.position : 0 }),
      why: m.registrations_done_waiting_why({ email }),
    }),
  }[done.state]();
  return (
    <>
      <Done title={said.title}>{said.why}</Done>
      <Hint icon="mail">{m.registrations_done_before()}</Hint>
    </>
  );
}

function SignUpForm({
  event,
  proof,
  refused,
}: {
  event: PublicEventView;
  proof: string;
  refused: RefusedSignUp | null;
}) {
  const { asked } = event;
  if (!asked) return null;
  const errors = Object.entries(refused?.errors ?? {}).map(([field, message]) => ({ field, message }));
  const full = event.ways.every((way) => way.full);
  return (
    <>
      <ErrorSummary title={m.common_errors_title({ n: errors.length })} errors={errors} />
      <p className="sv-quiet">
        {[
          event.registration === "approval" && m.registrations_by_approval(),
          event.registerBy &&
            m.registrations_open_until({ when: formatInstant(event.registerBy, event.zone, getLocale()) }),
        ]
          .filter(Boolean)
          .join(" ")}
      </p>
      {full && event.registration === "open" && <Note>{m.registrations_full_note()}</Note>}
      <Form method="post" className="sv-form" noValidate preventScrollReset={false}>
        <input type="hidden" name="proof" value={proof} />
        <SignUpFields
          asked={asked}
          ways={event.ways.map((way) => ({ way: way.way, note: placesWords(way) ?? undefined }))}
          values={refused?.values ?? {}}
          given={refused?.given ?? {}}
          errors={refused?.errors ?? {}}
          problems={refused?.problems ?? {}}
          withEmail
        />
        <p className="sv-small">
          {m.registrations_privacy({ organizer: event.organisers[0] || event.organizer })}{" "}
          <Link to={paths.privacy()}>{m.registrations_privacy_link()}</Link>
        </p>
        <div className="sv-row">
          <Button accent>
            {full && event.registration === "open" ? m.registrations_join_line() : m.registrations_sign_up_button()}
          </Button>
        </div>
      </Form>
    </>
  );
}

export function PublicEventFacts({
  event,
  slug,
}: {
  event: Pick<
    PublicEventView,
    | "language"
    | "startsAt"
    | "endsAt"
    | "zone"
    | "place"
    | "organisers"
    | "network"
    | "ways"
    | "registration"
    | "closed"
    | "state"
  >;
  slug: string;
}) {
  const when = asSentence(formatDateTimeRange(event.startsAt, event.endsAt, event.zone, getLocale()));
  const language = languageNames[event.language as "nb"]?.().toLowerCase();
  const online = event.ways.some(({ way }) => way === "online");
  const room = event.ways.some(({ way }) => way === "room");
  const places = event.ways.flatMap((way) => {
    const words = placesWords(way);
    return words ? [event.ways.length > 1 ? placesIn[way.way]({ places: words.toLowerCase() }) : words] : [];
  });
  return (
    <>
      {event.state === "cancelled" && <Note tone="warning">{m.registrations_cancelled_note()}</Note>}
      <Facts
        facts={[
          { icon: "calendar", term: m.events_field_date(), text: when },
          ...(event.place ? [{ icon: "pin" as const, term: m.events_field_place(), text: event.place }] : []),
          ...(online
            ? [
                {
                  icon: "video" as const,
                  term: m.registrations_way(),
                  text: room ? m.registrations_both_ways() : m.registrations_online(),
                },
              ]
            : []),
          ...(event.organisers.length > 0
            ? [{ icon: "buildings" as const, term: m.registrations_organisers(), text: event.organisers.join(", ") }]
            : []),
          ...(language
            ? [{ icon: "language" as const, term: m.events_language(), text: m.registrations_held_in({ language }) }]
            : []),
          ...(event.network
            ? [
                {
                  icon: "network" as const,
                  term: m.events_network(),
                  text: <Link to={paths.publicNetwork(slug, event.network.id)}>{event.network.name}</Link>,
                },
              ]
            : []),
          ...(event.registration !== "none" && !event.closed && places.length > 0
            ? [{ icon: "person-group" as const, term: m.registrations_places(), text: places.join(" · ") }]
            : []),
        ]}
      />
    </>
  );
}
