import { isBeforeChange, judgeAnswer } from "~/domain/events/answer";
import { isoDay } from "~/domain/shared/days";
import { earlierInvitationsOfPerson, invitationsOfPerson } from "~/features/events/own-invitations.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Found = Awaited<ReturnType<typeof invitationsOfPerson>>[number];

function shown({ id, answer, event, comment, needs, municipality, substituteFor, ...invitation }: Found, now: Date) {
  const [substitute] = invitation.substitutes;
  const askedAgain = isBeforeChange({ answer, ...invitation }, event.askedVersion);
  return {
    id,
    answer,
    comment,
    needs,
    asksNeeds: event.asksNeeds,
    askedAgain,
    mayAnswer: judgeAnswer(event, now).ok,
    eventId: event.id,
    kind: event.kind,
    title: event.title,
    state: event.state,
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    zone: event.zone,
    place: event.place,
    link: event.link,
    /** Where one joins, for those who have said that they come alone. */
    joinLink: answer === "accepted" && !askedAgain && event.state !== "cancelled" ? event.joinLink : "",
    replyBy: isoDay(event.replyBy),
    municipality: municipality?.municipality.name ?? null,
    /** Whom she meets for. */
    meetsFor: substituteFor?.person.name ?? null,
    /** Who meets for her, and what she has answered. */
    substitute: substitute ? { name: substitute.person.name, answer: substitute.answer } : null,
    attended: invitation.attendedAt !== null,
    recording: event.recordingAt && event.recordingAt <= now ? event.recordingLink : "",
  };
}

/** What somebody is invited to that has not been yet, the nearest first. */
export async function ownInvitations(db: RegionDb, personId: string, now: Date) {
  const invitations = await invitationsOfPerson(db, personId, now);
  return invitations.map((invitation) => shown(invitation, now));
}

/** What somebody was invited to that is over, the newest first. */
export async function ownEarlierInvitations(db: RegionDb, personId: string, now: Date) {
  const invitations = await earlierInvitationsOfPerson(db, personId, now);
  return invitations.map((invitation) => shown(invitation, now));
}

export type OwnInvitation = Awaited<ReturnType<typeof ownInvitations>>[number];
