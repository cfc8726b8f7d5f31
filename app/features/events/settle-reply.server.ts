import { audit } from "~/features/audit/audit.server";
import { findInvitation, holdEvent, lastTold } from "~/features/events/events.db.server";
import { type RecordAnswerResult, recordAnswer } from "~/features/events/record-answer.server";
import { versionAnswered } from "~/features/events/record-reply.server";
import { findReply, settleReply } from "~/features/events/replies.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type SettleReplyResult =
  | RecordAnswerResult
  /** Somebody has decided already. */
  | { ok: false; reason: "settled" };

type Settled = { eventId: string; replyId: string; now: Date };

async function waitingReply(db: RegionDb, { eventId, replyId }: Settled) {
  const event = await holdEvent(db, eventId);
  const reply = event && (await findReply(db, { id: replyId }));
  return event && reply?.eventId === eventId && reply.state === "waiting" ? { event, reply } : null;
}

/** Counts a reply as the answer of one who is invited, because a person says whose it is. */
export async function countReply(
  db: RegionDb,
  input: Settled & { invitationId: string; personId: string },
): Promise<SettleReplyResult> {
  const { invitationId, personId, now } = input;
  const found = await waitingReply(db, input);
  if (!found) return { ok: false, reason: "settled" };
  const { event, reply } = found;
  const invitation = await findInvitation(db, invitationId);
  if (invitation?.eventId !== event.id) return { ok: false, reason: "gone" };
  const { repliedStamp } = invitation;
  const told = (await lastTold(db, event.id, invitationId)).get(invitationId);
  const result = await recordAnswer(db, {
    invitationId,
    answer: reply.answer,
    answeredBy: "mail",
    answeredForId: personId,
    comment: reply.comment || undefined,
    stamp: repliedStamp && repliedStamp > reply.stamp ? repliedStamp : reply.stamp,
    answeredVersion: versionAnswered(event, told, reply.stamp),
    now,
  });
  if (!result.ok) return result;
  await settle(db, input, { state: "counted", invitationId });
  return result;
}

/** Lets a reply be: it is nobody's answer. */
export async function dismissReply(db: RegionDb, input: Settled): Promise<SettleReplyResult> {
  if (!(await waitingReply(db, input))) return { ok: false, reason: "settled" };
  await settle(db, input, { state: "dismissed", invitationId: null });
  return { ok: true };
}

async function settle(
  db: RegionDb,
  { replyId, now }: Settled,
  settled: { state: "counted" | "dismissed"; invitationId: string | null },
): Promise<void> {
  await settleReply(db, replyId, { ...settled, decidedAt: now });
  await audit(db, {
    action: "updated",
    subject: "inbound-reply",
    id: replyId,
    before: { state: "waiting" },
    after: settled,
  });
}
