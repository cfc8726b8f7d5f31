import { Form } from "@remix-run/react";
import { answerNames } from "~/features/events/event-words";
import type { RepliesView } from "~/features/events/replies.view.server";
import { asSentence, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Select } from "~/ui/fields";
import { Panel, PanelBody, Row, Rows } from "~/ui/panel";
import { StateWords } from "~/ui/state";

const glyphs = { accepted: "yes", tentative: "maybe", declined: "no" } as const;

const reasons = {
  counter: () => m.events_reply_counter(),
  "other-address": () => m.events_reply_other_address(),
  withdrawn: () => m.events_reply_withdrawn(),
  cancelled: () => m.events_reply_cancelled(),
  over: () => m.events_reply_over(),
};

/** Answers by mail that a person decides on, and those somebody has. */
export function RepliesPage({ view }: { view: RepliesView }) {
  return (
    <div className="sv-stack">
      {view.waiting.length === 0 ? (
        <EmptyState icon="inbox" title={m.events_replies_none()} why={m.events_replies_none_why()} />
      ) : (
        <Panel title={m.events_replies_to_decide()} count={view.waiting.length}>
          <div className="sv-replies">
            {view.waiting.map((reply) => (
              <PanelBody key={reply.id}>
                <Reply reply={reply} view={view} />
              </PanelBody>
            ))}
          </div>
        </Panel>
      )}
      {view.settled.length > 0 && (
        <Panel title={m.events_replies_settled()}>
          <Rows>
            {view.settled.map((reply) => (
              <Row
                key={reply.id}
                title={`${reply.fromName || reply.fromAddress}: ${answerNames[reply.answer]()}`}
                note={
                  reply.countedFor ? m.events_reply_counted_for({ name: reply.countedFor }) : m.events_reply_put_aside()
                }
              />
            ))}
          </Rows>
        </Panel>
      )}
    </div>
  );
}

function Reply({ reply, view }: { reply: RepliesView["waiting"][number]; view: RepliesView }) {
  const { id, fromName, fromAddress, attendee, answer, comment, proposedStart, at, reason, guess } = reply;
  const counts = view.open && view.invited.length > 0;
  return (
    <article className="sv-reply sv-stack" aria-labelledby={`reply-${id}`}>
      <div>
        <h3 id={`reply-${id}`}>
          {fromName || fromAddress}
          {fromName && <small className="sv-quiet"> {fromAddress}</small>}
        </h3>
        <p className="sv-quiet sv-small">
          {asSentence(formatInstant(at, view.zone, getLocale()))}
          {attendee && ` · ${m.events_reply_for({ address: attendee })}`}
        </p>
      </div>
      <StateWords state={glyphs[answer]}>{answerNames[answer]()}</StateWords>
      {proposedStart && (
        <p>{m.events_reply_proposes({ when: formatInstant(proposedStart, view.zone, getLocale()) })}</p>
      )}
      {comment && <blockquote className="sv-said sv-lines">{comment}</blockquote>}
      <p>{reasons[reason]()}</p>
      <Form method="post" className="sv-form">
        <input type="hidden" name="reply" value={id} />
        {counts && (
          <Select
            id={`invitation-${id}`}
            name="invitation"
            label={m.events_reply_whose()}
            placeholder={m.events_reply_choose()}
            defaultValue={guess ?? ""}
            options={view.invited.map((one) => ({
              value: one.id,
              label: [one.municipality, one.name, one.answer && answerNames[one.answer]()].filter(Boolean).join(" · "),
            }))}
          />
        )}
        <div className="sv-row">
          {counts && (
            <Button name="intent" value="count">
              {m.events_reply_count()}
            </Button>
          )}
          <Button name="intent" value="dismiss" variant="secondary">
            {m.events_reply_dismiss()}
          </Button>
        </div>
      </Form>
    </article>
  );
}
