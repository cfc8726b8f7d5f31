/** The names of the fields that say what somebody saw of a report; a figure has one for its key. */
export const seenPart = { rows: "seen.rows", texts: "seen.texts", accounts: "seen.accounts" } as const;
export const seenFigure = (key: string) => `seen.figure.${key}`;
