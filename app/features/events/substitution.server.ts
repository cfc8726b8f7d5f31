import type { MessageOf } from "#emails/message";
import { writtenLocale } from "~/domain/municipalities/written-locale";
import { audit } from "~/features/audit/audit.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import {
  asTold,
  invitationMessage,
  substitutedMessage,
  substitutionEndedMessage,
} from "~/features/events/event-messages.server";
import type { HeldEvent } from "~/features/events/event-wakes.server";
import { holdQueued, lastTold, raiseSequence, removeQueued } from "~/features/events/events.db.server";
import { withdrawInvitation } from "~/features/events/passing.db.server";
import { queueLetters } from "~/features/events/queue-letters.server";
import { startInvitations } from "~/features/events/start-invitations.server";
import { type FoundInvitation, saveSubstitute } from "~/features/events/substitutes.db.server";
import { recipientOf } from "~/features/events/tell-change.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

/** What a step with a seat needs: the event, held, and when it is taken. */
export type SeatStep = { event: HeldEvent; now: Date };

type Standing = FoundInvitation["substitutes"][number];

/**
 * Lets somebody meet for the first, who has said no: she gets an invitation of her own, and the event leaves the
 * first's calendar (C11). Who was asked before and has said no is no longer asked. Nobody else is told anything.
 */
export async function putSubstitute(
  db: RegionDb,
  input: SeatStep & {
    first: FoundInvitation;
    person: { id: string; name: string; email: string };
    note: string;
    calledUp: boolean;
  },
): Promise<void> {
  const { event, first, person, note, calledUp, now } = input;
  const region = await ownRegion(db);
  for (const substitute of first.substitutes)
    await endSubstitution(db, { event, first, substitute, why: "other", now });
  const locale = first.municipality
    ? writtenLocale(first.municipality.writtenStandard, region.defaultStandard)
    : first.locale;
  const wish = { id: newId(), eventId: event.id, personId: person.id, municipalityId: first.municipalityId, locale };
  const [{ id, sequence } = { ...wish, sequence: 0 }] = await startInvitations(db, [wish]);
  await saveSubstitute(db, id, { substituteForId: first.id, calledUp });
  await audit(db, {
    action: "created",
    subject: "invitation",
    id,
    after: { personId: person.id, meetsForId: first.personId, municipalityId: first.municipalityId, calledUp },
  });
  const recipient = {
    ...recipientOf({ ...first, personId: person.id, locale, person, substituteFor: { person: first.person } }),
  };
  const message = invitationMessage(
    event,
    recipient,
    region.name,
    { sequence, stamp: now, answer: "needs-action" },
    { ...(note && { note }) },
  );
  const key = `event-invitation:${id}${sequence > 0 ? `:${sequence}` : ""}`;
  await queueLetters(db, event, [{ key, message, recipient, invitationId: id, dueAt: now }]);
  await takeOut(db, { ...input, regionName: region.name });
}

/** Takes the event out of the first's calendar, where it has been told of it. */
async function takeOut(
  db: RegionDb,
  input: SeatStep & { first: FoundInvitation; person: { name: string }; calledUp: boolean; regionName: string },
) {
  const { event, first, person, calledUp, regionName, now } = input;
  await dropWaiting(db, event.id, first.id);
  const last = (await lastTold(db, event.id, first.id)).get(first.id);
  if (!last) return;
  await raiseSequence(db, [first.id]);
  const recipient = recipientOf(first);
  const revision = { sequence: first.sequence + 1, stamp: now, answer: "declined" as const };
  const by = { substitute: person.name, calledUp };
  const message = substitutedMessage(asTold(event, last), recipient, regionName, revision, by);
  const key = `${message.kind}:${first.id}:${revision.sequence}`;
  await queueLetters(db, event, [{ key, message, recipient, invitationId: first.id, dueAt: now }]);
}

/** Ends that somebody meets for the first: her invitation is withdrawn, and her calendar told where it has it (C5). */
async function endSubstitution(
  db: RegionDb,
  input: SeatStep & { first: FoundInvitation; substitute: Standing; why: MessageOf<"event-substitution-ended">["why"] },
): Promise<void> {
  const { event, first, substitute, why, now } = input;
  const { id, answer } = substitute;
  const region = await ownRegion(db);
  await dropWaiting(db, event.id, id);
  const last = (await lastTold(db, event.id, id)).get(id);
  const sequence = substitute.sequence + 1;
  await withdrawInvitation(db, id, { sequence, withdrawnAt: now });
  const before = { personId: substitute.personId, municipalityId: substitute.municipalityId, answer };
  await audit(db, { action: "cancelled", subject: "invitation", id, before, after: {} });
  if (!last) return;
  const recipient = recipientOf({ ...substitute, municipality: first.municipality, substituteFor: first });
  const message = substitutionEndedMessage(
    asTold(event, last),
    recipient,
    region.name,
    { sequence, stamp: now, answer: answer ?? "needs-action" },
    { first: first.person.name, why },
  );
  await queueMessages(db, [
    {
      key: `${message.kind}:${id}:${sequence}`,
      message,
      to: { personId: recipient.personId, name: recipient.name, address: recipient.email },
      locale: recipient.locale,
      dueAt: now,
      eventId: event.id,
      invitationId: id,
    },
  ]);
}

/** Ends that anybody meets for the first, who is no longer asked herself. */
export async function withdrawSubstitutes(db: RegionDb, input: SeatStep & { first: FoundInvitation }): Promise<void> {
  for (const substitute of input.first.substitutes)
    await endSubstitution(db, { ...input, substitute, why: "withdrawn" });
}

/** The first comes after all: who was to meet for her is told so, and the event is put into her calendar anew (C4). */
export async function takeBack(db: RegionDb, input: SeatStep & { first: FoundInvitation }): Promise<void> {
  const { event, first, now } = input;
  for (const substitute of first.substitutes)
    await endSubstitution(db, { event, first, substitute, why: "comes", now });
  const region = await ownRegion(db);
  await raiseSequence(db, [first.id]);
  const asked = first.substitutes.find(({ answer }) => answer !== "declined");
  const recipient = recipientOf(first);
  const message = invitationMessage(
    event,
    recipient,
    region.name,
    { sequence: first.sequence + 1, stamp: now, answer: first.answer ?? "needs-action" },
    { ...(asked && { insteadOf: asked.person.name }) },
  );
  const key = `${message.kind}:${first.id}:${message.calendar.sequence}`;
  await queueLetters(db, event, [{ key, message, recipient, invitationId: first.id, dueAt: now }]);
}

async function dropWaiting(db: RegionDb, eventId: string, invitationId: string): Promise<void> {
  const waiting = await holdQueued(db, eventId, invitationId);
  await removeQueued(
    db,
    waiting.map((row) => row.id),
  );
}
