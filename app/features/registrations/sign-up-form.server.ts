import { z } from "zod";
import type { Way } from "~/domain/registrations/places";
import { type AnswerProblem, type Answers, type Question, readAnswers } from "~/domain/registrations/questions";
import { answerRefusal, givenAnswers, questionField } from "~/features/registrations/question-fields";
import { m } from "~/i18n/messages/messages";
import { emailField, linesField, textField } from "~/platform/http/form-fields";
import { type FormErrors, type FormValues, parseForm, valuesOf } from "~/platform/http/forms.server";

/** What a form for signing up asks. */
export type Asked = {
  ways: Way[];
  asksNeeds: boolean;
  questions: Question[];
  municipalities: { id: string; name: string }[];
};

/** What somebody who signs up says of herself. */
export type Written = {
  name: string;
  organisation: string;
  municipalityId: string | null;
  way: Way;
  needs: string;
  answers: Answers;
};

export type RefusedSignUp = {
  ok: false;
  errors: FormErrors;
  values: FormValues;
  /** What was filled in at each question, as it goes back into its fields. */
  given: Record<string, string[]>;
  problems: Record<string, AnswerProblem>;
};

const oneLine = (typed: string) => typed.replace(/\s+/g, " ").trim();

function schemaOf({ ways, municipalities }: Asked) {
  const [only] = ways;
  const way = z.enum(["room", "online"], m.registrations_way_needed());
  return z.object({
    name: z.preprocess((typed) => (typeof typed === "string" ? oneLine(typed) : typed), textField(200)),
    organisation: z
      .string()
      .transform(oneLine)
      .pipe(z.string().max(200, m.common_too_long({ max: 200 })))
      .prefault(""),
    municipalityId: z
      .string()
      .refine((id) => id === "" || municipalities.some((one) => one.id === id), m.registrations_unknown_choice())
      .transform((id) => id || null)
      .prefault(""),
    way: ways.length === 1 && only ? way.catch(only).transform(() => only) : way,
    needs: linesField(1000),
  });
}

/** Reads a form by which somebody signs up, or changes what she wrote. A refusal keeps everything that was typed. */
export function readWritten(form: FormData, asked: Asked): { ok: true; value: Written } | RefusedSignUp {
  return readForm(form, asked, schemaOf(asked));
}

/** The same with the address. */
export function readSignUp(
  form: FormData,
  asked: Asked,
): { ok: true; value: Written & { email: string } } | RefusedSignUp {
  return readForm(form, asked, schemaOf(asked).extend({ email: emailField() }));
}

function readForm<V extends Omit<Written, "answers">>(
  form: FormData,
  { questions, asksNeeds }: Asked,
  schema: z.ZodType<V>,
): { ok: true; value: V & { answers: Answers } } | RefusedSignUp {
  const parsed = parseForm(form, schema);
  const given = givenAnswers(form);
  const answers = readAnswers(questions, given);
  if (parsed.ok && answers.ok)
    return {
      ok: true,
      value: { ...parsed.value, needs: asksNeeds ? parsed.value.needs : "", answers: answers.answers },
    };
  const problems = answers.ok ? {} : answers.problems;
  const errors = parsed.ok ? {} : { ...parsed.errors };
  for (const question of questions) {
    const problem = problems[question.id];
    if (problem) errors[questionField(question.id)] = answerRefusal(problem, question);
  }
  return {
    ok: false,
    errors,
    values: valuesOf(form),
    given: Object.fromEntries(questions.map(({ id }) => [id, given(id)])),
    problems,
  };
}
