/** Among a round's texts: why it was opened for a correction, until it is submitted again. No form has such a key. */
export const correctionKey = "(correction)";
