/** The names and ids of the fields of a figure that is typed. */
export const valueField = (key: string) => `value.${key}`;
export const sourceField = (key: string) => `source.${key}`;
