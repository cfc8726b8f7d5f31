import { isBeforeChange } from "~/domain/events/answer";
import { invitationsOfPerson } from "~/features/events/events.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What somebody is invited to that has not been yet, the nearest first. */
export async function ownInvitations(db: RegionDb, personId: string, now: Date) {
  const invitations = await invitationsOfPerson(db, personId, now);
  return invitations.map(({ id, answer, event, comment, needs, ...invitation }) => ({
    id,
    answer,
    comment,
    needs,
    asksNeeds: event.asksNeeds,
    askedAgain: isBeforeChange({ answer, ...invitation }, event.askedVersion),
    title: event.title,
    state: event.state,
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    zone: event.zone,
    place: event.place,
  }));
}

export type OwnInvitation = Awaited<ReturnType<typeof ownInvitations>>[number];
