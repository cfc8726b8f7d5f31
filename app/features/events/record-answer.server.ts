import { type AnswerValue, judgeAnswer } from "~/domain/events/answer";
import { audit } from "~/features/audit/audit.server";
import { findInvitation, holdEvent, saveAnswer } from "~/features/events/events.db.server";
import { settleSeat } from "~/features/events/settle-seat.server";
import { tellChange } from "~/features/events/tell-change.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type RecordAnswerResult = { ok: true } | { ok: false; reason: "cancelled" | "over" | "gone" | "passed-on" };

export type GivenAnswer = {
  invitationId: string;
  answer: AnswerValue;
  answeredBy: "link" | "signed_in" | "on_behalf" | "mail";
  now: Date;
  /** Words to the organiser; what stood stays when absent. */
  comment?: string | undefined;
  /** Dietary and access needs, kept where the event asks for them; what stood stays when absent. */
  needs?: string | undefined;
  /** Who answered for her. */
  answeredForId?: string | undefined;
  /** DTSTAMP of the reply that this is. */
  stamp?: Date | undefined;
  /** Which asking this answers: the event's newest when absent. */
  answeredVersion?: number | undefined;
};

/**
 * Records yes, no or maybe to an invitation. The last answer counts; the ones before stand in the change log. An
 * update that waits takes the answer with it, and one who comes after all is told what a no had kept from her (C10).
 */
export async function recordAnswer(db: RegionDb, given: GivenAnswer): Promise<RecordAnswerResult> {
  const { answer, answeredBy, now, comment, needs, stamp } = given;
  const found = await findInvitation(db, given.invitationId);
  const event = found && (await holdEvent(db, found.eventId));
  const invitation = event && (await findInvitation(db, found.id));
  if (!invitation) return { ok: false, reason: "gone" };
  if (invitation.withdrawnAt) return { ok: false, reason: "passed-on" };
  const verdict = judgeAnswer(event, now);
  if (!verdict.ok) return verdict;
  await saveAnswer(db, invitation.id, {
    answer,
    answeredAt: now,
    answeredBy,
    answeredVersion: given.answeredVersion ?? event.askedVersion,
    answeredForId: given.answeredForId ?? null,
    ...(comment !== undefined && { comment }),
    ...(needs !== undefined && event.asksNeeds && { needs }),
    ...(stamp && { repliedStamp: stamp }),
  });
  await audit(db, {
    action: "answered",
    subject: "invitation",
    id: invitation.id,
    before: { answer: invitation.answer },
    after: { answer },
  });
  const region = await ownRegion(db);
  await tellChange(db, { event, regionName: region.name, now, dueAt: now, invitationId: invitation.id });
  await settleSeat(db, { event, invitationId: invitation.id, before: invitation.answer, now });
  return { ok: true };
}
