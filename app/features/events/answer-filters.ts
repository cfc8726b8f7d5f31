/** The answers one may look at alone. */
export const answerFilters = ["none", "accepted", "tentative", "declined", "substitutes", "all"] as const;
export type AnswerFilter = (typeof answerFilters)[number];

/** What the address asks for; else those who have not answered, where there are some. */
export const answerFilterOf = (asked: string | null, unanswered: number): AnswerFilter =>
  answerFilters.find((one) => one === asked) ?? (unanswered > 0 ? "none" : "all");
