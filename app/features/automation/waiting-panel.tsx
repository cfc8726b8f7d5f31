import { Form, Link } from "@remix-run/react";
import { trustWords } from "~/features/automation/planned-words";
import type { Waiting, WaitingInvitation, WaitingIssue } from "~/features/automation/waiting.view.server";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { Panel, Row, Rows } from "~/ui/panel";

type Props = {
  waiting: Waiting;
  slug: string;
  zone: string;
  /** Whether one says yes here, and not on the page of each. */
  answers?: boolean;
  /** How far the rules go by themselves; absent where it stands beside, and for those who do not look after them. */
  trust?: Parameters<typeof trustWords>[0];
};

/** How many things wait for a person: what has been approved waits for its time alone. */
export const countWaiting = ({ issues, invitations }: Waiting) =>
  issues.filter(({ state }) => state !== "approved").length + invitations.length;

/** What waits for somebody to look at it and say yes (mock 01), the issues first; nothing when nothing does. */
export function WaitingPanel({ waiting, slug, zone, answers = false, trust }: Props) {
  const { issues, invitations } = waiting;
  if (issues.length + invitations.length === 0) return null;
  return (
    <Panel
      title={m.automation_waiting()}
      id="waiting"
      count={countWaiting(waiting) || undefined}
      {...(trust && { link: { label: m.automation_year(), to: paths.automationYear(slug) } })}
      foot={
        trust && (
          <>
            {m.automation_waiting_trust({ trust: trustWords(trust) })}{" "}
            <Link to={paths.automation(slug)}>{m.common_change()}</Link>
          </>
        )
      }
    >
      <Rows>
        {issues.map((issue) => (
          <IssueRow key={issue.id} issue={issue} slug={slug} zone={zone} />
        ))}
        {invitations.map((one) => (
          <InvitationRow key={one.key} invitation={one} slug={slug} zone={zone} answers={answers} />
        ))}
      </Rows>
    </Panel>
  );
}

const issueWords: Record<WaitingIssue["state"], () => string> = {
  draft: () => m.automation_issue_draft(),
  approval: () => m.automation_waits_approval(),
  approved: () => m.automation_issue_approved(),
};

function IssueRow({ issue, slug, zone }: { issue: WaitingIssue; slug: string; zone: string }) {
  const { id, title, state, at, recipients } = issue;
  const note = [
    issueWords[state](),
    ...(recipients === null ? [] : [m.automation_recipients({ n: recipients })]),
    ...(at === null ? [m.automation_no_time()] : [formatInstant(at, zone, getLocale())]),
  ].join(" · ");
  return (
    <Row
      icon="newsletter"
      title={title}
      to={paths.issue(slug, id)}
      note={note}
      end={
        <LinkButton to={paths.issue(slug, id)} variant="secondary" small>
          {state === "approval" ? m.automation_read_and_approve() : m.automation_look()}
          <span className="ds-sr-only"> {title}</span>
        </LinkButton>
      }
    />
  );
}

const waitWords: Record<WaitingInvitation["waitsFor"], () => string> = {
  approval: () => m.automation_waits_approval(),
  person: () => m.automation_waits_person(),
  many: () => m.automation_asks_first(),
};

function InvitationRow(props: { invitation: WaitingInvitation; slug: string; zone: string; answers: boolean }) {
  const { invitation, slug, zone, answers } = props;
  const { eventId, title, at, audience, recipients, waitsFor } = invitation;
  const when = formatInstant(at, zone, getLocale());
  const whom = recipients > 0 ? m.automation_invites({ audience, n: recipients }) : m.automation_invites_nobody();
  return (
    <Row
      icon="send"
      title={title}
      to={paths.event(slug, eventId)}
      note={`${waitWords[waitsFor]()} · ${whom} · ${when}`}
      end={
        answers && waitsFor === "approval" && invitation.dueId ? (
          <SayYes dueId={invitation.dueId} title={title} recipients={recipients} />
        ) : (
          <LinkButton
            to={waitsFor === "many" ? paths.automationRule(slug, invitation.rule) : paths.event(slug, eventId)}
            variant="secondary"
            small
          >
            {m.automation_look()}
            <span className="ds-sr-only"> {title}</span>
          </LinkButton>
        )
      }
    />
  );
}

/** Yes, or not this time. */
function SayYes({ dueId, title, recipients }: { dueId: string; title: string; recipients: number }) {
  return (
    <Form method="post" className="sv-row" preventScrollReset>
      <input type="hidden" name="due" value={dueId} />
      <Button variant="secondary" small name="intent" value="approve">
        {m.automation_approve({ n: recipients })}
        <span className="ds-sr-only"> {title}</span>
      </Button>
      <Button variant="tertiary" small name="intent" value="decline">
        {m.automation_decline()}
        <span className="ds-sr-only"> {title}</span>
      </Button>
    </Form>
  );
}
