import { staleWords } from "~/features/action-plan/plan-words";
import { meetingWords } from "~/features/bodies/body-words";
import { MeetingRows, MeetingState } from "~/features/bodies/meeting-rows";
import type { SecretariatPart } from "~/features/overview/secretariat-part.server";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Columns, Panel, PanelBody, Row, Rows } from "~/ui/panel";
import { Tag } from "~/ui/tag";

type Props = { part: SecretariatPart; slug: string; zone: string };

/** The first page of those who prepare the meetings of governing bodies. */
export default function SecretariatPage({ part, slug, zone }: Props) {
  return (
    <Columns
      main={
        <>
          <NextPanel part={part} slug={slug} zone={zone} />
          <QueuePanel part={part} slug={slug} />
          <StalePanel part={part} slug={slug} />
        </>
      }
      side={
        <>
          <FollowUpPanel part={part} slug={slug} />
          <RowsPanel part={part} slug={slug} />
        </>
      }
    />
  );
}

function NextPanel({ part: { next, later, year }, slug, zone }: Props) {
  return (
    <Panel title={m.overview_meeting_next()} link={{ label: m.overview_meeting_all(), to: paths.bodies(slug) }}>
      {next ? (
        <>
          <Rows>
            <Row
              icon="gavel"
              title={m.bodies_meeting_of({ body: next.body.name })}
              to={paths.agenda(slug, next.body.id, next.id)}
              note={[
                meetingWords(next, zone),
                next.place,
                next.cases > 0 && m.bodies_meeting_cases({ n: next.cases }),
                next.notice && noticeWords(next.notice),
              ]
                .filter(Boolean)
                .join(" · ")}
              end={<MeetingState state={next.state} />}
            />
          </Rows>
          {later.length > 0 && <MeetingRows meetings={later} slug={slug} zone={zone} named />}
        </>
      ) : (
        <EmptyState
          icon="calendar"
          title={m.overview_meeting_none()}
          why={m.overview_meeting_none_why()}
          action={<LinkButton to={paths.meetingPlan(slug, year)}>{m.bodies_plan_title({ year })}</LinkButton>}
        />
      )}
    </Panel>
  );
}

function noticeWords({ sent, left }: { sent: boolean; left: number }): string {
  if (sent) return m.overview_notice_sent();
  return left < 0 ? m.overview_notice_late() : m.overview_notice_left({ n: left });
}

/** When something should be, in words; one that is late asks for a person. */
function Due({ day, today, words, late }: { day: string | null; today: string; words: Words; late: Words }) {
  if (day === null) return null;
  const named = { day: describeDay(day, day.slice(0, 4) !== today.slice(0, 4)) };
  return day < today ? (
    <Tag tone="warning">{late(named)}</Tag>
  ) : (
    <span className="sv-quiet sv-small">{words(named)}</span>
  );
}

type Words = (named: { day: string }) => string;

function QueuePanel({ part: { queue, today }, slug }: Omit<Props, "zone">) {
  return (
    <Panel
      title={m.overview_queue()}
      count={queue.total || undefined}
      link={{ label: m.overview_queue_all(), to: paths.cases(slug) }}
    >
      {queue.total === 0 ? (
        <PanelBody>
          <p className="sv-quiet">{m.overview_queue_none()}</p>
        </PanelBody>
      ) : (
        <Rows>
          {queue.cases.map(({ id, title, body, wantedBy }) => (
            <Row
              key={id}
              icon="inbox"
              title={title}
              to={paths.case(slug, id)}
              note={body}
              end={<Due day={wantedBy} today={today} words={m.overview_queue_by} late={m.overview_queue_late} />}
            />
          ))}
        </Rows>
      )}
    </Panel>
  );
}

function FollowUpPanel({ part: { followUps, today }, slug }: Omit<Props, "zone">) {
  return (
    <Panel
      title={m.overview_follow_ups()}
      count={followUps.total || undefined}
      link={{ label: m.overview_follow_ups_all(), to: paths.decisions(slug) }}
    >
      {followUps.total === 0 ? (
        <PanelBody>
          <p className="sv-quiet">{m.overview_follow_ups_none()}</p>
        </PanelBody>
      ) : (
        <Rows>
          {followUps.followUps.map(({ id, words, responsible, from, dueOn }) => (
            <Row
              key={id}
              title={words}
              to={paths.followUp(slug, id)}
              note={
                <>
                  {[responsible, from].filter(Boolean).join(" · ")}
                  {dueOn !== null && dueOn >= today ? " · " : " "}
                  <Due day={dueOn} today={today} words={m.overview_follow_up_due} late={m.overview_follow_up_late} />
                </>
              }
            />
          ))}
        </Rows>
      )}
    </Panel>
  );
}

function StalePanel({ part: { stale, year }, slug }: Omit<Props, "zone">) {
  if (!stale) return null;
  return (
    <Panel
      title={m.overview_stale()}
      count={stale.total || undefined}
      link={{ label: m.overview_stale_all(), to: paths.actionPlan(slug, year) }}
    >
      {stale.total === 0 ? (
        <PanelBody>
          <p className="sv-quiet">{m.overview_stale_none()}</p>
        </PanelBody>
      ) : (
        <Rows>
          {stale.activities.map((activity) => (
            <Row
              key={activity.id}
              title={activity.name}
              to={paths.activity(slug, year, activity.id)}
              note={[activity.owner, activity.stale && staleWords(activity.stale)].filter(Boolean).join(" · ")}
            />
          ))}
        </Rows>
      )}
    </Panel>
  );
}

/** The rounds of reporting whose rows are not all delivered. */
function RowsPanel({ part: { rounds, today }, slug }: Omit<Props, "zone">) {
  if (rounds.length === 0) return null;
  return (
    <Panel title={m.overview_rows()} link={{ label: m.overview_rows_all(), to: paths.reports(slug) }}>
      <Rows>
        {rounds.map(({ id, name, rows, rowsBy }) => (
          <Row
            key={id}
            title={name}
            to={`${paths.round(slug, id)}?state=empty&state=draft`}
            note={
              <>
                {m.overview_rows_left({ n: rows.all - rows.delivered, all: rows.all })}{" "}
                <Due day={rowsBy} today={today} words={m.overview_follow_up_due} late={m.overview_follow_up_late} />
              </>
            }
          />
        ))}
      </Rows>
    </Panel>
  );
}
