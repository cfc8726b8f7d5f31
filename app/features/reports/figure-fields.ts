/** The names and ids of the fields of a figure that is typed. */
export const valueField = (key: string) => `value.${key}`;
export const sourceField = (key: string) => `source.${key}`;
/** The name of the field that says over which figure it is typed. */
export const figureVersionField = (key: string) => `version.${key}`;
