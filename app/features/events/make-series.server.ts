import { gatheringsAtMost } from "~/domain/events/series";
import { isDay } from "~/domain/shared/days";
import { instantToLocal } from "~/domain/shared/local-time";
import { gatheringsOf, setSeries } from "~/features/events/copy-event.db.server";
import { copyEvent, eventToCopy, timesOn } from "~/features/events/copy-event.server";
import { holdEvent } from "~/features/events/events.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type MakeSeriesResult =
  | { ok: true; made: number; already: number }
  | { ok: false; reason: "cancelled" | "nothing" | "too-many" }
  | { ok: false; reason: "no-such-time" | "in-the-past" | "ends-before-start"; date: string };

/**
 * Makes the following gatherings of an event on these days (ISO): one event each with a UID of its own (C7), as drafts,
 * at the same time on the wall's clock; all of them, or none when one's time is refused. A day on which the series has
 * a gathering already is passed over, so that the same form sent twice makes them once.
 */
export async function makeSeries(
  db: RegionDb,
  input: { eventId: string; dates: readonly string[]; responsibleId: string; now: Date },
): Promise<MakeSeriesResult> {
  const held = await holdEvent(db, input.eventId);
  const from = held && (await eventToCopy(db, held.id));
  if (!from || from.state === "cancelled") return { ok: false, reason: "cancelled" };
  const dates = [...new Set(input.dates)].filter(isDay).sort();
  if (dates.length === 0) return { ok: false, reason: "nothing" };
  if (dates.length > gatheringsAtMost) return { ok: false, reason: "too-many" };
  const seriesId = from.seriesId ?? from.id;
  const there = from.seriesId ? await gatheringsOf(db, seriesId) : [from];
  const known = new Set(
    there
      .filter(({ state }) => state !== "cancelled")
      .map(({ startsAt, zone }) => instantToLocal(startsAt.toISOString(), zone).date),
  );
  const { responsibleId, now } = input;
  const wanted = dates.filter((date) => !known.has(date));
  for (const date of wanted) {
    const times = timesOn(from, date, now);
    if (!times.ok) return { ok: false, reason: times.reason, date };
  }
  for (const date of wanted) await copyEvent(db, { from, date, seriesId, responsibleId, now });
  if (wanted.length > 0 && !from.seriesId) await setSeries(db, from.id, seriesId);
  return { ok: true, made: wanted.length, already: dates.length - wanted.length };
}
