import { overlaps } from "~/domain/bodies/meeting-plan";
import { writtenNumber } from "~/domain/cases/numbers";
import { historyOf } from "~/features/audit/history.view.server";
import { bodyChoices } from "~/features/bodies/bodies.view.server";
import { clashesIn } from "~/features/meeting-plan/clashes.server";
import { isUnderWay } from "~/features/meeting-plan/decide-plan.server";
import { findPlan, meetingsOfYear, planYears } from "~/features/meeting-plan/meeting-plan.db.server";
import { againstWords } from "~/features/meeting-plan/plan-words";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * The meeting plan of a year: its meetings by month, each with what stands against it, how far its decision has come,
 * and what it can be proposed from where there is none.
 */
export async function meetingPlanView(db: RegionDb, { year, today }: { year: number; today: string }) {
  const plan = await findPlan(db, year);
  const bodies = await bodyChoices(db, today);
  const against = plan ? await clashesIn(db, { year, today }) : null;
  const rows = (plan?.meetings ?? []).map((meeting) => {
    const beside = plan?.meetings.some((other) => other.id !== meeting.id && overlaps(other, meeting));
    const reason = beside ? ("taken" as const) : (against?.(meeting) ?? null);
    return { ...meeting, against: reason === null ? null : againstWords(reason) };
  });
  const decided = plan?.case?.items[0];
  return {
    year,
    bodies,
    years: await planYears(db),
    last: plan ? 0 : (await meetingsOfYear(db, year - 1, new Date(today))).length,
    plan: plan && {
      ...{ id: plan.id, state: plan.state, version: plan.version },
      case: plan.case && {
        ...{ id: plan.case.id, title: plan.case.title, state: plan.case.state, body: plan.case.body },
        number: decided && writtenNumber(decided),
        outcome: decided?.outcome ?? null,
      },
      underWay: isUnderWay(plan),
      clashes: rows.filter((row) => row.against !== null).length,
      rows,
      meetings: rows.length,
    },
    history: plan ? await historyOf(db, { id: plan.id, subjects: ["meeting-plan"] }) : [],
  };
}

export type MeetingPlanView = Awaited<ReturnType<typeof meetingPlanView>>;
export type PlanRow = NonNullable<MeetingPlanView["plan"]>["rows"][number];
