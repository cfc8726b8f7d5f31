import { periodKey } from "~/domain/communications-plan/period";
import { countAnswers, isBeforeChange } from "~/domain/events/answer";
import { isCounted } from "~/domain/events/seats";
import { isoDay } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import { deliveriesOfEvent, findEvent, invitationsOf, passedInvitationsOf } from "~/features/events/events.db.server";
import { countWaiting } from "~/features/events/replies.db.server";
import { reminderLeaves, whyNotReminded } from "~/features/events/send-reminders.server";
import { meetsFor, type SubstituteWords } from "~/features/events/substitute-words";
import { officeHoursOf } from "~/features/regions/office-hours.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Somebody's name, with whom she meets for. */
function shownName(
  { person, substituteFor }: { person: { name: string }; substituteFor: { person: { name: string } } | null },
  words: SubstituteWords,
): string {
  return substituteFor ? meetsFor(person.name, substituteFor.person.name, words) : person.name;
}

/** What the page of an event is made of, read once: the event, its invitations and its region; null for an id that is none. */
export async function readEvent(db: RegionDb, id: string) {
  const event = isUuid(id) ? await findEvent(db, id) : null;
  if (!event) return null;
  return { event, standing: await invitationsOf(db, id), region: await ownRegion(db) };
}

export type ReadEvent = NonNullable<Awaited<ReturnType<typeof readEvent>>>;

/** One event: what it is, who has answered what, and what has been sent. */
export async function eventView(db: RegionDb, { event, standing, region }: ReadEvent, now: Date) {
  const { id } = event;
  const invitations = standing.filter(isCounted);
  const passed = await passedInvitationsOf(db, id);
  const log = await deliveriesOfEvent(db, id);
  const rows = invitations
    .map((invitation) => {
      const newest = invitation.deliveries.find(({ kind }) => kind !== "event-reminder");
      const reminder = invitation.deliveries.find(({ kind }) => kind === "event-reminder");
      return {
        id: invitation.id,
        personId: invitation.personId,
        municipality: invitation.municipality?.municipality.name ?? "",
        name: shownName(invitation, region.substituteWords),
        reminder: reminder ? { state: reminder.state, at: (reminder.sentAt ?? reminder.dueAt).toISOString() } : null,
        /** Why she would get no reminder to answer; null when she would. */
        notReminded: whyNotReminded(invitation, { kind: "unanswered", askedVersion: event.askedVersion, now }),
        plannedFor: plannedFor(newest, now),
        answer: invitation.answer,
        /** Whom she meets for, and since when. */
        meetsFor: invitation.substituteFor && {
          name: invitation.substituteFor.person.name,
          since: (invitation.substituteFor.answeredAt ?? invitation.createdAt).toISOString(),
          calledUp: invitation.calledUp,
          /** The seat's own invitation, where the substitution is looked after; null when that has passed on. */
          firstId: invitation.substituteFor.withdrawnAt ? null : invitation.substituteFor.id,
        },
        answeredAt: invitation.answeredAt?.toISOString() ?? null,
        answeredBy: invitation.answeredBy,
        answeredFor: invitation.answeredFor?.name ?? null,
        comment: invitation.comment,
        beforeChange: isBeforeChange(invitation, event.askedVersion),
        delivery: newest
          ? {
              id: newest.id,
              kind: newest.kind,
              state: newest.state,
              lastError: newest.lastError,
              at: (newest.sentAt ?? newest.dueAt).toISOString(),
            }
          : null,
      };
    })
    .sort((a, b) => a.municipality.localeCompare(b.municipality, "nb") || a.name.localeCompare(b.name, "nb"));
  const waiting = log.filter((row) => row.kind === "event-update" && row.state === "queued" && row.dueAt > now);
  const planned = rows.flatMap(({ plannedFor }) => plannedFor ?? []).sort();
  const leaves = reminderLeaves(event, await officeHoursOf(db, [now], region), now);
  return {
    id: event.id,
    title: event.title,
    kind: event.kind,
    description: event.description,
    state: event.state,
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    zone: event.zone,
    place: event.place,
    link: event.link,
    replyBy: event.replyBy ? isoDay(event.replyBy) : null,
    organizer: event.organizerName,
    network: event.network,
    begun: event.startsAt <= now,
    onHold: region.mailMode === "hold",
    planRow: event.planRow && {
      id: event.planRow.id,
      channel: event.planRow.channel,
      timing: event.planRow.timing,
      period: periodKey({ from: isoDay(event.planRow.plan.from), to: isoDay(event.planRow.plan.to) }),
    },
    rows,
    /** Invitations that another has taken over, with what had been answered. */
    passed: passed.map(({ id, person, municipality, answer, withdrawnAt, substituteFor, deliveries }) => ({
      id,
      name: shownName({ person, substituteFor }, region.substituteWords),
      wasSubstitute: substituteFor !== null,
      /** Taken back by somebody here, and not passed on with the role. */
      takenBack: deliveries.some(({ key }) => key.startsWith("event-withdrawal:")),
      municipality: municipality?.municipality.name ?? "",
      answer,
      at: withdrawnAt?.toISOString() ?? "",
    })),
    /** Answers by mail that wait for a person. */
    replies: await countWaiting(db, id),
    asksNeeds: event.asksNeeds,
    callsDeputies: event.callsDeputies,
    /** Invitations that are planned for later: how many, and when the first go. */
    planned: planned[0] ? { count: planned.length, at: planned[0] } : null,
    /** When a reminder that is sent by itself would leave; null when the event has begun by then. */
    reminderLeaves: leaves?.toISOString() ?? null,
    counts: countAnswers(rows.map((row) => row.answer)),
    waiting:
      waiting.length > 0
        ? { count: waiting.reduce((sum, row) => sum + row._count, 0), at: waiting.at(-1)?.dueAt.toISOString() ?? "" }
        : null,
    log: log.map((row) => ({
      kind: row.kind,
      state: row.state,
      count: row._count,
      at: (row._max.sentAt ?? row.dueAt).toISOString(),
    })),
  };
}

/** When an invitation that nobody has got yet is to leave, if that is later. */
function plannedFor(
  newest: { kind: string; state: string; dueAt: Date; lastError: string | null } | undefined,
  now: Date,
): string | null {
  const waits = newest?.kind === "event-invitation" && newest.state === "queued" && newest.dueAt > now;
  return waits && !newest.lastError ? newest.dueAt.toISOString() : null;
}

export type EventView = Awaited<ReturnType<typeof eventView>>;
