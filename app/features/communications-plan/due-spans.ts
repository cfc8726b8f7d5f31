/** How many days ahead the page of what is due can look. */
export const dueSpans = [14, 30, 90] as const;
export type DueSpan = (typeof dueSpans)[number];
