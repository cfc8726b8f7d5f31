import { can, type HeldRole } from "~/domain/auth/permissions";
import { addDays, daysBetween } from "~/domain/shared/days";
import { actionPlanView, noFilters } from "~/features/action-plan/action-plan.view.server";
import { bodiesView } from "~/features/bodies/bodies.view.server";
import { noticeOf, openFollowUps, waitingCases } from "~/features/overview/secretariat.db.server";
import { roundsView } from "~/features/reports/rounds.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

const shown = 5;

/**
 * What those who prepare the meetings of governing bodies see first: the next meeting, the cases that wait, the
 * decisions to follow up, and the measures nobody has said how go. Null where there are no bodies.
 */
export async function secretariatPart(
  db: RegionDb,
  { roles, today, zone }: { roles: readonly HeldRole[]; today: string; zone: string },
) {
  if (!can(roles, "minutes.write")) return null;
  const { bodies, meetings } = await bodiesView(db, today);
  if (bodies.length === 0) return null;
  const coming = meetings.filter(({ state }) => state !== "cancelled");
  const next = coming[0] ?? null;
  const notice = next && (await noticeOf(db, next.id));
  const year = Number(today.slice(0, 4));
  const plan = await actionPlanView(db, year, { today, filters: { ...noFilters, stale: true } });
  const activities = (plan?.areas ?? []).flatMap((area) =>
    area.focusAreas.flatMap(({ measures }) => measures.flatMap((measure) => measure.activities)),
  );
  return {
    year,
    today,
    next: next && {
      ...next,
      notice: notice && {
        sent: notice.sent,
        /** Days left until it must go; less than none when it is late. */
        left: daysBetween(today, addDays(next.day, -notice.days)),
      },
    },
    later: coming.slice(1, 4),
    queue: await waitingCases(db, shown),
    followUps: await openFollowUps(db, shown),
    rounds: (await roundsView(db, zone)).filter(
      ({ state, rows }) => state !== "submitted" && rows.delivered < rows.all,
    ),
    stale: plan && {
      total: plan.counts.stale,
      activities: activities.slice(0, shown).map(({ id, name, owner, stale }) => ({ id, name, owner, stale })),
    },
  };
}

export type SecretariatPart = NonNullable<Awaited<ReturnType<typeof secretariatPart>>>;
