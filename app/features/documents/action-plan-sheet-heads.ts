import { m } from "~/i18n/messages/messages";

/** The columns of a whole action plan as a sheet. The texts stand in the first row of what they are of. */
export const planSheetColumns = [
  ...([
    "area",
    "focusArea",
    "strategy",
    "measure",
    "activity",
    "timing",
    "owner",
    "status",
    "reason",
    "saidOn",
  ] as const),
  ...(["about", "organisation", "resources", "reporting", "aboutArea", "plan", "adopted", "introduction"] as const),
];

export type PlanSheetColumn = (typeof planSheetColumns)[number];

type Locale = { locale?: "nb" | "nn" | "en" };

/** The head of each column, in the language of the request or another. */
export function planSheetHead(column: PlanSheetColumn, say: Locale = {}): string {
  const words: Record<PlanSheetColumn, () => string> = {
    area: () => m.action_plan_area({}, say),
    focusArea: () => m.action_plan_focus_area({}, say),
    strategy: () => m.action_plan_strategy({}, say),
    measure: () => m.action_plan_measure({}, say),
    activity: () => m.action_plan_activity({}, say),
    timing: () => m.action_plan_when({}, say),
    owner: () => m.action_plan_owner({}, say),
    status: () => m.action_plan_state({}, say),
    reason: () => m.documents_plan_reason({}, say),
    saidOn: () => m.documents_plan_said_on({}, say),
    about: () => m.action_plan_about_focus_area({}, say),
    organisation: () => m.action_plan_organisation({}, say),
    resources: () => m.action_plan_resources({}, say),
    reporting: () => m.action_plan_reporting({}, say),
    aboutArea: () => m.documents_plan_about_area({}, say),
    plan: () => m.documents_plan_plan({}, say),
    adopted: () => m.documents_plan_adopted({}, say),
    introduction: () => m.action_plan_introduction({}, say),
  };
  return words[column]();
}

/** The column that a head names, in any of the three languages, in small letters. */
export function planSheetHeads(): Map<string, PlanSheetColumn> {
  const others: [string, PlanSheetColumn][] = [
    ["aktiviteter", "activity"],
    ["aktivitetar", "activity"],
    ["strategiar", "strategy"],
    ["strategier", "strategy"],
    ["tidspunkt", "timing"],
  ];
  const own = (["nb", "nn", "en"] as const).flatMap((locale) =>
    planSheetColumns.map((column): [string, PlanSheetColumn] => [
      planSheetHead(column, { locale }).toLowerCase(),
      column,
    ]),
  );
  return new Map([...others, ...own]);
}
