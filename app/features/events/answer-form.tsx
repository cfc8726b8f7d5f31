import { Form } from "@remix-run/react";
import type { AnswerValue } from "~/domain/events/answer";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/choices";
import { TextArea } from "~/ui/fields";
import { Disclosure, type Pick, Picks } from "~/ui/public-parts";

export type AnswerFormState = {
  answer: AnswerValue | null;
  askedAgain: boolean;
  comment: string;
  asksNeeds: boolean;
  /** What stands; a page that may be seen by others says only whether something does. */
  needs: string | { told: boolean };
};

/**
 * The form of an answer: three buttons of which one is pressed, words to the organiser, and needs where the event asks
 * for them. `id` keeps the fields of several forms of one page apart; `small` is for lists.
 */
export function AnswerForm({
  state,
  id = "answer",
  hidden = {},
  action,
  small,
  errors = {},
  values = {},
}: {
  state: AnswerFormState;
  id?: string;
  hidden?: Record<string, string>;
  action?: string;
  small?: boolean;
  errors?: Record<string, string>;
  /** What was typed in a form that was refused. */
  values?: Record<string, string>;
}) {
  const answered = state.answer !== null && !state.askedAgain ? state.answer : null;
  const needs = state.asksNeeds && (
    <Needs id={id} needs={state.needs} error={errors.needs ?? errors.newNeeds} values={values} />
  );
  const told = typeof state.needs === "string" ? state.needs !== "" : state.needs.told;
  const open = Boolean(state.comment || values.comment || errors.comment || (answered && needs && told));
  return (
    <Form method="post" action={action} preventScrollReset className="sv-answer">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {!answered && needs}
      {small ? (
        <div className="sv-row">
          {picksFor(null).map(({ value, label, icon }) => (
            <Button
              key={value}
              name="answer"
              value={value}
              icon={icon}
              variant={value === answered ? "primary" : "secondary"}
              aria-pressed={value === answered}
            >
              {label}
            </Button>
          ))}
        </div>
      ) : (
        <Picks name="answer" picks={picksFor(answered)} />
      )}
      <Disclosure summary={answered && needs ? m.events_more_add() : m.events_comment_add()} icon="chat" open={open}>
        <div className="sv-form">
          {answered && needs}
          <TextArea
            id={`${id}-comment`}
            name="comment"
            label={m.events_comment()}
            hint={m.events_comment_hint()}
            optional
            rows={2}
            defaultValue={values.comment ?? state.comment}
            error={errors.comment ?? null}
          />
          {answered && (
            <div>
              <Button variant="secondary" name="answer" value={answered}>
                {needs ? m.events_more_save() : m.events_comment_save()}
              </Button>
            </div>
          )}
        </div>
      </Disclosure>
    </Form>
  );
}

function Needs({
  id,
  needs,
  error,
  values,
}: {
  id: string;
  needs: AnswerFormState["needs"];
  error: string | undefined;
  values: Record<string, string>;
}) {
  const shown = typeof needs === "string";
  const name = shown ? "needs" : "newNeeds";
  return (
    <div className="sv-form">
      <TextArea
        id={`${id}-needs`}
        name={name}
        label={m.events_needs()}
        hint={!shown && needs.told ? `${m.events_needs_told()} ${m.events_needs_hint()}` : m.events_needs_hint()}
        optional
        rows={2}
        defaultValue={values[name] ?? (shown ? needs : "")}
        error={error ?? null}
      />
      {!shown && needs.told && <Checkbox id={`${id}-forget`} name="forgetNeeds" label={m.events_needs_forget()} />}
    </div>
  );
}

/** The buttons: all three before an answer, the other two after it. */
function picksFor(answer: AnswerValue | null): Pick[] {
  const picks: Pick[] = [
    { value: "accepted", label: m.events_answer_i_come(), icon: "check", primary: answer === null },
    { value: "tentative", label: m.events_answer_maybe(), icon: "question" },
    { value: "declined", label: m.events_answer_i_cannot(), icon: "cross" },
  ];
  return picks.filter((pick) => pick.value !== answer);
}
