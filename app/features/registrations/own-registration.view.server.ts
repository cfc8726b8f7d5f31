import { closedReason, freePlaces, passedFrom, placeFor, waysOf } from "~/domain/registrations/places";
import { storedAnswers } from "~/domain/registrations/questions";
import { openLink } from "~/features/auth/links.server";
import { askedOf } from "~/features/registrations/public-event.view.server";
import {
  countBefore,
  findRegistration,
  signUpFacts,
  standingOf,
} from "~/features/registrations/registrations.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The registration a link belongs to; null when the link is wrong, taken back or expired. */
export async function registrationByLink(db: RegionDb, token: string, now: Date) {
  const link = await openLink(db, token, "registration", now);
  return link && (await findRegistration(db, link.subjectId));
}

const localeOf = ({ locale }: { locale: string }): "nb" | "nn" | "en" =>
  (["nn", "en"] as const).find((one) => one === locale) ?? "nb";

/** What the page of somebody who has signed up shows. */
export async function ownRegistration(db: RegionDb, token: string, now: Date) {
  const registration = await registrationByLink(db, token, now);
  if (!registration) return null;
  const { event, state, offeredUntil } = registration;
  const facts = signUpFacts(event);
  const way = registration.way === "online" ? ("online" as const) : ("room" as const);
  const standing = await standingOf(db, event.id);
  const over = event.startsAt <= now || event.state !== "published";
  const passed = state === "waiting" && registration.number >= passedFrom;
  const offered = state === "offered" && offeredUntil !== null && offeredUntil > now;
  return {
    id: registration.id,
    state: state === "offered" && !offered ? ("waiting" as const) : state,
    /** Let an offered place pass, and takes one that nobody before her wants. */
    passed: passed || (state === "offered" && !offered),
    position: state === "waiting" && !passed ? (await countBefore(db, registration)) + 1 : null,
    offeredUntil: offered ? offeredUntil.toISOString() : null,
    mayTake: !over && (offered || (passed && placeFor(facts, way, standing[way]) === "registered")),
    maySignUp: closedReason(facts, now.toISOString()) === null,
    over,
    cancelled: event.state === "cancelled",
    name: registration.name,
    email: registration.person.email,
    organisation: registration.organisation,
    municipalityId: registration.municipalityId,
    way,
    needs: registration.needs,
    answers: storedAnswers(registration.answers),
    version: registration.version,
    locale: localeOf(registration),
    /** For those who have a place alone. */
    joinLink:
      state === "registered" && way === "online" && event.endsAt > now && event.state === "published"
        ? event.joinLink
        : "",
    ways: waysOf(facts).map((one) => ({
      way: one,
      free: freePlaces(facts, one, standing[one]),
      full: one !== way && placeFor(facts, one, standing[one]) === "waiting",
    })),
    asked: over ? null : await askedOf(db, { ...event, now }),
    event: {
      id: event.id,
      open: event.open,
      title: event.title,
      kind: event.kind,
      state: event.state,
      description: event.description,
      startsAt: event.startsAt.toISOString(),
      endsAt: event.endsAt.toISOString(),
      zone: event.zone,
      place: event.place,
      link: event.link,
      attendanceWay: event.attendanceWay,
      organizer: event.organizerName ?? "",
    },
  };
}

export type OwnRegistration = NonNullable<Awaited<ReturnType<typeof ownRegistration>>>;
