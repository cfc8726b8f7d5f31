export { carryTiming } from "./carry";
export { easterOf, isPublicHoliday, type PublicHoliday, publicHolidayName } from "./holidays";
export type { Timing, Window } from "./meaning";
export { parseTiming } from "./meaning";
export { nextOccurrences, slots, spread } from "./occurrences";
export type { Cadence } from "./parser";
export type { Precision } from "./terms";
