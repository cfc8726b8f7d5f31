import { Link } from "@remix-run/react";
import { instantToLocal } from "~/domain/shared/local-time";
import { answerNames } from "~/features/events/event-words";
import type { RefusedAnswer } from "~/features/overview/answer-own-form.server";
import { OwnInvitationList, waits } from "~/features/overview/own-invitations";
import type { InvitedPart } from "~/features/overview/role-parts.server";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { Columns, Panel, PanelBody, Row, Rows } from "~/ui/panel";
import { StateWords } from "~/ui/state";

type Props = { part: InvitedPart; slug: string; refused: RefusedAnswer | null };

/** So many answered invitations stand on a first page; the rest are on the page of invitations. */
const shownAnswered = 3;

/** What waits for the reader's answer, first; and for a contact person what else her municipality is part of. */
export default function InvitedPage({ part, slug, refused }: Props) {
  const invitations = <OwnPanel part={part} slug={slug} refused={refused} />;
  if (!part.municipality) return invitations;
  return (
    <Columns
      main={
        <>
          {invitations}
          <MunicipalityAnswers of={part.municipality} />
        </>
      }
      side={
        <>
          <Networks of={part.municipality} slug={slug} />
          <Panel title={m.overview_own_calendar()}>
            <PanelBody>
              <p>{m.overview_own_calendar_what()}</p>
              <p>
                <Link to={paths.ownFeed(slug)}>{m.overview_own_calendar_link()}</Link>
              </p>
            </PanelBody>
          </Panel>
          <OpenEvents of={part.municipality} slug={slug} />
        </>
      }
    />
  );
}

function OwnPanel({ part: { own }, slug, refused }: Props) {
  const waiting = own.filter(waits);
  const answered = own.filter((invitation) => !waits(invitation));
  return (
    <Panel
      title={m.overview_your_answer()}
      count={waiting.length || undefined}
      link={{ label: m.overview_all_invitations(), to: paths.ownInvitations(slug) }}
    >
      {waiting.length > 0 ? (
        <OwnInvitationList invitations={waiting} slug={slug} refused={refused} />
      ) : (
        <EmptyState
          icon="mail"
          title={own.length === 0 ? m.events_your_none() : m.overview_all_answered()}
          why={own.length === 0 ? m.events_your_none_why() : undefined}
        />
      )}
      {answered.length > 0 && (
        <Rows>
          {answered.slice(0, shownAnswered).map((invitation) => (
            <Row
              key={invitation.id}
              icon="calendar"
              title={invitation.title}
              to={`${paths.ownInvitations(slug)}#invitation-${invitation.id}`}
              note={[shortDay(invitation), invitation.place].filter(Boolean).join(" · ")}
              end={<Answered {...invitation} cancelled={invitation.state === "cancelled"} />}
            />
          ))}
        </Rows>
      )}
    </Panel>
  );
}

const shortDay = ({ startsAt, zone }: { startsAt: string; zone: string }) =>
  formatDate(instantToLocal(startsAt, zone).date, getLocale());

const glyphs = { accepted: "yes", tentative: "maybe", declined: "no" } as const;

function Answered({
  answer,
  askedAgain,
  cancelled,
}: {
  answer: keyof typeof glyphs | null;
  askedAgain: boolean;
  cancelled: boolean;
}) {
  if (cancelled) return <StateWords state="no">{m.events_state_cancelled()}</StateWords>;
  return (
    <StateWords state={answer ? glyphs[answer] : "no-answer"} note={askedAgain ? m.events_before_change() : undefined}>
      {answer ? answerNames[answer]() : m.events_answer_none()}
    </StateWords>
  );
}

type Municipality = NonNullable<InvitedPart["municipality"]>;

/** What others of the municipality are asked to, and how what is over was answered. */
function MunicipalityAnswers({ of: { coming, over } }: { of: Municipality }) {
  if (coming.length + over.length === 0) return null;
  const row = (one: Municipality["over"][number]) => (
    <Row
      key={one.id}
      icon="calendar"
      title={one.title}
      note={[shortDay(one), one.name].join(" · ")}
      end={<Answered {...one} />}
    />
  );
  return (
    <Panel title={m.overview_municipality_answers()}>
      {coming.length > 0 && (
        <>
          <h3 className="sv-part-title">{m.overview_to_others()}</h3>
          <Rows>{coming.map(row)}</Rows>
        </>
      )}
      {over.length > 0 && (
        <>
          <h3 className="sv-part-title">{m.overview_earlier()}</h3>
          <Rows>{over.map(row)}</Rows>
        </>
      )}
    </Panel>
  );
}

function Networks({ of: { networks }, slug }: { of: Municipality; slug: string }) {
  return (
    <Panel title={m.overview_my_networks()} count={networks.length || undefined}>
      {networks.length === 0 ? (
        <PanelBody>
          <p className="sv-quiet">{m.overview_my_networks_none()}</p>
        </PanelBody>
      ) : (
        <Rows>
          {networks.map(({ id, name, open, next }) => (
            <Row
              key={id}
              icon="network"
              title={name}
              {...(open && { to: paths.publicNetwork(slug, id) })}
              note={next ? m.overview_next_gathering({ day: shortDay(next) }) : m.overview_no_gathering()}
            />
          ))}
        </Rows>
      )}
    </Panel>
  );
}

function OpenEvents({ of: { open }, slug }: { of: Municipality; slug: string }) {
  return (
    <Panel title={m.overview_open_events()} link={{ label: m.feeds_calendar(), to: paths.publicCalendar(slug) }}>
      {open.length === 0 ? (
        <PanelBody>
          <p className="sv-quiet">{m.feeds_coming_none()}</p>
        </PanelBody>
      ) : (
        <Rows>
          {open.map((event) => (
            <Row
              key={event.id}
              icon="calendar"
              title={event.title}
              to={paths.publicEvent(event.host?.slug ?? slug, event.id)}
              note={shortDay(event)}
            />
          ))}
        </Rows>
      )}
    </Panel>
  );
}
