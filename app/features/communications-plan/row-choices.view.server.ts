import { channelOf } from "~/domain/communications-plan/channels";
import { isoDay } from "~/domain/shared/days";
import { listChannels } from "~/features/communications-plan/channels.db.server";
import { periodTitle } from "~/features/communications-plan/period-title";
import { findRowWords, listRowsToChoose } from "~/features/communications-plan/row-choices.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * The rows something can come of, by plan, the newest first: those of the plans that are not closed, and the one that
 * is chosen already (`keep`). A row is told by its channel, its theme or goal, and when.
 */
export async function rowChoices(db: RegionDb, keep: string | null) {
  const plans = Map.groupBy(await listRowsToChoose(db, keep), ({ plan }) => plan.id);
  return [...plans.values()].map((rows) => ({
    group: rows.slice(0, 1).map(({ plan }) => periodTitle({ from: isoDay(plan.from), to: isoDay(plan.to) }))[0] ?? "",
    options: rows.map(({ id, channel, theme, goal, timing }) => ({
      value: id,
      label: [short(channel, 40), short(theme || goal, 60), timing && `«${short(timing, 40)}»`]
        .filter(Boolean)
        .join(" · "),
    })),
  }));
}

/** What a row says of the thing that came of it; null when the region has no such row. */
export async function rowToLog(db: RegionDb, id: string | null) {
  const row = id === null ? null : await findRowWords(db, id);
  if (!row) return null;
  const { kind } = channelOf(row, await listChannels(db));
  const { theme, goal, channel, timing, responsible } = row;
  return { id: row.id, channel, timing, responsible, title: short(theme || goal, 300), kind };
}

/** The first of several lines, and no longer than this. */
function short(words: string, most: number): string {
  const line = words.trim().split(/\s*\n\s*/)[0] ?? "";
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
}
