/** How long a note may be. Characters. */
export const longestNote = { heading: 150, body: 4000 };
