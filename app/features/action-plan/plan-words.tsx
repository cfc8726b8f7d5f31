import type { ActivityState, PlanState } from "~/domain/action-plan/activity";
import type { Stale } from "~/domain/action-plan/stale";
import type { ActivityRow } from "~/features/action-plan/action-plan.view.server";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { type State, StateWords } from "~/ui/state";

/** The names of the states of an activity. */
export const stateNames: Record<ActivityState, () => string> = {
  not_started: () => m.action_plan_state_not_started(),
  in_progress: () => m.action_plan_state_in_progress(),
  delayed: () => m.action_plan_state_delayed(),
  done: () => m.action_plan_state_done(),
  dropped: () => m.action_plan_state_dropped(),
};

export const stateGlyphs: Record<ActivityState, State> = {
  not_started: "not-started",
  in_progress: "in-progress",
  delayed: "needs-person",
  done: "done",
  dropped: "no",
};

/** Where a plan stands: "Utkast", "Vedtatt 8. desember 2016 av Styringsgruppen", "Avsluttet". */
export function planStateWords(plan: { state: PlanState; adoptedOn: string | null; adoptedBy: string }): string {
  const { state, adoptedOn, adoptedBy } = plan;
  if (state === "draft") return m.action_plan_draft();
  const day = adoptedOn ? describeDay(adoptedOn) : "";
  const adopted = !day
    ? ""
    : adoptedBy
      ? m.action_plan_adopted_by({ day, by: adoptedBy })
      : m.action_plan_adopted({ day });
  return [state === "closed" && m.action_plan_closed(), adopted].filter(Boolean).join(" · ");
}

/** Why somebody should say how an activity goes. */
export function staleWords({ kind, since }: Stale): string {
  const day = describeDay(since, false);
  if (kind === "overdue") return m.action_plan_stale_overdue({ day });
  return kind === "not-begun" ? m.action_plan_stale_not_begun({ day }) : m.action_plan_stale_silent({ day });
}

/** Where an activity stands, as a glyph and words, why, and that somebody should say how it goes. */
export function ActivityStateWords({ row }: { row: Pick<ActivityRow, "state" | "reason" | "stale"> }) {
  const { state, reason, stale } = row;
  return (
    <>
      <StateWords state={stateGlyphs[state]} note={reason || undefined}>
        {stateNames[state]()}
      </StateWords>
      {stale && <small data-tone="warning">{staleWords(stale)}</small>}
    </>
  );
}
