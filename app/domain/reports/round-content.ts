import type { RoundForm } from "./round-form";

export type RoundKind = "four_monthly" | "half_yearly" | "yearly";

/** A line of accounts, in whole øre written as digits (JSON has no integers that large). Income and costs are positive. */
export type ContentLine = {
  account: string;
  name: string;
  group: "income" | "wages" | "other";
  actual: string;
  budget: string;
  yearBudget: string;
};

export type ContentProject = { number: string; name: string; lines: ContentLine[] };

/** A row as it was delivered: the words of the plan, and the answers by the form's column keys. */
export type ContentRow = {
  area: string;
  focusArea: string;
  strategy: string;
  measure: string;
  activity: string;
  timing: string;
  owner: string;
  answers: Record<string, string>;
  /** The answers of the round before; null where there was no such row. */
  before: Record<string, string> | null;
};

/** A figure with its provenance. `value` is in hundredths, as digits; null where nobody knows. `countedAt` is an instant. */
export type ContentFigure = {
  key: string;
  definition: string;
  label: string;
  value: string | null;
  source: string;
  countedAt: string | null;
};

/**
 * A whole report as data: what the page, print, Word, the frozen submission and the roll-up are made of. Days are ISO
 * days, both inclusive; texts are Markdown.
 */
export type RoundContent = {
  region: string;
  name: string;
  kind: RoundKind;
  from: string;
  to: string;
  /** The name of the round before, empty where there is none. */
  previous: string;
  form: RoundForm;
  texts: Record<string, string>;
  rows: ContentRow[];
  figures: ContentFigure[];
  projects: ContentProject[];
};
