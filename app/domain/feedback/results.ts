/** Answers of fewer than these are not shown: so few could be known by what they say. */
export const fewestShown = 3;

type Kind = "short" | "long" | "choice" | "several" | "consent" | "scale";
export type AskedQuestion = { id: string; kind: Kind; label: string; options: string[] };
type Answer = string | string[] | number | true;

/** What was answered to one question: how many chose what, or the texts. */
export type QuestionResult = { id: string; label: string; answered: number } & (
  | { kind: "counts"; counts: { label: string; count: number }[]; mean: number | null }
  | { kind: "texts"; texts: string[] }
);

/**
 * The results question by question. Texts come in the order of the alphabet, so that nobody can put together what one
 * person has written; a question with too few answers has none of them.
 *
 * @param yes what an answer to a consent is called
 */
export function feedbackResults(
  questions: readonly AskedQuestion[],
  forms: readonly Record<string, Answer>[],
  yes: string,
): QuestionResult[] {
  return questions.map((question): QuestionResult => {
    const { id, kind, label } = question;
    const given = forms.flatMap((answers) => (answers[id] === undefined ? [] : [answers[id]]));
    const head = { id, label, answered: given.length };
    if (kind === "short" || kind === "long") {
      const texts = given.filter((answer): answer is string => typeof answer === "string");
      return { ...head, kind: "texts", texts: [...texts].sort((a, b) => a.localeCompare(b, "nb")) };
    }
    const options = kind === "scale" ? ["1", "2", "3", "4", "5"] : kind === "consent" ? [yes] : question.options;
    const chosen = given.flatMap((answer) =>
      answer === true ? [yes] : Array.isArray(answer) ? answer : [String(answer)],
    );
    const counts = options.map((option) => ({ label: option, count: chosen.filter((one) => one === option).length }));
    const numbers = kind === "scale" ? given.map(Number).filter((number) => number >= 1 && number <= 5) : [];
    const mean = numbers.length > 0 ? numbers.reduce((sum, number) => sum + number, 0) / numbers.length : null;
    return { ...head, kind: "counts", counts, mean };
  });
}

/** The forms as rows of a table, in an order that says nothing of when they came: their answers' own. */
export function feedbackRows(
  questions: readonly AskedQuestion[],
  forms: readonly Record<string, Answer>[],
  yes: string,
): string[][] {
  const words = (answer: Answer | undefined) =>
    answer === undefined ? "" : answer === true ? yes : Array.isArray(answer) ? answer.join("; ") : String(answer);
  return forms
    .map((answers) => questions.map(({ id }) => words(answers[id])))
    .sort((a, b) => a.join("\u0000").localeCompare(b.join("\u0000"), "nb"));
}
