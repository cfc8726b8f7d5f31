/** The field that says which activity a row is about, by the line the row begins on. */
export const rowField = (line: number | string) => `row-${line}`;

/** What such a field holds besides the id of an activity: that there is none, or that nobody has said. */
export const rowAnswers = { none: "none", later: "later" } as const;
