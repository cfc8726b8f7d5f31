import { writtenLocale } from "~/domain/municipalities/written-locale";
import { audit } from "~/features/audit/audit.server";
import { invitationMessage } from "~/features/events/event-messages.server";
import { localDay } from "~/features/events/event-times.server";
import { createInvitations, holdEvent, invitationsOf, updateEvent } from "~/features/events/events.db.server";
import { queueLetters } from "~/features/events/queue-letters.server";
import { contactPersonsOn } from "~/features/municipalities/contact-persons.view.server";
import { organizerOf } from "~/features/regions/organizer.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

export type InviteResult = { ok: true; invited: number } | { ok: false; reason: "cancelled" | "over" | "nobody" };

/**
 * Invites the contact person of every municipality that has not been invited yet: one mail each, with a calendar
 * entry and a personal link, in the municipality's written standard. The first invitation publishes the event.
 */
export async function inviteContactPersons(db: RegionDb, input: { eventId: string; now: Date }): Promise<InviteResult> {
  const { now } = input;
  const event = await holdEvent(db, input.eventId);
  if (!event || event.state === "cancelled") return { ok: false, reason: "cancelled" };
  if (event.startsAt <= now) return { ok: false, reason: "over" };
  const region = await db.region.findFirstOrThrow();
  const invited = new Set((await invitationsOf(db, event.id)).map((invitation) => invitation.personId));
  const people = (await contactPersonsOn(db, localDay(now, region.zone))).filter(
    (person, index, all) =>
      !invited.has(person.personId) && all.findIndex((other) => other.personId === person.personId) === index,
  );
  if (people.length === 0) return { ok: false, reason: "nobody" };
  const organizer = event.organizerAddress
    ? { organizerName: event.organizerName, organizerAddress: event.organizerAddress }
    : organizerOf(region);
  const published = { ...event, ...organizer, state: "published" as const };
  await updateEvent(db, event.id, { ...organizer, state: "published" });
  const letters = people.map((person) => ({
    id: newId(),
    person,
    recipient: {
      personId: person.personId,
      name: person.name,
      email: person.email,
      municipality: person.municipalityName,
      locale: writtenLocale(person.writtenStandard, region.defaultStandard),
    },
  }));
  await createInvitations(
    db,
    letters.map(({ id, person, recipient }) => ({
      id,
      eventId: event.id,
      personId: person.personId,
      municipalityId: person.municipalityId,
      locale: recipient.locale,
    })),
  );
  await queueLetters(
    db,
    event,
    letters.map(({ id, recipient }) => ({
      key: `event-invitation:${id}`,
      message: invitationMessage(published, recipient, region.name, {
        sequence: 0,
        stamp: now,
        answer: "needs-action",
      }),
      recipient,
      invitationId: id,
      dueAt: now,
    })),
  );
  await audit(db, {
    action: "invited",
    subject: "event",
    id: event.id,
    after: { invited: letters.length, people: letters.map(({ person }) => person.personId) },
  });
  return { ok: true, invited: letters.length };
}
