import { type Column, eventColumns, halfColumns, overTime } from "~/domain/attendance/over-time";
import { isUuid } from "~/domain/shared/ids";
import { instantToLocal } from "~/domain/shared/local-time";
import {
  cameFrom,
  everyMunicipality,
  heldEvents,
  lastFrom,
  networkNames,
} from "~/features/attendance/over-time.db.server";
import { eventKinds } from "~/features/events/event-form.schema";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Most events that are read at once, most columns of events on a page, and half-years. */
const mostEvents = 400;
const eventsShown = 12;
const halvesShown = 10;
const month = 30.5 * 24 * 3_600_000;

export type OverTimeFilters = {
  by: "half" | "event";
  network: string | null;
  kind: (typeof eventKinds)[number] | null;
  /** A year, or the last twelve or sixty months. */
  period: string;
};

/** The filters of an address; what cannot be one is none. */
export function overTimeFilters(query: URLSearchParams): OverTimeFilters {
  const network = query.get("network");
  const period = query.get("period") ?? "";
  return {
    by: query.get("by") === "event" ? "event" : "half",
    network: isUuid(network) ? network : null,
    kind: eventKinds.find((kind) => kind === query.get("kind")) ?? null,
    period: /^(12|60|20\d\d)$/.test(period) ? period : "60",
  };
}

function spanOf(period: string, now: Date): { from: Date; until: Date } {
  if (period.length === 4)
    return { from: new Date(`${period}-01-01T00:00:00Z`), until: new Date(`${Number(period) + 1}-01-01T00:00:00Z`) };
  return { from: new Date(now.getTime() - Number(period) * month), until: now };
}

const dayOf = ({ startsAt, zone }: { startsAt: Date; zone: string }) =>
  instantToLocal(startsAt.toISOString(), zone).date;

const halfWords = (half: string) => m.attendance_half({ year: half.slice(0, 4), half: half.slice(5) });

/** Who came per municipality over time, and what it can be narrowed to. `whole` leaves no column out, as for a file. */
export async function overTimeView(
  db: RegionDb,
  { filters, now, whole = false }: { filters: OverTimeFilters; now: Date; whole?: boolean },
) {
  const { by, network, kind, period } = filters;
  const found = await heldEvents(db, { ...spanOf(period, now), networkId: network, kind, take: mostEvents });
  const events = found.map((event) => ({ id: event.id, title: event.title, day: dayOf(event) }));
  const columns: Column[] =
    by === "event"
      ? eventColumns(events, whole ? mostEvents : eventsShown)
      : halfColumns(events, halfWords, whole ? mostEvents : halvesShown);
  const ids = columns.flatMap(({ eventIds }) => eventIds);
  const counts = await cameFrom(db, ids);
  const all = await everyMunicipality(db);
  const table = overTime(columns, counts, all);
  return {
    ...table,
    rows: table.rows.map((row) => ({ ...row, number: all.find(({ id }) => id === row.id)?.number ?? null })),
    events: Object.fromEntries(events.map(({ id, title, day }) => [id, { title, day }])),
    shown: ids.length,
    held: events.length,
    networks: await networkNames(db),
  };
}

export type OverTimeView = Awaited<ReturnType<typeof overTimeView>>;

/** How many came to a network's last gatherings, the oldest first, and from how many municipalities. */
export async function networkAttendance(db: RegionDb, { networkId, now }: { networkId: string; now: Date }) {
  const found = await heldEvents(db, { from: null, until: now, networkId, kind: null, take: eventsShown });
  const counts = await cameFrom(
    db,
    found.map(({ id }) => id),
  );
  return found
    .map((event) => {
      const own = counts.filter(({ eventId }) => eventId === event.id);
      return {
        id: event.id,
        title: event.title,
        day: dayOf(event),
        people: own.reduce((sum, { people }) => sum + people, 0),
        municipalities: own.filter(({ municipalityId }) => municipalityId !== null).length,
      };
    })
    .reverse();
}

export type NetworkAttendance = Awaited<ReturnType<typeof networkAttendance>>;

/** The last events somebody came to from a municipality. */
export async function municipalityAttendance(db: RegionDb, municipalityId: string) {
  const found = await lastFrom(db, municipalityId, 10);
  return found.map((event) => ({ id: event.id, title: event.title, people: event.people, day: dayOf(event) }));
}

export type MunicipalityAttendance = Awaited<ReturnType<typeof municipalityAttendance>>;
