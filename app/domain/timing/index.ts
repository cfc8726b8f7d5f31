export { easterOf, isPublicHoliday, type PublicHoliday, publicHolidayName } from "./holidays";
export type { Timing, Window } from "./meaning";
export { parseTiming } from "./meaning";
export { nextOccurrences, slots, spread } from "./occurrences";
export type { Cadence, Precision } from "./parser";
