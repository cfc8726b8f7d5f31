import { liesOutside } from "~/domain/communications-plan/outside";
import { parseTiming } from "~/domain/timing";
import { listChannels } from "~/features/communications-plan/channels.db.server";
import { listPriorityAreas, type RowValues } from "~/features/communications-plan/plan.db.server";
import { hasAudience } from "~/features/communications-plan/plan-rows.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Why what is written of a row cannot be kept: something that was chosen is gone, or its time is in no day of the plan. */
export type RowRefusal = "area-gone" | "channel-gone" | "audience-gone" | "outside-period";

/** Looks at what is given of a row, and at nothing else; null when all of it can be kept. */
export async function refusalOf(
  db: RegionDb,
  period: { from: string; to: string },
  { timing, channelId, audienceId, areaIds }: Partial<RowValues> & { areaIds?: readonly string[] },
): Promise<RowRefusal | null> {
  if (timing !== undefined && liesOutside(parseTiming(timing, period), period)) return "outside-period";
  if (channelId && !(await listChannels(db)).some(({ id }) => id === channelId)) return "channel-gone";
  if (audienceId && !(await hasAudience(db, audienceId))) return "audience-gone";
  if (areaIds && areaIds.length > 0) {
    const known = new Set((await listPriorityAreas(db)).map(({ id }) => id));
    if (areaIds.some((id) => !known.has(id))) return "area-gone";
  }
  return null;
}

/** What the change log keeps of a row's values: a chosen channel by its key, which does not go away with the list. */
export async function loggedOf(
  db: RegionDb,
  { channelId, ...values }: Partial<RowValues>,
): Promise<Record<string, string | null>> {
  if (channelId === undefined) return values;
  const channel = (await listChannels(db)).find(({ id }) => id !== null && id === channelId);
  return { ...values, channelKey: channel?.key ?? null };
}
