import type { OfficeHours } from "~/domain/regions/office-hours";
import { nextOpening } from "~/domain/regions/office-hours";
import { audit } from "~/features/audit/audit.server";
import { holdEvent, invitationsOf } from "~/features/events/events.db.server";
import { queueLetters } from "~/features/events/queue-letters.server";
import {
  isFor,
  type RemindedEvent,
  type ReminderKind,
  reminderMessage,
} from "~/features/events/reminder-messages.server";
import { recipientOf } from "~/features/events/tell-change.server";
import { officeHoursOf } from "~/features/regions/office-hours.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

type Invitation = Awaited<ReturnType<typeof invitationsOf>>[number];

/** Why somebody is not reminded. */
export type NotReminded = "answered" | "held" | "opted-out" | "not-told" | "just-reminded";

/** Nobody is reminded twice within this time. Milliseconds. */
const apart = 24 * 3_600_000;
/** A reminder somebody asks for may come sooner; within this it is the same button pressed twice. Milliseconds. */
const twice = 10 * 60_000;

/** When the invitation last left; null when it has not. */
export function toldAt({ deliveries }: Pick<Invitation, "deliveries">): Date | null {
  const sent = deliveries.flatMap(({ kind, state, sentAt }) =>
    kind === "event-invitation" && state === "sent" && sentAt ? [sentAt] : [],
  );
  return sent.sort((a, b) => b.getTime() - a.getTime())[0] ?? null;
}

/** When somebody was last reminded, or is to be. */
function remindedAt({ deliveries }: Pick<Invitation, "deliveries">): Date | null {
  const reminders = deliveries.filter(({ kind, state }) => kind === "event-reminder" && state !== "dropped");
  const times = reminders.map(({ sentAt, dueAt }) => sentAt ?? dueAt);
  return times.sort((a, b) => b.getTime() - a.getTime())[0] ?? null;
}

/** Why one who is invited would get no reminder of a kind now; null when she would (M2). */
export function whyNotReminded(
  invitation: Invitation,
  { kind, askedVersion, now, gap = twice }: { kind: ReminderKind; askedVersion: number; now: Date; gap?: number },
): NotReminded | null {
  if (!isFor(kind, invitation, askedVersion)) return "answered";
  if (invitation.person.heldSince) return "held";
  if (invitation.person.optedOut.includes("reminders")) return "opted-out";
  if (!toldAt(invitation)) return "not-told";
  const last = remindedAt(invitation);
  return last && last.getTime() > now.getTime() - gap ? "just-reminded" : null;
}

/**
 * Whom a reminder that was to go at a moment goes to: those who had been invited for a day by then, and, of those who
 * come, had said so.
 */
export function remindedBy(
  invitations: Invitation[],
  { kind, askedVersion, moment, now }: { kind: ReminderKind; askedVersion: number; moment: Date; now: Date },
): Invitation[] {
  return invitations.filter((invitation) => {
    const told = toldAt(invitation);
    const inTime = told && told.getTime() <= moment.getTime() - apart;
    if (!inTime || (kind === "coming" && invitation.answeredAt && invitation.answeredAt > moment)) return false;
    return whyNotReminded(invitation, { kind, askedVersion, now, gap: apart }) === null;
  });
}

/** Puts a reminder to each of these in the outbox; the same key is never there twice (M6). Returns how many there are. */
export async function queueReminders(
  db: RegionDb,
  input: {
    event: RemindedEvent;
    regionName: string;
    kind: ReminderKind;
    invitations: Invitation[];
    keyOf: (invitation: Invitation) => string;
    dueAt: Date;
    /** The rule that reminds; absent where somebody asks for it. */
    rule?: string;
  },
): Promise<number> {
  const { event, regionName, kind, invitations, keyOf, dueAt, rule } = input;
  await queueLetters(
    db,
    event,
    invitations.map((invitation) => {
      const recipient = recipientOf(invitation);
      return {
        key: keyOf(invitation),
        message: reminderMessage(event, recipient, regionName, { kind, answer: invitation.answer }),
        recipient,
        invitationId: invitation.id,
        dueAt,
        ...(rule !== undefined && { rule }),
      };
    }),
  );
  return invitations.length;
}

export type RemindResult =
  | { ok: true; reminded: number; at: Date }
  | { ok: false; reason: "cancelled" | "over" | "nobody" | "closed" };

/** When a reminder that is asked for now would leave in office hours; null when the event has begun by then. */
export function reminderLeaves(event: { startsAt: Date }, hours: OfficeHours, now: Date): Date | null {
  const at = nextOpening(now.toISOString(), hours);
  return at && new Date(at) < event.startsAt ? new Date(at) : null;
}

/**
 * Reminds those of the chosen who have not answered, when the region is open next or, when somebody says so, now (M8).
 * Left out are those who have answered meanwhile, whose address is held, who want no reminders (M2), who have not got
 * the invitation, and who have just been reminded.
 */
export async function remindChosen(
  db: RegionDb,
  input: { eventId: string; invitationIds: readonly string[]; when: "open" | "now"; now: Date },
): Promise<RemindResult> {
  const { now } = input;
  const event = await holdEvent(db, input.eventId);
  if (event?.state !== "published") return { ok: false, reason: "cancelled" };
  if (event.startsAt <= now) return { ok: false, reason: "over" };
  const at = input.when === "now" ? now : reminderLeaves(event, await officeHoursOf(db, [now]), now);
  if (!at) return { ok: false, reason: "closed" };
  const { askedVersion } = event;
  const kind = "unanswered" as const;
  const invitations = (await invitationsOf(db, event.id)).filter(
    (invitation) =>
      input.invitationIds.includes(invitation.id) && !whyNotReminded(invitation, { kind, askedVersion, now }),
  );
  if (invitations.length === 0) return { ok: false, reason: "nobody" };
  const region = await ownRegion(db);
  const keyOf = ({ id }: Invitation) => `event-reminder:asked:${id}:${newId()}`;
  const reminded = await queueReminders(db, { event, regionName: region.name, kind, invitations, keyOf, dueAt: at });
  await audit(db, {
    action: "sent",
    subject: "event",
    id: event.id,
    after: { reminded, people: invitations.map(({ personId }) => personId) },
  });
  return { ok: true, reminded, at };
}
