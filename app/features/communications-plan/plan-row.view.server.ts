import { channelOf } from "~/domain/communications-plan/channels";
import { periodKey } from "~/domain/communications-plan/period";
import { rowState } from "~/domain/communications-plan/row-state";
import { readPriorityAreas } from "~/domain/regions/priority-areas";
import { instantToLocal } from "~/domain/shared/local-time";
import { historyOf } from "~/features/audit/history.view.server";
import { listChannels } from "~/features/communications-plan/channels.db.server";
import { type FoundPlanRow, listPriorityAreas, listRowEvents } from "~/features/communications-plan/plan.db.server";
import { rowOfPeriod } from "~/features/communications-plan/row-of-period.server";
import { readTiming } from "~/features/timing/describe-timing";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A row, what its words mean, the events made from it and what has happened to it; null when it is not of the period. */
export async function planRowDetail(db: RegionDb, input: { key: string; id: string; today: string }) {
  const row = await rowOfPeriod(db, input.key, input.id);
  if (!row) return null;
  const events = await listRowEvents(db, row.id);
  const reading = readTiming(row.timing, row.plan);
  const days = events
    .filter(({ state }) => state !== "cancelled")
    .map(({ startsAt, endsAt, zone }) => ({
      from: instantToLocal(startsAt.toISOString(), zone).date,
      to: instantToLocal(endsAt.toISOString(), zone).date,
    }));
  const areas = await areasOf(db, row);
  return {
    ...facts(row),
    areas: areas.all.filter(({ id }) => areas.meant.includes(id)),
    areasChosen: areas.chosen.length > 0,
    icon: channelOf(row, await listChannels(db)).icon,
    reading,
    today: input.today,
    state: rowState(reading, days, input.today),
    events: events.map(({ startsAt, endsAt, ...event }) => ({
      ...event,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    })),
    history: await historyOf(db, { id: row.id, subjects: ["plan-row"] }),
  };
}

export type PlanRowDetail = NonNullable<Awaited<ReturnType<typeof planRowDetail>>>;

/** The priority areas of a row: those chosen, else (`meant`) those that its words name. */
async function areasOf(db: RegionDb, row: FoundPlanRow) {
  const all = await listPriorityAreas(db);
  const chosen = row.priorityAreas.map(({ priorityAreaId }) => priorityAreaId);
  const words = [row.channel, row.theme, row.goal].join("\n");
  return { all, chosen, meant: chosen.length > 0 ? chosen : readPriorityAreas(words, all) };
}

function facts({ id, version, channel, theme, goal, timing, responsible, audience, plan }: FoundPlanRow) {
  return {
    id,
    version,
    key: periodKey(plan),
    period: { from: plan.from, to: plan.to },
    closed: plan.state === "closed",
    cells: { channel, theme, goal, timing, responsible, audience },
  };
}
