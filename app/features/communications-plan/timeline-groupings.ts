export const timelineGroupings = ["channel", "responsible"] as const;
export type TimelineGrouping = (typeof timelineGroupings)[number];

/** How many rows the timeline shows at a time. */
export const linesAtATime = 100;
