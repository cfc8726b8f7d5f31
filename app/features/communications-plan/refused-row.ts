import type { RowValues } from "~/features/communications-plan/plan.db.server";

/** What a refused save gives back: one sentence per field, what was typed, and why it was not saved. */
export type RefusedRow = {
  errors: Record<string, string>;
  values: Record<string, string>;
  /** The priority areas that were ticked. */
  areaIds: string[];
  /** What stands, when somebody else was first. */
  now?: { version: number; cells: RowValues; areaIds: string[] };
  /** The plan has been closed. */
  closed?: true;
};
