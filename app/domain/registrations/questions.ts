/** The kinds of question an organiser can ask, in the order they are offered. */
export const questionKinds = ["short", "long", "choice", "several", "consent", "scale"] as const;

export type QuestionKind = (typeof questionKinds)[number];

export type Question = {
  id: string;
  kind: QuestionKind;
  label: string;
  hint: string;
  options: string[];
  required: boolean;
};

/** Question id -> answer: words, an option, several options, yes, or a number from one to five. */
export type Answers = Record<string, string | string[] | true | number>;

export type AnswerProblem = "required" | "too-long" | "unknown-choice";

/** The most characters of an answer. */
export const answerLimits = { short: 200, long: 2_000 } as const;

export type AnswersVerdict = { ok: true; answers: Answers } | { ok: false; problems: Record<string, AnswerProblem> };

/**
 * Reads what was filled in. `given` gives the values of a question as its fields had them, none when it was left alone.
 * What is left open is not among the answers, and what stands there that nobody asked for is passed over.
 */
export function readAnswers(questions: readonly Question[], given: (id: string) => readonly string[]): AnswersVerdict {
  const answers: Answers = {};
  const problems: Record<string, AnswerProblem> = {};
  for (const question of questions) {
    const values = given(question.id)
      .map((value) => value.replace(/\r\n?/g, "\n").trim())
      .filter((value) => value !== "");
    const read = readOne(question, values);
    if (read.problem) problems[question.id] = read.problem;
    else if (read.answer !== null) answers[question.id] = read.answer;
  }
  return Object.keys(problems).length === 0 ? { ok: true, answers } : { ok: false, problems };
}

type Read = { problem?: AnswerProblem; answer: Answers[string] | null };

function readOne({ kind, options, required }: Question, values: readonly string[]): Read {
  const [first] = values;
  if (first === undefined) return required ? { problem: "required", answer: null } : { answer: null };
  switch (kind) {
    case "short":
    case "long": {
      const answer = kind === "short" ? first.replace(/\s+/g, " ") : first;
      return answer.length > answerLimits[kind] ? { problem: "too-long", answer: null } : { answer };
    }
    case "choice":
      return options.includes(first) ? { answer: first } : { problem: "unknown-choice", answer: null };
    case "several": {
      if (!values.every((value) => options.includes(value))) return { problem: "unknown-choice", answer: null };
      return { answer: options.filter((option) => values.includes(option)) };
    }
    case "consent":
      return { answer: true };
    case "scale":
      return /^[1-5]$/.test(first) ? { answer: Number(first) } : { problem: "unknown-choice", answer: null };
  }
}

/** The values a question's fields had for an answer: what `readAnswers` read it from. */
export function answerValues(answer: Answers[string] | undefined): string[] {
  if (answer === undefined) return [];
  if (answer === true) return ["yes"];
  return Array.isArray(answer) ? answer : [String(answer)];
}

/** Answers as the database keeps them; what is none is passed over. */
export function storedAnswers(json: unknown): Answers {
  if (typeof json !== "object" || json === null) return {};
  const isAnswer = (value: unknown): value is Answers[string] =>
    typeof value === "string" ||
    typeof value === "number" ||
    value === true ||
    (Array.isArray(value) && value.every((one) => typeof one === "string"));
  return Object.fromEntries(
    Object.entries(json).filter((pair): pair is [string, Answers[string]] => isAnswer(pair[1])),
  );
}
