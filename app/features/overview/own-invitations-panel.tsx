import { Form } from "@remix-run/react";
import { answerNames } from "~/features/events/event-words";
import type { OwnInvitation } from "~/features/events/own-invitations.view.server";
import { asSentence, formatDateTimeRange } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Panel, Row, Rows } from "~/ui/panel";
import { StateWords } from "~/ui/state";

const glyphs = { accepted: "yes", tentative: "maybe", declined: "no" } as const;

/** A person's own invitations; each is answered by the link in the mail, which can be sent again. */
export function OwnInvitationsPanel({ invitations }: { invitations: OwnInvitation[] }) {
  const locale = getLocale();
  return (
    <Panel title={m.events_your_invitations()} count={invitations.length || undefined}>
      {invitations.length === 0 ? (
        <EmptyState icon="mail" title={m.events_your_none()} why={m.events_your_none_why()} />
      ) : (
        <Rows>
          {invitations.map((invitation) => (
            <Row
              key={invitation.id}
              icon="calendar"
              title={invitation.title}
              note={[
                asSentence(formatDateTimeRange(invitation.startsAt, invitation.endsAt, invitation.zone, locale)),
                invitation.place,
              ]
                .filter(Boolean)
                .join(" · ")}
              end={
                <Form method="post" className="sv-row">
                  <StateWords
                    state={invitation.answer ? glyphs[invitation.answer] : "no-answer"}
                    note={invitation.askedAgain ? m.events_before_change() : undefined}
                  >
                    {invitation.state === "cancelled"
                      ? m.events_state_cancelled()
                      : invitation.answer
                        ? answerNames[invitation.answer]()
                        : m.events_answer_none()}
                  </StateWords>
                  {invitation.state !== "cancelled" && (
                    <Button name="invitation" value={invitation.id} variant="secondary" small>
                      {m.events_send_new_link()}
                    </Button>
                  )}
                </Form>
              }
            />
          ))}
        </Rows>
      )}
    </Panel>
  );
}
