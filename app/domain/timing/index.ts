export { easterOf, isPublicHoliday } from "./holidays";
export type { Timing, Window } from "./meaning";
export { parseTiming } from "./meaning";
export { nextOccurrences, spread } from "./occurrences";
export type { Cadence, Precision } from "./parser";
