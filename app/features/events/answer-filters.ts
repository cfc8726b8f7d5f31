/** The answers one may look at alone. */
export const answerFilters = ["none", "accepted", "tentative", "declined", "substitutes", "all"] as const;
export type AnswerFilter = (typeof answerFilters)[number];
