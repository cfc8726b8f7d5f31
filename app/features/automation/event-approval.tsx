import { Form, Link } from "@remix-run/react";
import type { WaitingInvitation } from "~/features/automation/waiting.view.server";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { Note } from "~/ui/note";

type Props = { waiting: WaitingInvitation; slug: string; zone: string; seesRule: boolean };

/** On the page of a draft that a rule made: what it will send once somebody has said yes, and the two answers. */
export function EventApproval({ waiting, slug, zone, seesRule }: Props) {
  const { dueId, rule, at, audience, recipients: n, waitsFor } = waiting;
  const see = seesRule && { label: m.automation_see_rule(), to: paths.automationRule(slug, rule) };
  if (waitsFor === "many")
    return (
      <Note tone="warning" title={m.automation_asks_first()} {...(see && { action: see })}>
        <p>{m.automation_asks_why({ n })}</p>
      </Note>
    );
  const when = formatInstant(at, zone, getLocale());
  return (
    <Note tone="warning" title={m.automation_waits_approval()}>
      <p>
        {n > 0 ? m.automation_event_waits({ audience, n, when }) : m.automation_event_waits_nobody()}{" "}
        {see && (
          <Link className="sv-link" to={see.to}>
            {see.label}
          </Link>
        )}
      </p>
      <Form method="post" className="sv-row" preventScrollReset>
        <input type="hidden" name="due" value={dueId ?? ""} />
        {n > 0 && (
          <Button variant="secondary" small name="intent" value="approve">
            {m.automation_approve({ n })}
          </Button>
        )}
        <Button variant="tertiary" small name="intent" value="decline">
          {m.automation_decline()}
        </Button>
      </Form>
    </Note>
  );
}
