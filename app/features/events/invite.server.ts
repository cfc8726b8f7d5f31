import { writtenLocale } from "~/domain/municipalities/written-locale";
import { audit } from "~/features/audit/audit.server";
import { invitationMessage } from "~/features/events/event-messages.server";
import { localDay } from "~/features/events/event-times.server";
import { holdEvent, invitationsOf, updateEvent } from "~/features/events/events.db.server";
import { bodyMembers, networkMembers, rememberedAudience } from "~/features/events/invite-whom";
import { inviteesOf } from "~/features/events/invitees.server";
import { queueLetters } from "~/features/events/queue-letters.server";
import { addReminders, remindersOf, remindersOfKind } from "~/features/events/reminders.db.server";
import { startInvitations } from "~/features/events/start-invitations.server";
import { ensureNamed } from "~/features/people/ensure-named.server";
import { organizerOf } from "~/features/regions/organizer.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

export type InviteResult =
  | { ok: true; invited: number }
  | { ok: false; reason: "cancelled" | "over" | "nobody" }
  /** The time it was planned for has passed, or the event begins before it. */
  | { ok: false; reason: "late" };

/**
 * Invites everybody an audience reaches, the members of the network that holds the event (`networkMembers`), those of the
 * governing body whose meeting it is (`bodyMembers`), or the
 * contact person of every municipality (null), who has no invitation yet: one mail each, with a calendar entry and a personal link, in the municipality's written standard. Nobody whose
 * address is held or who wants no invitations; an address that is nobody's becomes a person of the region. The first
 * invitation publishes the event and gives it its reminders, and the event remembers whom it was for. The mail leaves
 * now, or at `dueAt`, which the caller has found to be in office hours (M8).
 */
export async function inviteAudience(
  db: RegionDb,
  input: { eventId: string; audienceId: string | null; now: Date; dueAt?: Date },
): Promise<InviteResult> {
  const { audienceId, now, dueAt = now } = input;
  // People before events, as a handover takes them: the other way round two could wait for each other.
  await lockRegion(db, "people");
  const event = await holdEvent(db, input.eventId);
  if (!event || event.state === "cancelled") return { ok: false, reason: "cancelled" };
  if (event.startsAt <= now) return { ok: false, reason: "over" };
  if (dueAt < now || dueAt >= event.startsAt) return { ok: false, reason: "late" };
  const region = await ownRegion(db);
  const invited = new Set((await invitationsOf(db, event.id)).map((invitation) => invitation.personId));
  const { networkId, bodyId } = event;
  if (audienceId === bodyMembers && bodyId === null) return { ok: false, reason: "nobody" };
  const found = await inviteesOf(db, { audienceId, networkId, bodyId, today: localDay(now, region.zone), invited });
  if (found.people.length === 0) return { ok: false, reason: "nobody" };
  const people: ((typeof found.people)[number] & { personId: string })[] = [];
  for (const person of found.people)
    people.push({ ...person, personId: person.personId ?? (await ensureNamed(db, person)).personId });
  const organizer = event.organizerAddress
    ? { organizerName: event.organizerName, organizerAddress: event.organizerAddress }
    : organizerOf(region);
  const published = { ...event, ...organizer, state: "published" as const };
  await updateEvent(db, event.id, { ...organizer, ...rememberedAudience(audienceId), state: "published" });
  if (event.state === "draft" && (await remindersOf(db, event.id)).length === 0)
    await addReminders(db, event.id, await remindersOfKind(db, event.kind));
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
  const started = await startInvitations(
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
    letters.flatMap(({ recipient }, at) => {
      const invitation = started[at];
      if (!invitation) return [];
      const { id, sequence } = invitation;
      const revision = { sequence, stamp: now, answer: "needs-action" as const };
      return [
        {
          key: sequence === 0 ? `event-invitation:${id}` : `event-invitation:${id}:${sequence}`,
          message: invitationMessage(published, recipient, region.name, revision),
          recipient,
          invitationId: id,
          dueAt,
        },
      ];
    }),
  );
  await audit(db, {
    action: "invited",
    subject: "event",
    id: event.id,
    after: {
      invited: letters.length,
      ...(dueAt > now && { dueAt: dueAt.toISOString() }),
      ...(audienceId === networkMembers
        ? { networkId }
        : audienceId === bodyMembers
          ? { bodyId }
          : audienceId && { audienceId }),
      people: letters.map(({ person }) => person.personId),
    },
  });
  return { ok: true, invited: letters.length };
}

/** Invites the contact person of every municipality who has not been invited yet. */
export async function inviteContactPersons(db: RegionDb, input: { eventId: string; now: Date }): Promise<InviteResult> {
  return inviteAudience(db, { ...input, audienceId: null });
}
