import type { TreatedPlan } from "~/features/meeting-plan/decide-treated.server";
import { m } from "~/i18n/messages/messages";

/** That a meeting is over, and what became of the meeting plans it decided. */
export function closedWords(plans: TreatedPlan[] = []): string {
  const said = plans.map((plan) =>
    plan.ok
      ? m.minutes_closed_plan({ year: plan.year, n: plan.meetings })
      : m.minutes_closed_plan_waits({ year: plan.year }),
  );
  return [m.minutes_closed_done(), ...said].join(". ");
}
