import { Form, Link } from "@remix-run/react";
import type { AnswerView } from "~/features/events/answer.view.server";
import { AnswerForm } from "~/features/events/answer-form";
import { AsideSections, SubstituteDisclosure } from "~/features/events/answer-substitute";
import type { RefusedSubstitute } from "~/features/events/answer-substitute-form.server";
import { answerNames } from "~/features/events/event-words";
import { Programme } from "~/features/events/programme-list";
import { asSentence, dayWords, formatDate, formatDateTimeRange } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { Button } from "~/ui/button";
import { DateTile } from "~/ui/date-tile";
import { Note } from "~/ui/note";
import { Card, CardSection, Disclosure, Done, Facts, Hint } from "~/ui/public-parts";

type AnswerPageProps = {
  view: AnswerView;
  proof: string;
  failed: boolean;
  refused: { errors: Record<string, string>; values: Record<string, string> } | null;
  /** Of the form that names a substitute. */
  named: RefusedSubstitute | null;
  /** Where one subscribes to all one is invited to, and where everybody sees what there is. */
  feedTo: string | null;
  calendarTo: string;
};

/** The page of a personal link: the event and the answer (mocks 05 and 05b). */
export function AnswerPage({ view, proof, failed, refused, named, feedTo, calendarTo }: AnswerPageProps) {
  const { event, closed, answer, askedAgain } = view;
  const answered = answer !== null && !askedAgain;
  if (closed)
    return (
      <Card>
        <CardSection>
          <h1>{closedWords(view, closed).title}</h1>
          <p>{closedWords(view, closed).why}</p>
        </CardSection>
        <CardSection>
          <EventLine event={event} />
        </CardSection>
        <CardSection>
          <Link to={calendarTo}>{m.feeds_see_calendar()}</Link>
        </CardSection>
      </Card>
    );
  if (view.substitute)
    return (
      <Card>
        <AsideSections view={view} proof={proof} refused={named} />
        <CardSection>
          <EventLine event={event} />
        </CardSection>
      </Card>
    );
  return (
    <Card>
      {answered ? (
        <Answered view={view} answer={answer} />
      ) : (
        <CardSection>
          <p className="sv-eyebrow">{invitedWords(view)}</p>
          <h1>{event.title}</h1>
          <EventFacts event={event} />
          <ProgrammeHere view={view} />
        </CardSection>
      )}
      <CardSection>
        <h2>{answered ? m.events_done_wrong() : m.events_answer_ask()}</h2>
        {askedAgain && answer && <Note tone="warning">{m.events_answer_again({ answer: answerNames[answer]() })}</Note>}
        {failed && (
          <Note tone="danger" live>
            {m.events_answer_failed()}
          </Note>
        )}
        <p className="sv-quiet">
          {event.replyBy && !answered
            ? m.events_answer_by({ date: formatDate(event.replyBy, getLocale()) })
            : m.events_answer_any_time()}
        </p>
        <AnswerForm state={{ answer, askedAgain, ...view.form }} hidden={{ proof }} {...refused} />
        <SubstituteDisclosure view={view} proof={proof} refused={named} />
      </CardSection>
      <CardSection>
        <Hint icon="calendar">{m.events_answer_calendar()}</Hint>
        {!answered && <Hint icon="shield">{m.events_answer_nothing_yet()}</Hint>}
        {answered && feedTo && (
          <Hint icon="bell">
            {m.events_done_feed()} <Link to={feedTo}>{m.events_done_feed_link()}</Link>
          </Hint>
        )}
      </CardSection>
    </Card>
  );
}

/** Whom the invitation is for: the municipality's contact person, a person, or one who meets for either. */
function invitedWords({ municipality, meetsFor, event }: AnswerView): string {
  if (event.ofBody && !meetsFor) return m.events_answer_title_person();
  if (meetsFor)
    return municipality && !meetsFor.includes(municipality)
      ? m.events_for_first_municipality({ first: meetsFor, municipality })
      : m.events_for_first({ first: meetsFor });
  return municipality ? m.events_answer_title({ municipality }) : m.events_answer_title_person();
}

/** Why an invitation can no longer be answered. */
function closedWords({ municipality, meetsFor }: AnswerView, closed: NonNullable<AnswerView["closed"]>) {
  if (closed === "taken-back")
    return { title: m.events_answer_taken_back(), why: m.events_answer_taken_back_why({ first: meetsFor ?? "" }) };
  if (closed === "cancelled") return { title: m.events_answer_cancelled(), why: m.events_answer_cancelled_why() };
  if (closed === "over") return { title: m.events_answer_over(), why: m.events_answer_over_why() };
  const why = municipality ? m.events_answer_passed_on_why({ municipality }) : m.events_answer_passed_on_why_person();
  return { title: m.events_answer_passed_on(), why };
}

function Answered({ view, answer }: { view: AnswerView; answer: NonNullable<AnswerView["answer"]> }) {
  const title = {
    accepted: () => m.events_done_accepted(),
    tentative: () => m.events_done_tentative(),
    declined: () => m.events_done_declined(),
  }[answer]();
  return (
    <>
      <CardSection>
        <Done title={title}>
          {view.municipality ? m.events_done_lead({ municipality: view.municipality }) : m.events_done_lead_person()}
        </Done>
      </CardSection>
      <CardSection>
        <EventLine event={view.event} />
        {view.joinLink && (
          <p>
            {m.events_join_here()} <a href={view.joinLink}>{view.joinLink}</a>
          </p>
        )}
        <ProgrammeHere view={view} />
      </CardSection>
    </>
  );
}

function ProgrammeHere({ view: { programme } }: { view: AnswerView }) {
  if (!programme) return null;
  return (
    <Disclosure summary={m.events_tab_programme()} icon="clock">
      <Programme programme={programme} level={2} />
    </Disclosure>
  );
}

function EventLine({ event }: { event: AnswerView["event"] }) {
  const locale = getLocale();
  return (
    <div className="sv-dateline">
      <DateTile {...dayWords(event.startsAt, event.zone, locale)} />
      <div>
        <strong>{event.title}</strong>
        <div className="sv-quiet">
          {[asSentence(formatDateTimeRange(event.startsAt, event.endsAt, event.zone, locale)), event.place]
            .filter(Boolean)
            .join(". ")}
        </div>
      </div>
    </div>
  );
}

function EventFacts({ event }: { event: AnswerView["event"] }) {
  const locale = getLocale();
  return (
    <>
      <Facts
        facts={[
          {
            icon: "calendar",
            term: m.events_field_date(),
            text: asSentence(formatDateTimeRange(event.startsAt, event.endsAt, event.zone, locale)),
          },
          ...(event.place ? [{ icon: "pin" as const, term: m.events_field_place(), text: event.place }] : []),
          {
            icon: "person-group",
            term: m.delivery_from(),
            text: event.organizer,
            ...(!event.ofBody && { note: m.events_for_contact_persons() }),
          },
        ]}
      />
      {event.description && <p className="sv-prose sv-lines">{event.description}</p>}
      {event.link && (
        <p>
          <a href={event.link}>{event.link}</a>
        </p>
      )}
    </>
  );
}

/** A link that is wrong, used up or expired: says so and offers a new one, whoever asks (L3). */
export function LinkGone({ proof, sent }: { proof: string; sent: boolean }) {
  return (
    <Card>
      <CardSection>
        <h1>{m.events_link_gone()}</h1>
        {sent ? (
          <Note tone="success" live>
            {m.events_link_on_its_way()}
          </Note>
        ) : (
          <>
            <p>{m.events_link_gone_why()}</p>
            <Form method="post">
              <input type="hidden" name="proof" value={proof} />
              <Button name="intent" value="new-link">
                {m.events_send_new_link()}
              </Button>
            </Form>
          </>
        )}
      </CardSection>
    </Card>
  );
}
