/** How long a text in Markdown may be, in characters. */
export const markdownLimit = 20_000;
