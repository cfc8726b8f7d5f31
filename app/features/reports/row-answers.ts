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
