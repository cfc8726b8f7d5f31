import { nextOpening } from "~/domain/regions/office-hours";
import { offerEnds, passedFrom, toBeOffered, type Way } from "~/domain/registrations/places";
import { audit } from "~/features/audit/audit.server";
import type { HeldEvent, Waker } from "~/features/events/event-wakes.server";
import { officeHoursOf } from "~/features/regions/office-hours.server";
import { ownRegion } from "~/features/regions/own-region.server";
import {
  eventCancelledMessage,
  joinAt,
  joinMessage,
  queueRegistrationLetters,
  stateMessage,
} from "~/features/registrations/registration-messages.server";
import {
  dropOffers,
  forgetNeeds,
  lapseOffers,
  raiseSequences,
  registrationsIn,
  signUpFacts,
  standingOf,
  untold,
  updateRegistration,
} from "~/features/registrations/registrations.db.server";
import { changeIsTold, tellRegistered } from "~/features/registrations/tell-registered.server";
import type { RegionDb } from "~/platform/db/region-db.server";

const earliest = (...moments: (Date | null | undefined)[]) =>
  moments.reduce<Date | null>((first, one) => (one && (!first || one < first) ? one : first), null);

/** What an event does by itself with those who have signed up. */
export const wakeRegistrations: Waker = async (db, event, now) => {
  if (event.state === "cancelled") return tellCancelled(db, event, now);
  if (event.registration === "none" && !(await hasRegistered(db, event.id))) return null;
  if (event.endsAt <= now) return endNeeds(db, event);
  if (event.state !== "published") return null;
  if (event.startsAt <= now) return event.endsAt;
  return earliest(await offerPlaces(db, event, now), await tellChanged(db, event, now), await remind(db, event, now));
};

async function hasRegistered(db: RegionDb, eventId: string): Promise<boolean> {
  const { room, online } = await standingOf(db, eventId);
  return room.taken + online.taken + room.inLine + online.inLine > 0;
}

/** The event is cancelled: everybody is told at once, the calendar of those who had a place too (C5, M9). */
async function tellCancelled(db: RegionDb, event: HeldEvent, now: Date): Promise<null> {
  if (!event.organizerAddress || event.startsAt <= now) return null;
  const left = await untold(db, event.id, (id) => [`event-cancellation:${id}`, `registration-cancelled:${id}:event`]);
  if (left.length === 0) return null;
  await dropOffers(db, { eventId: event.id });
  const region = await ownRegion(db);
  const placed = left.filter(({ state }) => state === "registered");
  await raiseSequences(
    db,
    placed.map(({ id }) => id),
  );
  await queueRegistrationLetters(
    db,
    event,
    left.map((to) => {
      const entry = to.state === "registered" ? { sequence: to.sequence + 1, stamp: now } : null;
      const message = eventCancelledMessage(event, to, region.name, entry);
      const key = entry ? `event-cancellation:${to.id}` : `registration-cancelled:${to.id}:event`;
      return { key, message, to };
    }),
    now,
  );
  return null;
}

/** When an offer leaves: in office hours (M8), or at once where the event begins before they come. */
async function offerLeaves(db: RegionDb, event: HeldEvent, now: Date): Promise<Date> {
  const opening = nextOpening(now.toISOString(), await officeHoursOf(db, [now]));
  return opening && opening < event.startsAt.toISOString() ? new Date(opening) : now;
}

/**
 * Offers free places to those who wait, the first in line first. An offer that has run out goes on to the next; who
 * let it pass stays on the list and is not asked again by itself.
 */
async function offerPlaces(db: RegionDb, event: HeldEvent, now: Date): Promise<Date | null> {
  const lapsed = await lapseOffers(db, event.id, now);
  const waiting = (await registrationsIn(db, event.id, ["waiting"])).filter(({ number }) => number < passedFrom);
  const standing = await standingOf(db, event.id);
  const inLine = waiting.map((one) => ({ ...one, way: one.way === "online" ? ("online" as Way) : ("room" as Way) }));
  const taken = { room: standing.room.taken, online: standing.online.taken };
  const chosen = toBeOffered(signUpFacts(event), inLine, taken, now.toISOString());
  const entries = lapsed.map((id) => moved(id, "offered", "waiting"));
  if (chosen.length > 0) {
    const leaves = await offerLeaves(db, event, now);
    const from = { startsAt: event.startsAt.toISOString(), offerHours: event.offerHours };
    const until = new Date(offerEnds(from, leaves.toISOString()));
    const region = await ownRegion(db);
    const letters = [];
    for (const to of chosen) {
      const version = to.version + 1;
      await updateRegistration(db, to.id, { state: "offered", offeredUntil: until, version });
      const message = stateMessage(event, to, region.name, { state: "offered", until });
      letters.push({ key: `${message.kind}:${to.id}:${version}`, message, to });
      entries.push(moved(to.id, "waiting", "offered"));
    }
    await queueRegistrationLetters(db, event, letters, leaves);
  }
  if (entries.length > 0) await audit(db, ...entries);
  return earliest(...(await registrationsIn(db, event.id, ["offered"])).map(({ offeredUntil }) => offeredUntil));
}

const moved = (id: string, before: string, after: string) => ({
  ...{ action: "updated" as const, subject: "registration" as const, id },
  ...{ before: { state: before }, after: { state: after } },
});

/** Tells those who have a place what has changed, in one mail ten minutes after the last change (M9). */
async function tellChanged(db: RegionDb, event: HeldEvent, now: Date): Promise<Date | null> {
  const due = changeIsTold(event);
  if (due > now) return due;
  await tellRegistered(db, event, now);
  return null;
}

/** Sends those who have a place by link where to join, an hour before; again when the event has moved since. */
async function remind(db: RegionDb, event: HeldEvent, now: Date): Promise<Date | null> {
  const at = joinAt(event);
  if (at > now) return at;
  const start = event.startsAt.toISOString();
  if (!event.joinLink || !event.organizerAddress) return event.endsAt;
  const left = (await untold(db, event.id, (id) => [`registration-join:${id}:${start}`])).filter(
    ({ state, way, createdAt }) => state === "registered" && way === "online" && createdAt < at,
  );
  const region = await ownRegion(db);
  const letters = left.map((to) => ({
    key: `registration-join:${to.id}:${start}`,
    message: joinMessage(event, to, region.name),
    to,
  }));
  await queueRegistrationLetters(db, event, letters, now);
  return event.endsAt;
}

/** Needs are kept for the event and no longer. */
async function endNeeds(db: RegionDb, event: HeldEvent): Promise<null> {
  await forgetNeeds(db, event.id);
  return null;
}
