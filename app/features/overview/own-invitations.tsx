import { Form, Link } from "@remix-run/react";
import { AnswerForm } from "~/features/events/answer-form";
import { answerNames } from "~/features/events/event-words";
import type { OwnInvitation } from "~/features/events/own-invitations.view.server";
import type { RefusedAnswer } from "~/features/overview/answer-own-form.server";
import { asSentence, dayWords, formatDate, formatDateTimeRange } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { DateTile } from "~/ui/date-tile";
import { Note } from "~/ui/note";
import { OutwardLink } from "~/ui/outward-links";
import { StateWords } from "~/ui/state";

const glyphs = { accepted: "yes", tentative: "maybe", declined: "no" } as const;

/** An invitation that waits for an answer: no answer yet, or one from before the time or the place changed. */
export const waits = ({ answer, askedAgain, mayAnswer }: OwnInvitation) => mayAnswer && (answer === null || askedAgain);

/** Somebody's own invitations, each with what was answered and the form to answer it. */
export function OwnInvitationList({
  invitations,
  slug,
  refused,
}: {
  invitations: OwnInvitation[];
  slug: string;
  refused: RefusedAnswer | null;
}) {
  return (
    <ul className="sv-own-invitations">
      {invitations.map((invitation) => (
        <OwnInvitationItem
          key={invitation.id}
          invitation={invitation}
          slug={slug}
          refused={refused?.invitation === invitation.id ? refused : null}
        />
      ))}
    </ul>
  );
}

function OwnInvitationItem({
  invitation,
  slug,
  refused,
}: {
  invitation: OwnInvitation;
  slug: string;
  refused: RefusedAnswer | null;
}) {
  const { id, title, startsAt, endsAt, zone, place, replyBy, joinLink, link, meetsFor, substitute } = invitation;
  const locale = getLocale();
  return (
    <li id={`invitation-${id}`}>
      <DateTile {...dayWords(startsAt, zone, locale)} />
      <div className="sv-stack">
        <div>
          <h3>{title}</h3>
          <p className="sv-quiet">
            {[asSentence(formatDateTimeRange(startsAt, endsAt, zone, locale)), place].filter(Boolean).join(" · ")}
          </p>
          {substitute && <p>{asideWords(substitute)}</p>}
          {meetsFor && <p className="sv-quiet">{m.overview_meets_for({ name: meetsFor })}</p>}
          {waits(invitation) && replyBy && (
            <p className="sv-quiet">{m.events_answer_by({ date: formatDate(replyBy, locale) })}</p>
          )}
        </div>
        {(joinLink || link) && (
          <p className="sv-row">
            {joinLink && <OutwardLink to={joinLink}>{m.overview_join()}</OutwardLink>}
            {link && <OutwardLink to={link}>{m.overview_about()}</OutwardLink>}
          </p>
        )}
        <Given invitation={invitation} />
        {refused?.errors.form && (
          <Note tone="danger" live>
            {refused.errors.form}
          </Note>
        )}
        {invitation.mayAnswer && (
          <AnswerForm
            key={`${invitation.answer} ${invitation.askedAgain}`}
            id={`answer-${id}`}
            state={invitation}
            hidden={{ invitation: id }}
            small
            errors={refused?.errors ?? {}}
            values={refused?.values ?? {}}
          />
        )}
        {invitation.mayAnswer && (
          <Form method="post" preventScrollReset className="sv-row">
            <input type="hidden" name="invitation" value={id} />
            {!meetsFor && (
              <LinkButton to={paths.substitute(slug, id)} variant="tertiary" small icon="swap">
                {m.events_substitute_title()}
              </LinkButton>
            )}
            <Button name="intent" value="resend" variant="tertiary" small icon="mail">
              {m.overview_send_mail()}
            </Button>
          </Form>
        )}
      </div>
    </li>
  );
}

/** Who meets for her, in words. */
function asideWords({ name, answer }: NonNullable<OwnInvitation["substitute"]>): string {
  if (answer === null) return m.events_aside_asked({ name });
  return answer === "declined" ? m.events_aside_cannot({ name }) : m.events_aside_comes({ name });
}

/** What was answered, in words; before anything was, nothing but that the event is cancelled. */
function Given({ invitation: { answer, askedAgain, state } }: { invitation: OwnInvitation }) {
  if (state === "cancelled") return <StateWords state="no">{m.events_state_cancelled()}</StateWords>;
  return (
    <StateWords state={answer ? glyphs[answer] : "no-answer"} note={askedAgain ? m.events_before_change() : undefined}>
      {answer ? answerNames[answer]() : m.events_answer_none()}
    </StateWords>
  );
}

/** What somebody was invited to that is over. */
export function EarlierInvitations({ invitations }: { invitations: OwnInvitation[] }) {
  const locale = getLocale();
  return (
    <ul className="sv-own-invitations">
      {invitations.map(({ id, title, startsAt, endsAt, zone, answer, attended, recording, state }) => (
        <li key={id}>
          <DateTile {...dayWords(startsAt, zone, locale)} />
          <div>
            <h3>{title}</h3>
            <p className="sv-quiet">{asSentence(formatDateTimeRange(startsAt, endsAt, zone, locale))}</p>
            <p className="sv-quiet">
              {state === "cancelled"
                ? m.events_state_cancelled()
                : [attended ? m.overview_was_there() : "", answer ? answerNames[answer]() : m.events_answer_none()]
                    .filter(Boolean)
                    .join(" · ")}
            </p>
            {recording && (
              <p>
                <OutwardLink to={recording}>{m.feeds_see_recording()}</OutwardLink>
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
