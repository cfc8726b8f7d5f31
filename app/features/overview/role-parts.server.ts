import type { HeldRole } from "~/domain/auth/permissions";
import { isBeforeChange } from "~/domain/events/answer";
import { capacityOf, waysOf } from "~/domain/registrations/places";
import { ownInvitations } from "~/features/events/own-invitations.view.server";
import { recordingsToPublish } from "~/features/events/recordings.view.server";
import { nearestOpenEvents } from "~/features/feeds/public-calendar.view.server";
import { ownNetworks } from "~/features/networks/own-networks.view.server";
import {
  askedOfMunicipality,
  draftsOf,
  lastGatherings,
  networksOfReader,
  repliesToDecide,
  signUpCounts,
  signUpEvents,
} from "~/features/overview/overview.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Reader = { roles: readonly HeldRole[]; personId: string; now: Date; today: string };

const actorsAs = (roles: readonly HeldRole[], kind: HeldRole["kind"]) =>
  roles.flatMap((role) => (role.kind === kind && role.actorId ? [role.actorId] : []));

/** What is asked of the reader: her invitations, and what else a contact person looks after. */
export async function invitedPart(db: RegionDb, { roles, personId, now, today }: Reader) {
  const own = await ownInvitations(db, personId, now);
  const contact = roles.find(({ kind }) => kind === "contact_person");
  if (!contact) return own.length > 0 ? { own, municipality: null } : null;
  const { municipalityId } = contact;
  const asked = municipalityId ? await askedOfMunicipality(db, { municipalityId, personId, now }) : null;
  const networks = await networksOfReader(db, { municipalityId, personId, day: new Date(today), now });
  const open = await nearestOpenEvents(db, { now, joint: [], most: 5 });
  const answered = (row: NonNullable<typeof asked>["over"][number]) => ({
    id: row.id,
    title: row.event.title,
    startsAt: row.event.startsAt.toISOString(),
    zone: row.event.zone,
    cancelled: row.event.state === "cancelled",
    name: row.person.name,
    answer: row.answer,
    askedAgain: isBeforeChange(row, row.event.askedVersion),
  });
  return {
    own,
    municipality: {
      coming: asked?.coming.map(answered) ?? [],
      over: asked?.over.map(answered) ?? [],
      networks: networks.map(({ gatherings, ...network }) => ({
        ...network,
        next: gatherings.map(({ startsAt, ...event }) => ({ ...event, startsAt: startsAt.toISOString() }))[0] ?? null,
      })),
      open,
    },
  };
}

export type InvitedPart = NonNullable<Awaited<ReturnType<typeof invitedPart>>>;

/** A network leader's: her networks, the gathering that is nearest, and what is not answered. */
export async function leaderPart(db: RegionDb, { roles, now }: Reader) {
  const actorIds = actorsAs(roles, "network_leader");
  if (!roles.some(({ kind }) => kind === "network_leader")) return null;
  const networks = await ownNetworks(db, { actorIds, now });
  const gatherings = networks.networks
    .flatMap(({ id, name, next }) => (next ? [{ ...next, network: { id, name } }] : []))
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  const networkIds = networks.networks.map(({ id }) => id);
  const held = networkIds.length > 0 ? await lastGatherings(db, { networkIds, now }) : [];
  return {
    networks,
    held: held.map(({ id, title, startsAt, zone, network, yes, came }) => ({
      ...{ id, title, zone, yes, came },
      startsAt: startsAt.toISOString(),
      network: network?.name ?? "",
    })),
    next: gatherings[0] ?? null,
    unanswered: gatherings.filter(({ invited, counts }) => invited > 0 && counts.none > 0).slice(0, 5),
    replies: await repliesToDecide(db, actorIds),
  };
}

export type LeaderPart = NonNullable<Awaited<ReturnType<typeof leaderPart>>>;

/** A webinar publisher's: what people sign up for against its places, and what is not published yet. */
export async function publisherPart(db: RegionDb, { roles, now }: Reader) {
  if (!roles.some(({ kind }) => kind === "webinar_publisher")) return null;
  const actorIds = actorsAs(roles, "webinar_publisher");
  const events = await signUpEvents(db, { actorIds, now });
  const counts =
    events.length > 0
      ? await signUpCounts(
          db,
          events.map(({ id }) => id),
        )
      : [];
  const drafts = await draftsOf(db, { actorIds, now });
  const recordings = await recordingsToPublish(db, { actorIds, now });
  return {
    events: events.map((event) => {
      const of = (...states: string[]) =>
        counts
          .filter(({ eventId, state }) => eventId === event.id && states.includes(state))
          .reduce((sum, { count }) => sum + count, 0);
      const places = waysOf(event).map((way) => capacityOf(event, way));
      return {
        id: event.id,
        title: event.title,
        startsAt: event.startsAt.toISOString(),
        endsAt: event.endsAt.toISOString(),
        zone: event.zone,
        takesSignUps: event.registration !== "none",
        taken: of("registered", "offered"),
        waiting: of("waiting"),
        pending: of("pending"),
        /** Null is no limit. */
        places: places.includes(null) ? null : places.reduce<number>((sum, one) => sum + (one ?? 0), 0),
      };
    }),
    recordings,
    drafts: drafts.map(({ id, title, startsAt, endsAt, zone }) => ({
      id,
      title,
      zone,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    })),
  };
}

export type PublisherPart = NonNullable<Awaited<ReturnType<typeof publisherPart>>>;

/** Roles whose first page is what the region does as a whole. */
const whole = new Set<HeldRole["kind"]>(["coordinator", "secretariat", "reader"]);

export const seesWhole = (roles: readonly HeldRole[]) => roles.some(({ kind }) => whole.has(kind));
