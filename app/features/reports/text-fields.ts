/** The name and the id of the field of a text. */
export const textField = (key: string) => `text.${key}`;
/** The name of the field that says over which words it is typed. */
export const textVersionField = (key: string) => `version.${key}`;
