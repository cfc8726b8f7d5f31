/** A column of a row of a round, which its owner fills in. `key` stays the same from round to round. */
export type FormColumn = { key: string; label: string; help: string; required: boolean };

/** A text of a round, for the whole: a heading and what to write under it. */
export type FormText = { key: string; heading: string; help: string };

/** A figure of a round: counted by a definition, or `own`: typed, with a source. */
export type FormFigure = { key: string; definition: string; label: string };

/** What a round asks for. It may change from round to round; what has the same key is compared. */
export type RoundForm = { columns: FormColumn[]; texts: FormText[]; figures: FormFigure[] };
