import { writtenLocale } from "~/domain/municipalities/written-locale";
import { audit } from "~/features/audit/audit.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import { asTold, invitationMessage, passedOnMessage } from "~/features/events/event-messages.server";
import { localDay } from "~/features/events/event-times.server";
import { holdQueued, lastTold, removeQueued } from "~/features/events/events.db.server";
import {
  carriedInvitations,
  holdComingEvents,
  moveInvitation,
  municipalityFacts,
  openInvitations,
  standingOf,
  successorOf,
  withdrawInvitation,
} from "~/features/events/passing.db.server";
import { queueLetters } from "~/features/events/queue-letters.server";
import { startInvitations } from "~/features/events/start-invitations.server";
import { keepAside, moveSubstitutes, saveSubstitute } from "~/features/events/substitutes.db.server";
import { recipientOf } from "~/features/events/tell-change.server";
import { contactPersonsOn } from "~/features/municipalities/contact-persons.view.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

/** An invitation that is open for a municipality, as a welcome and a handover page tell it. */
export type OpenInvitation = {
  /** The invitation's id. */
  id: string;
  title: string;
  startsAt: string;
  endsAt: string;
  zone: string;
  place: string;
  replyBy: string | null;
};

type Carried = Awaited<ReturnType<typeof carriedInvitations>>[number];

const told = ({ id, event }: Pick<Carried, "id" | "event">): OpenInvitation => ({
  id,
  title: event.title,
  startsAt: event.startsAt.toISOString(),
  endsAt: event.endsAt.toISOString(),
  zone: event.zone,
  place: event.place,
  replyBy: event.replyBy?.toISOString().slice(0, 10) ?? null,
});

type From = { municipalityId: string; from: string | null; now: Date };

/** What would pass on now: open invitations to published events that have not begun. Changes nothing. */
export async function openInvitationsFor(db: RegionDb, { municipalityId, from, now }: From): Promise<OpenInvitation[]> {
  return from ? (await carriedInvitations(db, { municipalityId, personId: from, now })).map(told) : [];
}

/**
 * Passes a municipality's open invitations from the former contact person to the new one. The new one gets an
 * invitation of her own with calendar entry and link; the former's is withdrawn, with a CANCEL to her alone when her
 * calendar has it (C5, C11), and its answer stays in the history. Who is invited already is not invited twice, and a
 * former who still answers for another municipality keeps hers for that one. Who meets for the former meets for the new
 * one, and in her own right where it is she who takes over. Returns what the new one now has open.
 */
export async function passInvitations(db: RegionDb, input: From & { to: string }): Promise<OpenInvitation[]> {
  const { municipalityId, from, to, now } = input;
  // An invitation round that is under way ends first, and one that begins now sees the new contact person.
  await holdComingEvents(db, now);
  if (from && from !== to) await pass(db, { municipalityId, from, to, now });
  return (await openInvitations(db, { municipalityId, personId: to, now })).map(told);
}

async function pass(db: RegionDb, { municipalityId, from, to, now }: From & { from: string; to: string }) {
  const carried = await carriedInvitations(db, { municipalityId, personId: from, now });
  if (carried.length === 0) return;
  const region = await ownRegion(db);
  const today = localDay(now, region.zone);
  const elsewhere = (await contactPersonsOn(db, today)).find(({ personId }) => personId === from);
  const { name, writtenStandard } = await municipalityFacts(db, municipalityId);
  const locale = writtenLocale(writtenStandard, region.defaultStandard);
  const successor = await successorOf(db, to);
  const wanted = !successor.optedOut.includes("invitations");
  const standing = await standingOf(
    db,
    to,
    carried.map(({ eventId }) => eventId),
  );
  for (const invitation of carried) {
    const { event } = invitation;
    const own = invitation.municipalityId === municipalityId;
    if (own && elsewhere) await moveInvitation(db, invitation.id, elsewhere.municipalityId);
    else if (own) await withdraw(db, { invitation, regionName: region.name, municipality: name, successor, now });
    const has = standing.get(event.id);
    if (has && !has.withdrawnAt) {
      if (has.substituteForId === invitation.id)
        await saveSubstitute(db, has.id, { substituteForId: null, calledUp: false });
      if (!has.municipalityId) await moveInvitation(db, has.id, municipalityId);
      continue;
    }
    if (!wanted) continue;
    const aside = own && !elsewhere && invitation.substitutes.length > 0;
    const wish = { id: newId(), eventId: event.id, personId: to, municipalityId, locale };
    const [{ id, sequence } = { ...wish, sequence: 0 }] = await startInvitations(db, [wish]);
    await audit(db, { action: "invited", subject: "event", id: event.id, after: { invited: 1, people: [to] } });
    if (aside) {
      // Her calendar has nothing to be told of while somebody meets for her; the welcome has her link.
      const { answeredAt, answeredBy, answeredVersion } = invitation;
      await keepAside(db, id, { answeredAt, answeredBy, answeredVersion });
      await moveSubstitutes(db, invitation.id, id);
      continue;
    }
    const recipient = { personId: to, name: successor.name, email: successor.email, municipality: name, locale };
    const revision = { sequence, stamp: now, answer: "needs-action" as const };
    const message = invitationMessage(event, recipient, region.name, revision);
    const key = `event-invitation:${id}${sequence > 0 ? `:${sequence}` : ""}`;
    await queueLetters(db, event, [{ key, message, recipient, invitationId: id, dueAt: now }]);
  }
}

/** Takes an invitation back from one who has passed her role on: what waits is dropped, and her calendar told. */
async function withdraw(
  db: RegionDb,
  input: {
    invitation: Carried;
    regionName: string;
    municipality: string;
    successor: { name: string };
    now: Date;
  },
) {
  const { invitation, regionName, municipality, successor, now } = input;
  const { id, event, answer } = invitation;
  const waiting = await holdQueued(db, event.id, id);
  await removeQueued(
    db,
    waiting.map((row) => row.id),
  );
  const last = (await lastTold(db, event.id, id)).get(id);
  const sequence = invitation.sequence + 1;
  await withdrawInvitation(db, id, { sequence, withdrawnAt: now });
  await audit(db, {
    action: "cancelled",
    subject: "invitation",
    id,
    before: { personId: invitation.personId, municipalityId: invitation.municipalityId, answer },
    after: {},
  });
  if (!last) return;
  const recipient = { ...recipientOf(invitation), municipality };
  const revision = { sequence, stamp: now, answer: answer ?? ("needs-action" as const) };
  await queueMessages(db, [
    {
      key: `event-passed-on:${id}:${sequence}`,
      message: passedOnMessage(asTold(event, last), recipient, regionName, revision, successor.name),
      to: { personId: recipient.personId, name: recipient.name, address: recipient.email },
      locale: recipient.locale,
      dueAt: now,
      eventId: event.id,
      invitationId: id,
    },
  ]);
}
