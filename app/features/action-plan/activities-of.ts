import type { ActivityRow, AreaRows } from "~/features/action-plan/action-plan.view.server";

/** The activities of a priority area, in the order of the plan. */
export const activitiesOf = ({ focusAreas }: AreaRows): ActivityRow[] =>
  focusAreas.flatMap(({ measures }) => measures.flatMap(({ activities }) => activities));
