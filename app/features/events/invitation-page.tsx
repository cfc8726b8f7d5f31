import { Form, Link } from "@remix-run/react";
import { kindWords, reasonWords, shownState, stateWords } from "~/features/delivery/delivery-words";
import { answeredHow, answerNames } from "~/features/events/event-words";
import type { InvitationView } from "~/features/events/invitation.view.server";
import { asSentence, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choices";
import { TextArea } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";
import { StateWords } from "~/ui/state";
import { type Entry, Timeline } from "~/ui/timeline";
import { CellChange } from "~/ui/verdicts";

const glyphs = { accepted: "yes", tentative: "maybe", declined: "no" } as const;

/** What somebody has answered, how, and what she wrote. */
export function AnswerPanel({ view }: { view: InvitationView }) {
  const { answer, answeredAt, comment, needs, withdrawn } = view;
  const when = answeredAt && formatInstant(answeredAt, view.zone, getLocale());
  return (
    <Panel title={m.events_invitation_answer()}>
      <PanelBody>
        {withdrawn && <Note tone="warning">{m.events_invitation_withdrawn()}</Note>}
        <StateWords
          state={answer ? glyphs[answer] : "no-answer"}
          note={view.beforeChange ? m.events_before_change() : undefined}
        >
          {answer ? answerNames[answer]() : m.events_answer_none()}
        </StateWords>
        {when && <p className="sv-quiet">{m.events_invitation_answered({ when, how: answeredHow(view) })}</p>}
        {comment && (
          <dl className="sv-terms">
            <dt>{m.events_comment()}</dt>
            <dd className="sv-lines">{comment}</dd>
          </dl>
        )}
        {needs && (
          <dl className="sv-terms">
            <dt>{m.events_needs()}</dt>
            <dd className="sv-lines">{needs}</dd>
          </dl>
        )}
      </PanelBody>
    </Panel>
  );
}

/** The form to answer for somebody who has said it otherwise. */
export function OnBehalfPanel({
  view,
  errors,
  values,
}: {
  view: InvitationView;
  errors: Record<string, string>;
  values: Record<string, string>;
}) {
  const { name } = view;
  return (
    <Panel title={m.events_behalf({ name })}>
      <PanelBody>
        <p className="sv-quiet">{m.events_behalf_lead({ name })}</p>
        <Form method="post" className="sv-form" noValidate>
          <input type="hidden" name="seen" value={view.answeredAt} />
          <RadioGroup
            name="answer"
            legend={m.events_col_answer()}
            error={errors.answer ?? null}
            defaultValue={values.answer ?? view.answer ?? undefined}
            options={(["accepted", "tentative", "declined"] as const).map((value) => ({
              value,
              label: answerNames[value](),
            }))}
          />
          <TextArea
            name="comment"
            label={m.events_comment()}
            optional
            rows={2}
            defaultValue={values.comment ?? view.comment}
            error={errors.comment ?? null}
          />
          {view.asksNeeds && (
            <TextArea
              name="needs"
              label={m.events_needs()}
              hint={m.events_needs_hint()}
              optional
              rows={2}
              defaultValue={values.needs ?? view.needs}
              error={errors.needs ?? null}
            />
          )}
          <div>
            <Button name="intent" value="answer">
              {m.events_behalf_save()}
            </Button>
          </div>
        </Form>
      </PanelBody>
    </Panel>
  );
}

/** What was sent and answered, the newest first. */
export function InvitationHistory({ view, slug, mayOpen }: { view: InvitationView; slug: string; mayOpen: boolean }) {
  const sent = view.deliveries.map((delivery) => {
    const state = shownState(delivery, view.onHold);
    const words = kindWords(delivery.kind);
    return {
      at: delivery.at,
      kind: delivery.state === "failed" ? "failed" : delivery.state === "sent" ? "sent" : "planned",
      title: mayOpen ? <Link to={paths.delivery(slug, delivery.id)}>{words}</Link> : words,
      note: [
        stateWords(state),
        asSentence(formatInstant(delivery.at, view.zone, getLocale())),
        delivery.lastError && reasonWords(delivery.lastError),
      ]
        .filter(Boolean)
        .join(" · "),
    } satisfies Entry & { at: string };
  });
  const changed = view.changes.map(({ at, when, who, did, changes }) => ({
    at,
    kind: "change" as const,
    title: did,
    note: (
      <>
        {when} · {who}
        {changes.map(({ field, before, after }) => (
          <span key={field}>
            <br />
            {field}:{" "}
            <CellChange
              before={before}
              after={after || m.common_empty_cell()}
              beforeLabel={m.audit_before()}
              afterLabel={m.audit_after()}
            />
          </span>
        ))}
      </>
    ),
  }));
  const entries = [...sent, ...changed].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <Panel title={m.events_history()}>
      <PanelBody>
        {entries.length === 0 ? <p className="sv-quiet">{m.events_log_none()}</p> : <Timeline groups={[{ entries }]} />}
      </PanelBody>
    </Panel>
  );
}
