import { type Meeting, proposeMeetings } from "~/domain/bodies/meeting-plan";
import { minutesOf } from "~/domain/regions/clock-minutes";
import { isoDay } from "~/domain/shared/days";
import { instantToLocal } from "~/domain/shared/local-time";
import { audit } from "~/features/audit/audit.server";
import { clashesIn } from "~/features/meeting-plan/clashes.server";
import { createMeetings, createPlan, findPlan, meetingsOfYear } from "~/features/meeting-plan/meeting-plan.db.server";
import { movedWords } from "~/features/meeting-plan/plan-words";
import { ownRegion } from "~/features/regions/own-region.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

const usual = { from: 9 * 60, to: 12 * 60 };

/** Last year's meetings as a plan has them, in the region's zone; one without a time is from nine to twelve. */
async function meetingsLast(db: RegionDb, year: number, today: string): Promise<Meeting[]> {
  const { zone } = await ownRegion(db);
  const clock = (at: Date | null) => (at ? minutesOf(instantToLocal(at.toISOString(), zone).time) : null);
  const found = await meetingsOfYear(db, year, new Date(today));
  return found.map((meeting) => {
    const { bodyId, day, startsAt, endsAt, place, body } = meeting;
    const planned = "from" in meeting ? meeting : null;
    const from = clock(startsAt) ?? planned?.from ?? body?.usualFrom ?? usual.from;
    const to = clock(endsAt) ?? planned?.to ?? body?.usualTo ?? from + usual.to - usual.from;
    return { bodyId, day: isoDay(day), from, to: to > from ? to : from + 60, place };
  });
}

/**
 * Makes the meeting plan of a year: last year's meetings moved to the same weekday and week, and away from holidays,
 * from each other and from what else is held. Without meetings last year it begins empty.
 */
export async function proposePlan(
  db: RegionDb,
  { year, today }: { year: number; today: string },
): Promise<{ ok: true; meetings: number } | { ok: false; reason: "exists" }> {
  await lockRegion(db, "bodies");
  if (await findPlan(db, year)) return { ok: false, reason: "exists" };
  const last = await meetingsLast(db, year - 1, today);
  const proposed = proposeMeetings(last, year, await clashesIn(db, { year, today }));
  const { id } = await createPlan(db, year);
  await createMeetings(
    db,
    id,
    proposed.map(({ bodyId, day, from, to, place, moved }) => ({
      ...{ bodyId, day: new Date(day), from, to, place },
      note: moved ? movedWords(moved) : "",
    })),
  );
  await audit(db, { action: "created", subject: "meeting-plan", id, after: { year, meetings: proposed.length } });
  return { ok: true, meetings: proposed.length };
}
