/** Accents a region may choose; set as `data-region-accent` on `<html>`. */
export const ACCENTS = ["fjord", "skifer", "lyng"] as const;

export type Accent = (typeof ACCENTS)[number];
