/** The name and the id of the field of a text. */
export const textField = (key: string) => `text.${key}`;
