import { Form } from "@remix-run/react";
import type { AnswerProblem } from "~/domain/registrations/questions";
import type { FeedbackView } from "~/features/feedback/feedback.view.server";
import { answerRefusal, QuestionFields, questionField } from "~/features/registrations/question-fields";
import { asSentence, formatDateTimeRange } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Note } from "~/ui/note";
import { Card, CardSection, Done, Hint } from "~/ui/public-parts";

export type FeedbackRefusal = {
  message: string | null;
  problems: Record<string, AnswerProblem>;
  values: Record<string, string[]>;
};

type Props = { view: FeedbackView; proof: string; refusal: FeedbackRefusal | null };

/** The form of a personal link, or why there is none. */
export function FeedbackPage({ view, proof, refusal }: Props) {
  const { event, closed, questions } = view;
  const when = asSentence(formatDateTimeRange(event.startsAt, event.endsAt, event.zone, getLocale()));
  if (closed === "given")
    return (
      <Card>
        <CardSection>
          <Done title={m.feedback_thanks()}>{m.feedback_thanks_why()}</Done>
        </CardSection>
        <CardSection>
          <p>
            <b>{event.title}</b>
            <br />
            {when}
          </p>
        </CardSection>
      </Card>
    );
  if (closed)
    return (
      <Card>
        <CardSection>
          <h1>{closed === "too-early" ? m.feedback_too_early() : m.feedback_closed()}</h1>
          <p>
            {event.title}, {when}
          </p>
        </CardSection>
      </Card>
    );
  const problems = refusal?.problems ?? {};
  const errors = questions.flatMap((question) => {
    const problem = problems[question.id];
    return problem ? [{ field: questionField(question.id), message: answerRefusal(problem, question) }] : [];
  });
  return (
    <Card>
      <CardSection>
        <p className="sv-eyebrow">{m.feedback_ask()}</p>
        <h1>{event.title}</h1>
        <p>{when}</p>
      </CardSection>
      <CardSection>
        <ErrorSummary title={m.common_errors_title({ n: errors.length })} errors={errors} />
        {refusal?.message && (
          <Note tone="danger" live>
            {refusal.message}
          </Note>
        )}
        <Form method="post" className="sv-form" noValidate>
          <input type="hidden" name="proof" value={proof} />
          <QuestionFields questions={questions} values={refusal?.values ?? {}} problems={problems} />
          <Hint icon="shield">{m.feedback_anonymous()}</Hint>
          <div>
            <Button icon="send">{m.feedback_send()}</Button>
          </div>
        </Form>
      </CardSection>
    </Card>
  );
}
