import { Link } from "@remix-run/react";
import { instantToLocal } from "~/domain/shared/local-time";
import { stateTag } from "~/features/events/event-words";
import { OwnNetworksPanel } from "~/features/networks/own-networks-panel";
import { RepliesPanel } from "~/features/overview/replies-panel";
import type { LeaderPart } from "~/features/overview/role-parts.server";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { AnswerTally } from "~/ui/answer-bar";
import { LinkButton } from "~/ui/button";
import { Columns, Panel, PanelBody, Row, Rows } from "~/ui/panel";
import { Tag } from "~/ui/tag";

/** A network leader's first page: the next gathering and its answers, her networks, who came, what is not answered. */
export default function LeaderPage({ part, slug }: { part: LeaderPart; slug: string }) {
  const { networks, held, next, unanswered, replies } = part;
  return (
    <Columns
      main={
        <>
          {next && <NextGathering gathering={next} slug={slug} />}
          <OwnNetworksPanel own={networks} slug={slug} />
          {held.length > 0 && <Attended held={held} slug={slug} />}
        </>
      }
      side={
        <>
          <RepliesPanel replies={replies} slug={slug} />
          <Panel title={m.overview_not_answered()}>
            {unanswered.length === 0 ? (
              <PanelBody>
                <p className="sv-quiet">{m.overview_not_answered_none()}</p>
              </PanelBody>
            ) : (
              <Rows>
                {unanswered.map(({ id, title, day, counts, invited }) => (
                  <Row
                    key={id}
                    icon="mail"
                    title={title}
                    to={paths.event(slug, id)}
                    note={`${day} · ${m.overview_not_answered_of({ n: counts.none, total: invited })}`}
                  />
                ))}
              </Rows>
            )}
          </Panel>
        </>
      }
    />
  );
}

/** Who came the last times, of those who said that they would. */
function Attended({ held, slug }: { held: LeaderPart["held"]; slug: string }) {
  return (
    <Panel
      title={m.overview_attendance()}
      link={{ label: m.overview_attendance_over_time(), to: paths.attendanceOverTime(slug) }}
    >
      <Rows>
        {held.map(({ id, title, startsAt, zone, network, yes, came }) => (
          <Row
            key={id}
            icon="person-group"
            title={title}
            to={paths.attendance(slug, id)}
            note={[formatDate(instantToLocal(startsAt, zone).date, getLocale()), network].join(" · ")}
            end={m.overview_came({ came, yes })}
          />
        ))}
      </Rows>
    </Panel>
  );
}

function NextGathering({ gathering, slug }: { gathering: NonNullable<LeaderPart["next"]>; slug: string }) {
  const { id, title, state, when, place, network, invited, counts } = gathering;
  return (
    <Panel title={m.overview_next()} link={{ label: network.name, to: paths.network(slug, network.id) }}>
      <PanelBody>
        <div>
          <h3>
            <Link to={paths.event(slug, id)}>{title}</Link>{" "}
            {state !== "published" && <Tag tone={stateTag(state).tone}>{stateTag(state).words}</Tag>}
          </h3>
          <p className="sv-quiet">{[when, place].filter(Boolean).join(" · ")}</p>
        </div>
        {invited > 0 ? (
          <AnswerTally
            counts={counts}
            head={m.networks_answered_of({ n: invited - counts.none, total: invited })}
            labels={{
              yes: m.events_answer_yes(),
              maybe: m.events_answer_maybe(),
              no: m.events_answer_no(),
              none: m.events_answer_none(),
            }}
          />
        ) : (
          <p className="sv-quiet">{m.events_not_invited()}</p>
        )}
        <div className="sv-row">
          {invited > 0 ? (
            <LinkButton to={paths.event(slug, id)}>{m.overview_see_answers()}</LinkButton>
          ) : (
            <LinkButton to={paths.invite(slug, id)} icon="send">
              {m.overview_invite()}
            </LinkButton>
          )}
        </div>
      </PanelBody>
    </Panel>
  );
}
