/** The field that says which activity a row is about, by the line the row begins on. */
export const rowField = (line: number | string) => `row-${line}`;

/** The field that says which other activity such a row speaks of besides. */
export const besideField = (line: number | string) => `row-${line}-besides`;
/** How that field is kept among the choices. */
export const besideKey = (line: number | string) => `${line}-besides`;

/** What such a field holds besides the id of an activity: that there is none, or that nobody has said. */
export const rowAnswers = { none: "none", later: "later" } as const;
