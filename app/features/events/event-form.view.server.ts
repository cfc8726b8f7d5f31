import { isUuid } from "~/domain/shared/ids";
import { instantToLocal } from "~/domain/shared/local-time";
import { parseTiming } from "~/domain/timing";
import { findEvent, findRowToPlan } from "~/features/events/events.db.server";
import { networkChoices } from "~/features/networks/network-actors.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What the form of a new event starts with: the words of its plan row, and the row's first date still to come. */
export async function newEventView(db: RegionDb, rowId: string | null, today: string) {
  const row = isUuid(rowId) ? await findRowToPlan(db, rowId) : null;
  if (!row) return { row: null, values: {} };
  const dates = parseTiming(row.timing, row.plan).windows;
  const date = dates.find((window) => window.precision === "day" && window.from > today)?.from ?? "";
  return {
    row: { id: row.id, channel: row.channel, timing: row.timing },
    values: { title: row.channel, date, description: row.goal },
  };
}

/** What the form of a new gathering starts with: its network. Null for an id that is none. */
export async function newGatheringView(db: RegionDb, networkId: string | null) {
  const network = isUuid(networkId) ? (await networkChoices(db)).find(({ id }) => id === networkId) : undefined;
  if (!network) return null;
  return {
    network: { id: network.id, name: network.name, actorIds: network.actorIds, runBy: network.runBy },
    values: { title: network.name, kind: "network_gathering", networkId: network.id },
  };
}

/** An event as its form shows it, in the event's own zone. */
export async function editEventView(db: RegionDb, id: string) {
  const event = isUuid(id) ? await findEvent(db, id) : null;
  if (!event) return null;
  const starts = instantToLocal(event.startsAt.toISOString(), event.zone);
  const ends = instantToLocal(event.endsAt.toISOString(), event.zone);
  return {
    id: event.id,
    title: event.title,
    state: event.state,
    values: {
      title: event.title,
      kind: event.kind,
      actorId: event.actorId ?? "",
      networkId: event.networkId ?? "",
      date: starts.date,
      start: starts.time,
      end: ends.time,
      endDate: ends.date === starts.date ? "" : ends.date,
      place: event.place,
      link: event.link,
      description: event.description,
      replyBy: event.replyBy?.toISOString().slice(0, 10) ?? "",
      version: String(event.version),
    },
  };
}
