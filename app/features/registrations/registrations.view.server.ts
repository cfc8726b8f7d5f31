import { capacityOf, passedFrom, waysOf } from "~/domain/registrations/places";
import { storedAnswers } from "~/domain/registrations/questions";
import { isUuid } from "~/domain/shared/ids";
import { askedOf } from "~/features/registrations/public-event.view.server";
import {
  countStates,
  findEventOf,
  findRegistration,
  questionsOf,
  type RegistrationState,
  registrationsPage,
  type StoredRegistration,
  signUpFacts,
  standingOf,
} from "~/features/registrations/registrations.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export const registrationStates = ["registered", "offered", "waiting", "pending", "refused", "cancelled"] as const;

function rowOf(row: StoredRegistration) {
  return {
    id: row.id,
    name: row.name,
    email: row.person.email,
    organisation: row.organisation,
    municipality: row.municipality?.municipality.name ?? null,
    way: row.way === "online" ? ("online" as const) : ("room" as const),
    state: row.state,
    passed: row.number >= passedFrom,
    number: row.number,
    offeredUntil: row.offeredUntil?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

export type RegistrationRow = ReturnType<typeof rowOf>;

/** Who has signed up to an event, fifty at a time, and how many against the places there are. */
export async function registrationsView(
  db: RegionDb,
  input: { eventId: string; state: RegistrationState | null; after: number | null; now: Date },
) {
  const { eventId, state, after, now } = input;
  const event = isUuid(eventId) ? await findEventOf(db, eventId) : null;
  if (!event) return null;
  const facts = signUpFacts(event);
  const standing = await standingOf(db, eventId);
  const rows = await registrationsPage(db, { eventId, state, after });
  return {
    registration: event.registration,
    open: event.open,
    state: event.state,
    zone: event.zone,
    over: event.startsAt <= now,
    both: event.attendanceWay === "both",
    counts: await countStates(db, eventId),
    ways: waysOf(facts).map((way) => ({ way, places: capacityOf(facts, way), ...standing[way] })),
    rows: rows.slice(0, 50).map(rowOf),
    next: rows.length > 50 ? (rows[49]?.number ?? null) : null,
    asked: await askedOf(db, { ...event, now }),
  };
}

export type RegistrationsView = NonNullable<Awaited<ReturnType<typeof registrationsView>>>;

/** One who has signed up, with what was asked and answered. */
export async function registrationView(db: RegionDb, eventId: string, id: string) {
  const found = isUuid(id) ? await findRegistration(db, id) : null;
  if (!found || found.eventId !== eventId) return null;
  const answers = storedAnswers(found.answers);
  return {
    ...rowOf(found),
    needs: found.needs,
    both: found.event.attendanceWay === "both",
    zone: found.event.zone,
    over: found.event.startsAt <= new Date() || found.event.state !== "published",
    answers: (await questionsOf(db, eventId)).map(({ id: questionId, label }) => ({
      id: questionId,
      label,
      answer: answers[questionId] ?? null,
    })),
  };
}

export type RegistrationView = NonNullable<Awaited<ReturnType<typeof registrationView>>>;
