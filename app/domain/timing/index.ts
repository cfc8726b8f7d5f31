export type { Timing, Window } from "./meaning";
export { parseTiming } from "./meaning";
export type { Cadence, Precision } from "./parser";
