/** The year of an address; null when it is none. */
export function readYear(text: string | undefined): number | null {
  return text !== undefined && /^20\d\d$/.test(text) ? Number(text) : null;
}
