import { capacityOf, closedReason, waysOf } from "~/domain/registrations/places";
import { isUuid } from "~/domain/shared/ids";
import { instantToLocal } from "~/domain/shared/local-time";
import { kindNames } from "~/features/events/event-words";
import { networkFeedAddress, openFeedAddress } from "~/features/feeds/feed-address.server";
import {
  comingOpenEvents,
  type EventKind,
  type OpenEvent,
  openChoices,
  openRecordings,
  placesTaken,
} from "~/features/feeds/public-calendar.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What the reader has chosen to see; anything in the address that is no choice is none. */
export type CalendarChoice = { kind: EventKind | null; network: string | null; after: string | null };

export function readChoice(search: URLSearchParams): CalendarChoice {
  const [kind, network, after] = [search.get("kind") ?? "", search.get("network"), search.get("after")];
  return {
    kind: Object.hasOwn(kindNames, kind) ? (kind as EventKind) : null,
    network: isUuid(network) ? network : null,
    after,
  };
}

/** How one signs up, where one may; null where nobody does. */
type SignUp = "open" | "full" | "closed" | null;

type Taken = Awaited<ReturnType<typeof placesTaken>>;

function signUpOf(event: OpenEvent, taken: Taken, now: Date): SignUp {
  if (event.registration === "none") return null;
  const facts = {
    ...event,
    state: "published" as const,
    open: true,
    startsAt: event.startsAt.toISOString(),
    registerBy: event.registerBy?.toISOString() ?? null,
  };
  if (closedReason(facts, now.toISOString())) return "closed";
  const isFull = (way: "room" | "online") => {
    const has = taken.find((row) => row.eventId === event.id && row.way === way)?.count ?? 0;
    return has >= (capacityOf(facts, way) ?? Number.POSITIVE_INFINITY);
  };
  return waysOf(facts).every(isFull) ? "full" : "open";
}

async function listed(db: RegionDb, events: OpenEvent[], now: Date) {
  const limited = events.filter(({ registration }) => registration !== "none").map(({ id }) => id);
  const taken = limited.length > 0 ? await placesTaken(db, limited) : [];
  return events.map((event) => ({
    id: event.id,
    kind: event.kind as EventKind | null,
    title: event.title,
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    zone: event.zone,
    place: event.place,
    online: event.attendanceWay !== "room",
    network: event.network?.open ? { id: event.network.id, name: event.network.name } : null,
    signUp: signUpOf(event, taken, now),
    host: null as { slug: string; name: string } | null,
  }));
}

export type ListedOpenEvent = Awaited<ReturnType<typeof listed>>[number];

/** An event that another region holds with this one. Instants are ISO 8601. */
export type HeldTogether = {
  id: string;
  title: string;
  startsAt: string;
  endsAt: string;
  zone: string;
  place: string;
  host: { slug: string; name: string };
};

function together(joint: readonly HeldTogether[]): ListedOpenEvent[] {
  return joint.map((event) => ({ ...event, kind: null, online: false, network: null, signUp: null }));
}

const byStart = (a: ListedOpenEvent, b: ListedOpenEvent) => (a.startsAt + a.id < b.startsAt + b.id ? -1 : 1);

const page = 50;

/**
 * The region's public calendar: what is open to everybody, by month, fifty at a time, with what other regions hold with
 * it on the first page where nothing is chosen; and recordings of what has been.
 */
export async function publicCalendar(
  db: RegionDb,
  { slug, now, choice, joint }: { slug: string; now: Date; choice: CalendarChoice; joint: readonly HeldTogether[] },
) {
  const { kind, network: networkId, after } = choice;
  const [at = "", id] = after?.split("~") ?? [];
  const skipTo = isUuid(id) && !Number.isNaN(Date.parse(at)) ? { at: new Date(at), id } : null;
  const found = await comingOpenEvents(db, { now, kind, networkId, skipTo, take: page });
  const own = await listed(db, found.slice(0, page), now);
  const last = own.at(-1);
  const more = found.length > page && last ? `${last.startsAt}~${last.id}` : null;
  const others =
    kind || networkId || skipTo
      ? []
      : together(joint).filter((one) => !more || byStart(one, last as ListedOpenEvent) < 0);
  const { kinds, networks } = await openChoices(db, now);
  const recordings = skipTo ? [] : await openRecordings(db, { now, kind, networkId });
  return {
    months: byMonth([...own, ...others].sort(byStart)),
    next: more,
    choice: { kind, network: networkId },
    kinds,
    networks,
    recordings: recordings.map(({ startsAt, ...event }) => ({ ...event, startsAt: startsAt.toISOString() })),
    address: networks.some((one) => one.id === networkId)
      ? networkFeedAddress(slug, networkId as string)
      : openFeedAddress(slug),
  };
}

export type PublicCalendar = Awaited<ReturnType<typeof publicCalendar>>;

function byMonth(events: ListedOpenEvent[]) {
  const months = new Map<string, ListedOpenEvent[]>();
  for (const event of events) {
    const month = instantToLocal(event.startsAt, event.zone).date.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), event]);
  }
  return [...months].map(([month, of]) => ({ month, events: of }));
}

/** The nearest of them, for the region's own page. */
export async function nearestOpenEvents(
  db: RegionDb,
  { now, joint, most }: { now: Date; joint: readonly HeldTogether[]; most: number },
) {
  const found = await comingOpenEvents(db, { now, kind: null, networkId: null, skipTo: null, take: most });
  const own = await listed(db, found.slice(0, most), now);
  return [...own, ...together(joint)].sort(byStart).slice(0, most);
}
