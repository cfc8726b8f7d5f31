import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { answerValues } from "~/domain/registrations/questions";
import type { OwnRegistration } from "~/features/registrations/own-registration.view.server";
import { placesWords, wayNames } from "~/features/registrations/registration-words";
import { SignUpFields } from "~/features/registrations/sign-up-fields";
import type { RefusedSignUp } from "~/features/registrations/sign-up-form.server";
import { asSentence, dayWords, formatDateTimeRange, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { DateTile } from "~/ui/date-tile";
import { ErrorSummary } from "~/ui/error-summary";
import { Note } from "~/ui/note";
import { Card, CardSection, Disclosure, Done, Hint } from "~/ui/public-parts";

export const ownProblems = {
  gone: () => m.registrations_own_gone(),
  over: () => m.registrations_closed_over(),
  cancelled: () => m.registrations_closed_cancelled(),
  "not-now": () => m.registrations_own_not_now(),
  full: () => m.registrations_own_expired(),
  expired: () => m.registrations_own_expired(),
  "changed-meanwhile": () => m.common_changed_meanwhile(),
  "way-full": () => m.registrations_way_full(),
  failed: () => m.registrations_problem_failed(),
};

export type OwnProblem = keyof typeof ownProblems;

/** The page of somebody who has signed up: where she stands, and what she can do about it. `children` stand below. */
export function OwnRegistrationPage({
  view,
  slug,
  proof,
  refused,
  problem,
  saved,
  children,
}: {
  view: OwnRegistration;
  slug: string;
  proof: string;
  refused: RefusedSignUp | null;
  problem: OwnProblem | null;
  saved: boolean;
  children?: ReactNode;
}) {
  const { event } = view;
  const out = view.state === "cancelled" || view.state === "refused";
  return (
    <Card>
      <CardSection>
        <p className="sv-eyebrow">{m.registrations_own()}</p>
        <StandingWords view={view} />
        {problem && (
          <Note tone="danger" live>
            {ownProblems[problem]()}
          </Note>
        )}
        {saved && (
          <Note tone="success" live>
            {m.registrations_saved()}
          </Note>
        )}
        <EventLine view={view} />
        {view.joinLink && (
          <>
            <p>
              <a className="ds-button" data-color="accent" data-variant="primary" href={view.joinLink}>
                {m.registrations_join()}
              </a>
            </p>
            <Hint icon="shield">{m.registrations_join_hint()}</Hint>
          </>
        )}
        {view.state === "registered" && view.way === "online" && !view.joinLink && !view.over && (
          <Hint icon="video">{m.registrations_join_later()}</Hint>
        )}
      </CardSection>
      {view.mayTake && (
        <CardSection>
          <h2>{m.registrations_take_title()}</h2>
          <Form method="post" className="sv-row">
            <input type="hidden" name="proof" value={proof} />
            <Button accent name="intent" value="take">
              {m.registrations_take()}
            </Button>
          </Form>
        </CardSection>
      )}
      {children}
      {!out && !view.over && view.asked && (
        <CardSection>
          <Disclosure summary={m.registrations_change()} icon="pencil" open={refused !== null}>
            <ChangeForm view={view} proof={proof} refused={refused} />
          </Disclosure>
          <Disclosure summary={m.registrations_cancel()} icon="cross">
            <p>{m.registrations_cancel_why()}</p>
            <Form method="post">
              <input type="hidden" name="proof" value={proof} />
              <Button variant="secondary" name="intent" value="cancel">
                {m.registrations_cancel_button()}
              </Button>
            </Form>
          </Disclosure>
        </CardSection>
      )}
      <CardSection>
        {event.open ? (
          <Link to={paths.publicEvent(slug, event.id)}>
            {view.state === "cancelled" && view.maySignUp ? m.registrations_again() : m.registrations_see_event()}
          </Link>
        ) : (
          <Link to={paths.publicCalendar(slug)}>{m.feeds_see_calendar()}</Link>
        )}
      </CardSection>
    </Card>
  );
}

function StandingWords({ view }: { view: OwnRegistration }) {
  const { event, state } = view;
  if (view.cancelled)
    return <Plain title={m.registrations_closed_cancelled()}>{m.registrations_own_event_cancelled()}</Plain>;
  if (view.over && state === "registered")
    return <Plain title={m.registrations_own_over()}>{m.registrations_own_over_why()}</Plain>;
  if (state === "registered")
    return <Done title={m.registrations_own_registered()}>{m.registrations_own_for({ name: view.name })}</Done>;
  if (state === "offered" && view.offeredUntil)
    return (
      <Plain title={m.registrations_own_offered()}>
        {m.registrations_own_offered_until({ when: formatInstant(view.offeredUntil, event.zone, getLocale()) })}
      </Plain>
    );
  if (state === "pending")
    return (
      <Plain title={m.registrations_own_pending()}>
        {m.registrations_own_pending_why({ sender: event.organizer })}
      </Plain>
    );
  if (state === "refused")
    return (
      <Plain title={m.registrations_own_refused()}>
        {m.registrations_own_refused_why({ sender: event.organizer })}
      </Plain>
    );
  if (state === "cancelled")
    return <Plain title={m.registrations_own_cancelled()}>{m.registrations_own_cancelled_why()}</Plain>;
  if (view.passed)
    return (
      <Plain title={m.registrations_own_passed()}>
        {view.mayTake ? m.registrations_own_passed_free() : m.registrations_own_passed_full()}
      </Plain>
    );
  return (
    <Plain title={m.registrations_own_waiting({ n: view.position ?? 1 })}>{m.registrations_own_waiting_why()}</Plain>
  );
}

function Plain({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h1>{title}</h1>
      <p>{children}</p>
    </>
  );
}

function EventLine({ view: { event, way } }: { view: OwnRegistration }) {
  const locale = getLocale();
  const when = asSentence(formatDateTimeRange(event.startsAt, event.endsAt, event.zone, locale));
  const where =
    event.attendanceWay === "both" ? wayNames[way]() : event.attendanceWay === "online" ? wayNames.online() : "";
  return (
    <div className="sv-dateline">
      <DateTile {...dayWords(event.startsAt, event.zone, locale)} />
      <div>
        <strong>{event.title}</strong>
        <div className="sv-quiet">{[when, event.place, where].filter(Boolean).join(". ")}</div>
      </div>
    </div>
  );
}

function ChangeForm({ view, proof, refused }: { view: OwnRegistration; proof: string; refused: RefusedSignUp | null }) {
  if (!view.asked) return null;
  const { name, organisation, way, needs } = view;
  const errors = Object.entries(refused?.errors ?? {}).map(([field, message]) => ({ field, message }));
  const given = Object.fromEntries(Object.entries(view.answers).map(([id, answer]) => [id, answerValues(answer)]));
  return (
    <Form method="post" className="sv-form" noValidate>
      <ErrorSummary title={m.common_errors_title({ n: errors.length })} errors={errors} />
      <input type="hidden" name="proof" value={proof} />
      <input type="hidden" name="version" value={view.version} />
      <SignUpFields
        asked={view.asked}
        ways={view.ways.map((one) => ({
          way: one.way,
          note: one.way === way ? undefined : (placesWords(one) ?? undefined),
        }))}
        values={refused?.values ?? { name, organisation, municipalityId: view.municipalityId ?? "", way, needs }}
        given={refused?.given ?? given}
        errors={refused?.errors ?? {}}
        problems={refused?.problems ?? {}}
        withEmail={false}
      />
      <div className="sv-row">
        <Button variant="secondary" name="intent" value="change">
          {m.registrations_save()}
        </Button>
      </div>
    </Form>
  );
}

/** A link that is wrong, spent or has run out: a new one is offered, and nothing is said of whose it was (L3). */
export function RegistrationLinkGone({ proof, sent }: { proof: string; sent: boolean }) {
  return (
    <Card>
      <CardSection>
        {sent ? (
          <Done title={m.registrations_link_sent()}>{m.registrations_link_sent_why()}</Done>
        ) : (
          <>
            <h1>{m.registrations_link_gone()}</h1>
            <p>{m.registrations_link_gone_why()}</p>
            <Form method="post">
              <input type="hidden" name="proof" value={proof} />
              <Button accent name="intent" value="new-link">
                {m.registrations_link_new()}
              </Button>
            </Form>
          </>
        )}
      </CardSection>
    </Card>
  );
}
