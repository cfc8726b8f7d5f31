import { capacityOf, closedReason, freePlaces, waysOf } from "~/domain/registrations/places";
import { isUuid } from "~/domain/shared/ids";
import { localDay } from "~/features/events/event-times.server";
import { programmeView } from "~/features/events/programme.view.server";
import { recordingOf } from "~/features/events/recordings.view.server";
import {
  eventToSignUpTo,
  memberMunicipalities,
  publicEvent,
  questionsOf,
  signUpFacts,
  standingOf,
} from "~/features/registrations/registrations.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** An event that is open to see, for everybody; null when it is not, or there is none. */
export async function publicEventView(db: RegionDb, id: string, now: Date) {
  const event = isUuid(id) ? await publicEvent(db, id) : null;
  if (!event) return null;
  const facts = signUpFacts(event);
  const closed = closedReason(facts, now.toISOString());
  const standing = event.registration === "none" ? null : await standingOf(db, id);
  const ways = waysOf(facts).map((way) => {
    const counts = standing?.[way] ?? { taken: 0, inLine: 0 };
    const free = freePlaces(facts, way, counts);
    return { way, places: capacityOf(facts, way), free, full: free !== null && free <= counts.inLine };
  });
  const organisers = [event.actor?.name, ...event.organisers.map(({ actor }) => actor.name)];
  return {
    id,
    title: event.title,
    kind: event.kind,
    state: event.state,
    description: event.description,
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    zone: event.zone,
    place: event.place,
    link: event.link,
    language: event.language,
    organisers: [...new Set(organisers.filter((name) => name !== undefined))],
    organizer: event.organizerName ?? "",
    network: event.network?.open ? { id: event.network.id, name: event.network.name } : null,
    registration: event.registration,
    registerBy: event.registerBy?.toISOString() ?? null,
    closed,
    ways,
    programme: programmeView(event),
    recording: recordingOf(event),
    asked: closed ? null : await askedOf(db, { ...event, now }),
  };
}

/** What one who signs up is asked, or why she cannot; null when the event is not open to see, or there is none. */
export async function signUpAsked(db: RegionDb, id: string, now: Date) {
  const event = isUuid(id) ? await eventToSignUpTo(db, id) : null;
  if (!event) return null;
  const closed = closedReason(signUpFacts(event), now.toISOString());
  return { id, asked: closed ? null : await askedOf(db, { ...event, now }) };
}

export type PublicEventView = NonNullable<Awaited<ReturnType<typeof publicEventView>>>;

/** What somebody is asked who signs up. */
export async function askedOf(
  db: RegionDb,
  event: { id: string; zone: string; asksNeeds: boolean; attendanceWay: "room" | "online" | "both"; now: Date },
) {
  return {
    ways: waysOf(event),
    asksNeeds: event.asksNeeds,
    questions: await questionsOf(db, event.id),
    municipalities: await memberMunicipalities(db, localDay(event.now, event.zone)),
  };
}
