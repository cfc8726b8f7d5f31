import { type AnswerProblem, type Answers, answerLimits, type Question } from "~/domain/registrations/questions";
import { m } from "~/i18n/messages/messages";
import { Checkbox, CheckboxGroup, RadioGroup } from "~/ui/choices";
import { TextArea, TextInput } from "~/ui/fields";

/** The field of a question in a form. */
export const questionField = (id: string) => `q.${id}`;

/** What was filled in, as `readAnswers` takes it. */
export function givenAnswers(form: FormData): (id: string) => string[] {
  return (id) => form.getAll(questionField(id)).filter((value): value is string => typeof value === "string");
}

/** Why an answer was refused, at its field. */
export function answerRefusal(problem: AnswerProblem, { kind }: Pick<Question, "kind">): string {
  if (problem === "too-long")
    return m.common_too_long({ max: kind === "long" ? answerLimits.long : answerLimits.short });
  if (problem === "unknown-choice") return m.registrations_unknown_choice();
  return kind === "consent" ? m.registrations_consent_needed() : m.common_required();
}

/** The fields of an organiser's questions; `values` are those of each field as they were filled in. */
export function QuestionFields({
  questions,
  values,
  problems,
}: {
  questions: readonly Question[];
  values: Record<string, string[]>;
  problems: Record<string, AnswerProblem>;
}) {
  return questions.map((question) => (
    <QuestionField
      key={question.id}
      question={question}
      given={values[question.id] ?? []}
      problem={problems[question.id]}
    />
  ));
}

function QuestionField({
  question,
  given,
  problem,
}: {
  question: Question;
  given: string[];
  problem: AnswerProblem | undefined;
}) {
  const { id, kind, label, hint, options, required } = question;
  const error = problem ? answerRefusal(problem, question) : null;
  const name = questionField(id);
  const field = { name, label, hint: hint || undefined, error, optional: !required };
  const group = { name, legend: label, hint: hint || undefined, error, optional: !required };
  const choices = options.map((option) => ({ value: option, label: option }));
  if (kind === "short") return <TextInput {...field} defaultValue={given[0]} required={required} />;
  if (kind === "long") return <TextArea {...field} defaultValue={given[0]} required={required} />;
  if (kind === "several") return <CheckboxGroup {...group} options={choices} defaultValues={given} />;
  if (kind === "consent")
    return (
      <Checkbox name={name} value="yes" label={label} hint={hint} error={error} defaultChecked={given.length > 0} />
    );
  if (kind === "choice") return <RadioGroup {...group} options={choices} defaultValue={given[0]} />;
  const scale = ["1", "2", "3", "4", "5"].map((value) => ({ value, label: scaleNames[value]?.() ?? value }));
  return <RadioGroup {...group} options={scale} defaultValue={given[0]} />;
}

const scaleNames: Record<string, () => string> = {
  1: () => m.registrations_scale_1(),
  5: () => m.registrations_scale_5(),
};

/** An answer in words. */
export function answerInWords(answer: Answers[string] | undefined): string {
  if (answer === undefined) return "";
  if (answer === true) return m.registrations_answer_yes();
  return Array.isArray(answer) ? answer.join(", ") : String(answer);
}
