import { m } from "~/i18n/messages/messages";

/** The name and the id of the field of a column. */
export const answerField = (key: string) => `answer.${key}`;

/** The answers of a submitted form, by the keys of their columns. */
export function readAnswersOf(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, words]) =>
      name.startsWith("answer.") ? [[name.slice("answer.".length), words.replace(/\r\n?/g, "\n").trim()]] : [],
    ),
  );
}

/** How long an answer may be. Characters. */
const longest = 5000;

/** What stands against answers that are too long, by their fields. */
export function longAnswers(answers: Readonly<Record<string, string>>): Record<string, string> {
  const long = Object.entries(answers).filter(([, words]) => words.length > longest);
  return Object.fromEntries(long.map(([key]) => [answerField(key), m.common_too_long({ max: longest })]));
}
