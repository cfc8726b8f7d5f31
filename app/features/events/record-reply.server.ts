import { createHash } from "node:crypto";
import { compareEvents } from "~/domain/events/change";
import { decideReply } from "~/domain/events/decide-reply";
import { localToInstant } from "~/domain/shared/local-time";
import { audit } from "~/features/audit/audit.server";
import { asTold, type EventMessage, type ToldEvent } from "~/features/events/event-messages.server";
import { holdEvent, lastTold } from "~/features/events/events.db.server";
import { repliesEnd } from "~/features/events/forget-replies.server";
import { recordAnswer } from "~/features/events/record-answer.server";
import {
  countWaiting,
  createReply,
  findReply,
  invitationsAt,
  removeReplies,
  waitingOf,
} from "~/features/events/replies.db.server";
import type { ReplyMail } from "~/features/events/reply-mail.server";
import { factsOf } from "~/features/events/tell-change.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** How many replies to one event may wait for a person; more are not kept. */
const mostWaiting = 200;
const longestName = 200;

/** `counted` is the answer now, `waiting` is for a person to decide, `ignored` changes nothing, `unknown` is no event of the region. */
export type RecordReplyResult = "counted" | "waiting" | "ignored" | "unknown";

/**
 * Takes an answer that came by mail (C9). From the address that was invited it counts as any other answer does; what is
 * stale (C11), older than the answer that stands or has come before changes nothing; and what no rule can decide waits
 * for a person: another address, another time that is proposed, a cancelled event, one that has begun, an invitation
 * that another has taken over.
 */
export async function recordReply(db: RegionDb, { from, reply }: ReplyMail, now: Date): Promise<RecordReplyResult> {
  const event = await holdEvent(db, reply.eventId);
  if (!event?.organizerAddress) return "unknown";
  const attendee = reply.attendee || from.address;
  const named = await invitationsAt(db, event.id, [...new Set([attendee, from.address])]);
  const at = (address: string) => named.find(({ addresses }) => addresses.includes(address));
  const invitation = at(attendee) ?? at(from.address);
  const own = invitation !== undefined && at(attendee) === at(from.address);
  const told = invitation && (await lastTold(db, event.id, invitation.id)).get(invitation.id);
  // A clock that is ahead would have every later answer look old.
  const stamp = new Date(Math.min(reply.stamp ? Date.parse(reply.stamp) : now.getTime(), now.getTime()));
  const weighed = invitation && {
    ...invitation,
    told: told?.calendar.sequence ?? null,
    // A calendar that has not heard yet that somebody meets for her says yes: that is for a person to read.
    withdrawn: invitation.withdrawnAt !== null || (invitation.out && reply.answer !== "declined"),
  };
  const { counter } = reply;
  const weighs = { sequence: reply.sequence, stamp, own, counter: counter !== undefined };
  const decided = decideReply(weighed ?? null, weighs, event, now);
  if (decided.verdict === "ignore") return "ignored";
  if (decided.verdict === "count" && invitation) {
    const counted = await recordAnswer(db, {
      invitationId: invitation.id,
      answer: reply.answer,
      answeredBy: "mail",
      comment: reply.comment || undefined,
      stamp,
      answeredVersion: versionAnswered(event, reply.sequence < invitation.sequence ? told : undefined),
      now,
    });
    if (counted.ok) return "counted";
  }
  if (now >= repliesEnd(event)) return "ignored";
  const { answer, comment } = reply;
  const fromName = from.name.slice(0, longestName);
  return keepReply(
    db,
    {
      ...{ eventId: event.id, fromName, fromAddress: from.address, attendee, answer, comment, stamp },
      proposesTime: counter !== undefined,
      proposedStart: counter?.starts ? instantIn(counter.starts, event.zone) : null,
    },
    now,
  );
}

/** The instant of a proposed time; null for one that never is. */
function instantIn(starts: string, zone: string): Date | null {
  if (starts.endsWith("Z")) return new Date(starts);
  const found = localToInstant(starts.slice(0, 10), starts.slice(11, 16), zone);
  return found.ok ? new Date(found.instant) : null;
}

/**
 * Which asking an answer is to: not the newest where what she was told has since moved, even if that has not left yet,
 * or where the mail of the move is younger than the answer (C10).
 */
export function versionAnswered(
  event: ToldEvent & { askedVersion: number },
  told: EventMessage | undefined,
  stamp?: Date,
): number {
  if (!told) return event.askedVersion;
  const asks = compareEvents(factsOf(asTold(event, told)), factsOf(event)).asksAgain;
  const asked = told.kind === "event-update" && told.calendar.attendee.answer === "needs-action";
  const younger = stamp !== undefined && asked && new Date(told.calendar.stamp) > stamp;
  return asks || younger ? Math.max(0, event.askedVersion - 1) : event.askedVersion;
}

type Kept = Omit<Parameters<typeof createReply>[1], "key" | "receivedAt">;

/** Keeps a reply for a person: one that comes twice once, and of the same sender's the newest alone. */
async function keepReply(db: RegionDb, reply: Kept, now: Date): Promise<"waiting" | "ignored"> {
  const { eventId, fromAddress, attendee, answer, stamp } = reply;
  const names = [eventId, fromAddress, attendee, answer, stamp.toISOString()];
  const key = createHash("sha256").update(names.join("\n")).digest("hex");
  if (await findReply(db, { key })) return "ignored";
  const before = await waitingOf(db, { eventId, fromAddress, attendee });
  if (before[0] && before[0].stamp > stamp) return "ignored";
  if (before.length === 0 && (await countWaiting(db, eventId)) >= mostWaiting) return "ignored";
  const ids = before.map(({ id }) => id);
  await removeReplies(db, ids);
  const id = await createReply(db, { ...reply, key, receivedAt: now });
  await audit(db, { action: "created", subject: "inbound-reply", id, after: { eventId, answer } });
  return "waiting";
}
