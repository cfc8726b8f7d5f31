import { nextDeputy } from "~/domain/events/seats";
import { makeLinks } from "~/features/auth/links.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import { deputiesFor } from "~/features/events/deputies-for.server";
import { substituteCannotMessage } from "~/features/events/event-messages.server";
import { answerLinkEnds } from "~/features/events/event-times.server";
import type { HeldEvent } from "~/features/events/event-wakes.server";
import { findInvitation, holdQueued, lastTold } from "~/features/events/events.db.server";
import { candidatesFor, firstOf } from "~/features/events/name-substitute.server";
import type { FoundInvitation } from "~/features/events/substitutes.db.server";
import { putSubstitute, takeBack } from "~/features/events/substitution.server";
import { recipientOf } from "~/features/events/tell-change.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newToken } from "~/platform/tokens.server";

/**
 * What follows from an answer for the seat it is about, in its transaction and in every way of answering. Who had
 * somebody to meet for her and comes after all meets herself. A no without a substitute calls up the next deputy where
 * the event does so, and a substitute's no is told to the one she was to meet for. `before` is the answer until now.
 */
export async function settleSeat(
  db: RegionDb,
  input: { event: HeldEvent; invitationId: string; before: string | null; now: Date },
): Promise<void> {
  const { event, before, now } = input;
  const invitation = await findInvitation(db, input.invitationId);
  if (!invitation) return;
  if (invitation.answer !== "declined") {
    const isAside = invitation.substitutes.length > 0 || (before === "declined" && (await hasNothing(db, invitation)));
    if (isAside) await takeBack(db, { event, first: invitation, now });
  } else if (invitation.substituteForId === null) {
    if (invitation.substitutes.length === 0) await callDeputy(db, { event, first: invitation, now });
  } else if (before !== "declined") {
    const first = await findInvitation(db, invitation.substituteForId);
    if (!first || first.withdrawnAt) return;
    const next = await callDeputy(db, { event, first, now });
    await tellFirst(db, { event, first, substitute: invitation, next, now });
  }
}

/** Whether her calendar has no entry and none is on its way: whoever met for her does so no more. */
async function hasNothing(db: RegionDb, { id, eventId }: FoundInvitation): Promise<boolean> {
  const told = await lastTold(db, eventId, id);
  return !told.has(id) && (await holdQueued(db, eventId, id)).every(({ kind }) => kind === "event-reminder");
}

/** Invites the next deputy, where the event calls them up. Her name; null when there is none. */
async function callDeputy(
  db: RegionDb,
  { event, first, now }: { event: HeldEvent; first: FoundInvitation; now: Date },
): Promise<string | null> {
  if (!event.callsDeputies) return null;
  const deputies = await deputiesFor(db, first);
  const candidates = await candidatesFor(
    db,
    event.id,
    deputies.map(({ deputy }) => deputy),
  );
  const next = nextDeputy(firstOf(first), candidates);
  if (!next) return null;
  await putSubstitute(db, { event, first, person: next.person, note: "", calledUp: true, now });
  return next.person.name;
}

async function tellFirst(
  db: RegionDb,
  input: { event: HeldEvent; first: FoundInvitation; substitute: FoundInvitation; next: string | null; now: Date },
) {
  const { event, first, substitute, next, now } = input;
  const region = await ownRegion(db);
  const recipient = recipientOf(first);
  const token = newToken();
  const { personId } = recipient;
  await makeLinks(db, [
    { token, purpose: "answer", personId, subjectId: first.id, expiresAt: answerLinkEnds(event.endsAt) },
  ]);
  await queueMessages(db, [
    {
      key: `substitute-cannot:${substitute.id}:${substitute.sequence}:${now.getTime()}`,
      message: substituteCannotMessage(event, recipient, region.name, { substitute: substitute.person.name, next }),
      to: { personId, name: recipient.name, address: recipient.email },
      locale: recipient.locale,
      secret: token,
      dueAt: now,
      eventId: event.id,
    },
  ]);
}
