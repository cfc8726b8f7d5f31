import { judgeAnswer } from "./answer";

/** What a reply by mail is weighed by. */
export type WeighedReply = {
  /** SEQUENCE it answers. */
  sequence: number;
  /** When it was made. */
  stamp: Date;
  /** Whether mail and calendar both name the address that was invited. */
  own: boolean;
  /** Whether it proposes another time. */
  counter?: boolean;
};

/** The invitation it names, as it stands. */
export type WeighedInvitation = {
  /** SEQUENCE of what this person was last sent; null when nothing. */
  told: number | null;
  repliedStamp: Date | null;
  answeredAt: Date | null;
  answeredBy: string | null;
  withdrawn: boolean;
};

export type ReplyVerdict =
  /** It is the answer. */
  | { verdict: "count" }
  /** It changes nothing: below what the person was sent (C11), older than the answer that stands, or the same mail again. */
  | { verdict: "ignore"; reason: "stale" | "older" | "doubled" }
  /** A person decides. */
  | { verdict: "ask"; reason: "other-address" | "cancelled" | "over" | "withdrawn" | "counter" };

const second = 1000;

/** What becomes of a reply. `invitation` is null where neither the mail nor its calendar names somebody invited. */
export function decideReply(
  invitation: WeighedInvitation | null,
  reply: WeighedReply,
  event: { state: string; startsAt: Date },
  now: Date,
): ReplyVerdict {
  if (!invitation) return { verdict: "ask", reason: "other-address" };
  const { repliedStamp, answeredAt, answeredBy } = invitation;
  if (repliedStamp && reply.stamp.getTime() === repliedStamp.getTime()) return { verdict: "ignore", reason: "doubled" };
  if (repliedStamp && reply.stamp < repliedStamp) return { verdict: "ignore", reason: "older" };
  // An answer given otherwise is kept to the millisecond, DTSTAMP to the second.
  if (answeredAt && answeredBy !== "mail" && reply.stamp.getTime() + second <= answeredAt.getTime())
    return { verdict: "ignore", reason: "older" };
  // What has ended has been told of with a number above: whoever still answers is heard all the same.
  if (invitation.withdrawn) return { verdict: "ask", reason: "withdrawn" };
  const open = judgeAnswer(event, now);
  if (!open.ok) return { verdict: "ask", reason: open.reason };
  if (reply.sequence < (invitation.told ?? 0)) return { verdict: "ignore", reason: "stale" };
  if (!reply.own) return { verdict: "ask", reason: "other-address" };
  // Who proposes another time has not said yes or no to this one.
  return reply.counter ? { verdict: "ask", reason: "counter" } : { verdict: "count" };
}
