/** Where an activity stands, in the order of a board. */
export const activityStates = ["not_started", "in_progress", "delayed", "done", "dropped"] as const;
export type ActivityState = (typeof activityStates)[number];

/** Whether there is nothing more to do. */
export const isOver = (state: ActivityState) => state === "done" || state === "dropped";

/** Whether saying this state needs a reason: what is late or given up is explained. */
export const needsReason = (state: ActivityState) => state === "delayed" || state === "dropped";

export type PlanState = "draft" | "adopted" | "closed";

/** The year of a plan as days, both inclusive. */
export const yearPeriod = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` });

/** How many activities stand where, and how many of them there are. */
export function countStates(states: readonly ActivityState[]): Record<ActivityState, number> & { all: number } {
  const count = { not_started: 0, in_progress: 0, delayed: 0, done: 0, dropped: 0, all: states.length };
  for (const state of states) count[state]++;
  return count;
}
