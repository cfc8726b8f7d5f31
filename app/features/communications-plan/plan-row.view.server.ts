import { channelOf } from "~/domain/communications-plan/channels";
import { parsePeriodKey, periodKey } from "~/domain/communications-plan/period";
import { rowState } from "~/domain/communications-plan/row-state";
import { readPriorityAreas } from "~/domain/regions/priority-areas";
import { instantToLocal } from "~/domain/shared/local-time";
import { historyOf } from "~/features/audit/history.view.server";
import { listChannels } from "~/features/communications-plan/channels.db.server";
import {
  type FoundPlanRow,
  findPlanRow,
  listPriorityAreas,
  listRowEvents,
} from "~/features/communications-plan/plan.db.server";
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

/** A row as its form needs it. */
export async function planRowToEdit(db: RegionDb, input: { key: string; id: string; today: string }) {
  const row = await rowOfPeriod(db, input.key, input.id);
  if (!row) return null;
  const { all, chosen, meant } = await areasOf(db, row);
  const reading = readTiming(row.timing, row.plan);
  return { ...facts(row), today: input.today, reading, areas: all, chosenAreaIds: chosen, readAreaIds: meant };
}

/** The priority areas of a row: those chosen, else (`meant`) those that its words name. */
async function areasOf(db: RegionDb, row: FoundPlanRow) {
  const all = await listPriorityAreas(db);
  const chosen = row.priorityAreas.map(({ priorityAreaId }) => priorityAreaId);
  const words = [row.channel, row.theme, row.goal].join("\n");
  return { all, chosen, meant: chosen.length > 0 ? chosen : readPriorityAreas(words, all) };
}

async function rowOfPeriod(db: RegionDb, key: string, id: string): Promise<FoundPlanRow | null> {
  const row = await findPlanRow(db, id);
  if (!row) return null;
  return key === row.plan.id || key === periodKey(row.plan) || sameAs(parsePeriodKey(key), row.plan) ? row : null;
}

function sameAs(period: { from: string; to: string } | null, plan: { from: string; to: string }): boolean {
  return period?.from === plan.from && period.to === plan.to;
}

function facts({ id, version, channel, theme, goal, timing, responsible, audience, plan }: FoundPlanRow) {
  return {
    id,
    version,
    key: periodKey(plan),
    period: { from: plan.from, to: plan.to },
    cells: { channel, theme, goal, timing, responsible, audience },
  };
}
