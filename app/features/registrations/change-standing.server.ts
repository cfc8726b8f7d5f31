import { passedFrom, placeFor } from "~/domain/registrations/places";
import { type AuditAction, audit } from "~/features/audit/audit.server";
import { wakeSoon } from "~/features/events/event-wakes.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { queueRegistrationLetters, stateMessage } from "~/features/registrations/registration-messages.server";
import {
  countBefore,
  dropOffers,
  findRegistration,
  holdEventOf,
  type RegistrationState,
  signUpFacts,
  standingOf,
  updateRegistration,
} from "~/features/registrations/registrations.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type ChangeStandingResult =
  | { ok: true; state: RegistrationState }
  | { ok: false; reason: "gone" | "over" | "cancelled" | "not-now" | "full" | "expired" };

/** Who has signed up, with the event held, so that places are given one after the other. */
async function held(db: RegionDb, registrationId: string) {
  const found = await findRegistration(db, registrationId);
  const event = found && (await holdEventOf(db, found.eventId));
  const registration = event && (await findRegistration(db, registrationId));
  return registration && event ? { registration, event } : null;
}

type Held = NonNullable<Awaited<ReturnType<typeof held>>>;

/** Why nothing changes any more. */
function stands({ event }: Held, now: Date): "cancelled" | "over" | null {
  if (event.state === "cancelled") return "cancelled";
  return event.startsAt <= now || event.state !== "published" ? "over" : null;
}

/** Moves somebody to another state, tells her by mail, and has the event look whom a free place is for. */
async function moveTo(
  db: RegionDb,
  { registration, event }: Held,
  to:
    | { state: "registered" | "waiting" | "refused" }
    | { state: "offered"; until: Date }
    | { state: "cancelled"; by: "self" | "organiser" },
  now: Date,
): Promise<ChangeStandingResult> {
  const { id, sequence: last } = registration;
  const hadEntry = registration.state === "registered";
  const sequence = to.state === "registered" || (to.state === "cancelled" && hadEntry) ? last + 1 : last;
  const version = registration.version + 1;
  const offeredUntil = to.state === "offered" ? to.until : null;
  const number = to.state === "registered" ? registration.number % passedFrom : registration.number;
  await updateRegistration(db, id, { state: to.state, number, sequence, version, offeredUntil });
  await dropOffers(db, { registrationId: id });
  const after = { ...registration, state: to.state, sequence, version };
  const region = await ownRegion(db);
  const revision = { sequence, stamp: now };
  const standing =
    to.state === "registered"
      ? { ...to, state: to.state, ...revision }
      : to.state === "waiting"
        ? { state: to.state, position: (await countBefore(db, registration)) + 1 }
        : to.state === "cancelled"
          ? { ...to, hadEntry, ...revision }
          : to.state === "offered"
            ? { state: to.state, until: to.until }
            : { state: "refused" as const };
  const message = stateMessage(event, after, region.name, standing);
  await queueRegistrationLetters(db, event, [{ key: `${message.kind}:${id}:${version}`, message, to: after }], now);
  const action: AuditAction = to.state === "cancelled" ? "cancelled" : "updated";
  await audit(db, {
    ...{ action, subject: "registration", id },
    before: { state: registration.state },
    after: { state: to.state },
  });
  await wakeSoon(db, event.id);
  return { ok: true, state: to.state };
}

/** Somebody does not come after all. Her place goes to the first who waits. */
export async function cancelRegistration(
  db: RegionDb,
  { registrationId, by, now }: { registrationId: string; by: "self" | "organiser"; now: Date },
): Promise<ChangeStandingResult> {
  const found = await held(db, registrationId);
  if (!found) return { ok: false, reason: "gone" };
  const reason = stands(found, now);
  if (reason) return { ok: false, reason };
  if (["cancelled", "refused"].includes(found.registration.state)) return { ok: false, reason: "not-now" };
  return moveTo(db, found, { state: "cancelled", by }, now);
}

/**
 * Takes the place that is kept for somebody, while it is. Who let hers pass may take one that nobody before her is to
 * have.
 */
export async function takePlace(
  db: RegionDb,
  { registrationId, now }: { registrationId: string; now: Date },
): Promise<ChangeStandingResult> {
  const found = await held(db, registrationId);
  if (!found) return { ok: false, reason: "gone" };
  const reason = stands(found, now);
  if (reason) return { ok: false, reason };
  const { registration, event } = found;
  const { state, offeredUntil } = registration;
  if (state === "offered" && offeredUntil && offeredUntil > now) return moveTo(db, found, { state: "registered" }, now);
  if (state !== "offered" && !(state === "waiting" && registration.number >= passedFrom))
    return { ok: false, reason: "not-now" };
  const way = registration.way === "online" ? "online" : "room";
  const standing = await standingOf(db, event.id);
  // Her own place that has just run out is free for her unless somebody waits for it.
  const own = state === "offered" ? 1 : 0;
  const counts = { ...standing[way], taken: standing[way].taken - own };
  if (placeFor(signUpFacts(event), way, counts) === "waiting") return { ok: false, reason: "expired" };
  return moveTo(db, found, { state: "registered" }, now);
}

/** Lets in somebody who asked to be: with a place, or at her turn among those who wait. */
export async function approveRegistration(
  db: RegionDb,
  { registrationId, eventId, now }: { registrationId: string; eventId: string; now: Date },
): Promise<ChangeStandingResult> {
  const found = await held(db, registrationId);
  if (found?.event.id !== eventId) return { ok: false, reason: "gone" };
  const reason = stands(found, now);
  if (reason) return { ok: false, reason };
  const { registration, event } = found;
  if (!["pending", "refused"].includes(registration.state)) return { ok: false, reason: "not-now" };
  const way = registration.way === "online" ? "online" : "room";
  const state = placeFor(signUpFacts(event), way, (await standingOf(db, event.id))[way]);
  return moveTo(db, found, { state }, now);
}

/** Says no to somebody who asked to be let in. */
export async function refuseRegistration(
  db: RegionDb,
  { registrationId, eventId, now }: { registrationId: string; eventId: string; now: Date },
): Promise<ChangeStandingResult> {
  const found = await held(db, registrationId);
  if (found?.event.id !== eventId) return { ok: false, reason: "gone" };
  const reason = stands(found, now);
  if (reason) return { ok: false, reason };
  if (found.registration.state !== "pending") return { ok: false, reason: "not-now" };
  return moveTo(db, found, { state: "refused" }, now);
}
