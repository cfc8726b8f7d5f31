import { isBeforeChange, judgeAnswer } from "~/domain/events/answer";
import { isUuid } from "~/domain/shared/ids";
import { historyOf } from "~/features/audit/history.view.server";
import { findInvitation } from "~/features/events/events.db.server";
import { deliveriesOfInvitation, nameOfPerson } from "~/features/events/invitation.db.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** One invitation: what was answered, how and by whom, and everything that has happened to it. */
export async function invitationView(db: RegionDb, ids: { eventId: string; invitationId: string }, now: Date) {
  const invitation = isUuid(ids.invitationId) ? await findInvitation(db, ids.invitationId) : null;
  if (invitation?.eventId !== ids.eventId) return null;
  const { id, event, answer, answeredAt, answeredBy, answeredForId } = invitation;
  const open = judgeAnswer(event, now);
  const region = await ownRegion(db);
  return {
    id,
    eventTitle: event.title,
    eventId: event.id,
    zone: event.zone,
    name: invitation.person.name,
    email: invitation.person.email,
    municipality: invitation.municipality?.municipality.name ?? "",
    /** The one she meets for. */
    meetsFor: invitation.substituteFor?.person.name ?? null,
    answer,
    answeredAt: answeredAt?.toISOString() ?? "",
    answeredBy,
    answeredFor: answeredForId ? await nameOfPerson(db, answeredForId) : null,
    beforeChange: isBeforeChange(invitation, event.askedVersion),
    comment: invitation.comment,
    needs: invitation.needs,
    asksNeeds: event.asksNeeds,
    withdrawn: invitation.withdrawnAt !== null,
    onHold: region.mailMode === "hold",
    closed: open.ok ? null : open.reason,
    mayResend: event.organizerAddress !== null && open.ok && !invitation.withdrawnAt,
    deliveries: (await deliveriesOfInvitation(db, id)).map(({ id, kind, state, lastError, sentAt, dueAt }) => ({
      id,
      kind,
      state,
      lastError,
      at: (sentAt ?? dueAt).toISOString(),
    })),
    changes: await historyOf(db, { id, subjects: ["invitation"] }),
  };
}

export type InvitationView = NonNullable<Awaited<ReturnType<typeof invitationView>>>;
