import { judgePlanned, type PlannedTime } from "~/domain/regions/office-hours";
import { instantToLocal } from "~/domain/shared/local-time";
import { findEvent } from "~/features/events/events.db.server";
import { inviteAudience } from "~/features/events/invite.server";
import { plannedRefusal } from "~/features/events/planned-words";
import { officeHoursOf } from "~/features/regions/office-hours.server";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import type { RegionDb } from "~/platform/db/region-db.server";
import { type FormErrors, type FormValues, refuse } from "~/platform/http/forms.server";

/** What was wrong with the time, with the nearest one that is allowed ("YYYY-MM-DDTHH:MM") where there is one. */
export type RefusedTime = { errors: FormErrors; values: FormValues; nearest: { value: string; words: string } | null };

export type InviteFormAnswer =
  | { ok: true; done: string }
  | { ok: false; reason: "cancelled" | "over" | "nobody" }
  | ({ ok: false; reason: "time" } & RefusedTime);

/**
 * Invites as the form says: now, which is exempt from office hours, or at a date and time inside them (M8). A time that
 * cannot be is refused with the nearest one that can, which one button takes instead.
 */
export async function answerInviteForm(
  db: RegionDb,
  { form, eventId, audienceId, now }: { form: FormData; eventId: string; audienceId: string | null; now: Date },
): Promise<InviteFormAnswer> {
  const event = await findEvent(db, eventId);
  if (!event) return { ok: false, reason: "cancelled" };
  const hours = await officeHoursOf(db, [now, event.startsAt]);
  let dueAt: Date | undefined;
  if (form.get("when") === "planned") {
    const written = writtenTime(form);
    const span = { now: now.toISOString(), before: event.startsAt.toISOString() };
    const judged = judgePlanned(written, hours, span);
    if (!judged.ok) return { ok: false, reason: "time", ...refusedTime(form, judged, hours.zone) };
    dueAt = new Date(judged.at);
  }
  const result = await inviteAudience(db, { eventId, audienceId, now, ...(dueAt && { dueAt }) });
  if (!result.ok)
    return result.reason === "late"
      ? { ok: false, reason: "time", ...refusedTime(form, { ok: false, reason: "in-the-past" }, hours.zone) }
      : { ok: false, reason: result.reason };
  const n = result.invited;
  if (dueAt) {
    const when = formatInstant(dueAt.toISOString(), hours.zone, getLocale());
    return { ok: true, done: m.events_invite_planned_done({ n, when }) };
  }
  return { ok: true, done: audienceId === null ? m.events_invited({ n }) : m.audiences_invited({ n }) };
}

/** The nearest time, where its button was pressed; else the fields. */
function writtenTime(form: FormData): { date: string; time: string } {
  const nearest = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/.exec(String(form.get("nearest") ?? ""));
  if (nearest) return { date: nearest[1] ?? "", time: nearest[2] ?? "" };
  return { date: String(form.get("date") ?? ""), time: String(form.get("time") ?? "").slice(0, 5) };
}

function refusedTime(form: FormData, judged: Extract<PlannedTime, { ok: false }>, zone: string): RefusedTime {
  const nearest = "nearest" in judged ? judged.nearest : null;
  const words = nearest && formatInstant(nearest, zone, getLocale());
  const missing = !form.get("date") ? "date" : !form.get("time") ? "time" : null;
  const errors: FormErrors = missing
    ? { [missing]: missing === "date" ? m.events_date_missing() : m.events_time_missing() }
    : {
        [judged.reason === "no-such-time" || judged.reason === "closed" ? "time" : "date"]: plannedRefusal(
          judged.reason,
          words,
        ),
      };
  const local = nearest ? instantToLocal(nearest, zone) : null;
  return {
    ...refuse(form, errors),
    nearest: local && words && !missing ? { value: `${local.date}T${local.time}`, words } : null,
  };
}
