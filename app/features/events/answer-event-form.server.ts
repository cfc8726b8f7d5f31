import { isUuid } from "~/domain/shared/ids";
import { sendChangesNow } from "~/features/events/change-event.server";
import { findEvent, findInvitation } from "~/features/events/events.db.server";
import { sendPlannedNow, takeBackPlanned } from "~/features/events/planned-invitations.server";
import { resendInvitation } from "~/features/events/resend-invitation.server";
import { remindChosen } from "~/features/events/send-reminders.server";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What was done, in words, or why nothing was. */
export type EventFormAnswer = { ok: true; done: string } | { ok: false; problem: string };

const refused = (problem: string): EventFormAnswer => ({ ok: false, problem });

/**
 * Does what one of the buttons on an event's page asks: what waits goes now, is taken back, is reminded of, goes again.
 * `alsoTell` tells others than the invited of a change that goes now, and says how many.
 */
export async function answerEventForm(
  db: RegionDb,
  input: {
    form: FormData;
    eventId: string;
    now: Date;
    alsoTell: (db: RegionDb, about: { eventId: string; now: Date }) => Promise<number>;
  },
): Promise<EventFormAnswer> {
  const { form, eventId, now } = input;
  const intent = String(form.get("intent") ?? "");
  if (intent === "planned-now") {
    const n = await sendPlannedNow(db, { eventId, now });
    return n > 0 ? { ok: true, done: m.events_planned_sent({ n }) } : refused(m.events_planned_gone());
  }
  if (intent === "take-back") {
    const n = await takeBackPlanned(db, { eventId, now });
    return n > 0 ? { ok: true, done: m.events_planned_taken_back({ n }) } : refused(m.events_planned_gone());
  }
  if (intent === "remind" || intent === "remind-now") return remindFrom(db, { form, eventId, now });
  if (intent.startsWith("resend:")) return resend(db, { id: intent.slice("resend:".length), eventId, now });
  const n = (await sendChangesNow(db, { eventId, now })) + (await input.alsoTell(db, { eventId, now }));
  return n > 0 ? { ok: true, done: m.events_sent_now({ n }) } : refused(m.events_changes_gone());
}

async function remindFrom(
  db: RegionDb,
  { form, eventId, now }: { form: FormData; eventId: string; now: Date },
): Promise<EventFormAnswer> {
  const invitationIds = form.getAll("invitation").filter(isUuid);
  if (invitationIds.length === 0) return refused(m.events_remind_none_picked());
  const when = form.get("intent") === "remind-now" ? "now" : "open";
  const result = await remindChosen(db, { eventId, invitationIds, when, now });
  if (!result.ok)
    return refused(
      {
        nobody: () => m.events_remind_nobody(),
        closed: () => m.events_remind_closed(),
        over: () => m.events_cannot_change_over(),
        cancelled: () => m.events_cannot_change_cancelled(),
      }[result.reason](),
    );
  const n = result.reminded;
  if (result.at <= now) return { ok: true, done: m.events_reminded_now({ n }) };
  const zone = (await findEvent(db, eventId))?.zone ?? "";
  return { ok: true, done: m.events_reminded({ n, when: formatInstant(result.at.toISOString(), zone, getLocale()) }) };
}

async function resend(
  db: RegionDb,
  { id, eventId, now }: { id: string; eventId: string; now: Date },
): Promise<EventFormAnswer> {
  const invitation = isUuid(id) ? await findInvitation(db, id) : null;
  if (invitation?.eventId !== eventId) return refused(m.events_resend_refused());
  if (invitation.person.heldSince) return refused(m.events_resend_held());
  const sent = await resendInvitation(db, { invitationId: id, now });
  return sent
    ? { ok: true, done: m.events_resent_to({ name: invitation.person.name }) }
    : refused(m.events_resend_refused());
}
