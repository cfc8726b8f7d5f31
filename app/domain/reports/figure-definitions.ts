/** What a figure is counted from: the page that shows what was counted. */
export type FigureSource =
  | "communications-plan"
  | "events"
  | "attendance"
  | "networks"
  | "newsletters"
  | "cases"
  | "action-plan";

/**
 * The figures that can be counted, in the order they are offered. `when`: over the round's period, or as it stands on the
 * day it is counted. A key never changes its meaning: figures of several regions are laid side by side by it, and a
 * report from years ago still says what its figures are.
 */
export const figureDefinitions = [
  { key: "plan_times", source: "communications-plan", unit: "times", when: "period" },
  { key: "plan_times_done", source: "communications-plan", unit: "times", when: "period" },
  { key: "events_held", source: "events", unit: "events", when: "period" },
  { key: "meetings_held", source: "events", unit: "events", when: "period" },
  { key: "dialogue_meetings_held", source: "events", unit: "events", when: "period" },
  { key: "gatherings_held", source: "events", unit: "events", when: "period" },
  { key: "webinars_held", source: "events", unit: "events", when: "period" },
  { key: "professional_days_held", source: "events", unit: "events", when: "period" },
  { key: "attendances", source: "attendance", unit: "attendances", when: "period" },
  { key: "people_met", source: "attendance", unit: "people", when: "period" },
  { key: "municipalities_met", source: "attendance", unit: "municipalities", when: "period" },
  { key: "networks", source: "networks", unit: "networks", when: "day" },
  { key: "networks_gathered", source: "networks", unit: "networks", when: "period" },
  { key: "newsletters_sent", source: "newsletters", unit: "issues", when: "period" },
  { key: "newsletter_recipients", source: "newsletters", unit: "people", when: "period" },
  { key: "cases_treated", source: "cases", unit: "cases", when: "period" },
  { key: "activities", source: "action-plan", unit: "activities", when: "day" },
  { key: "activities_done", source: "action-plan", unit: "activities", when: "day" },
  { key: "activities_in_progress", source: "action-plan", unit: "activities", when: "day" },
  { key: "activities_delayed", source: "action-plan", unit: "activities", when: "day" },
  { key: "activities_not_started", source: "action-plan", unit: "activities", when: "day" },
  { key: "activities_dropped", source: "action-plan", unit: "activities", when: "day" },
] as const satisfies readonly { key: string; source: FigureSource; unit: string; when: "period" | "day" }[];

export type FigureDefinition = (typeof figureDefinitions)[number];
export type FigureKey = FigureDefinition["key"];

/** What is typed, with a source of its own. */
export const ownFigure = "own";

/** The definition of a key; null for one that is typed, and for one nobody knows. */
export function definitionOf(key: string): FigureDefinition | null {
  return figureDefinitions.find((definition) => definition.key === key) ?? null;
}
