import { writtenLocale } from "~/domain/municipalities/written-locale";
import { isoDay } from "~/domain/shared/days";
import { instantToLocal } from "~/domain/shared/local-time";
import { audit } from "~/features/audit/audit.server";
import { bodyOf } from "~/features/bodies/body-members.view.server";
import { eventToTell, type FoundMinutes, holdMinutes, updateMinutes } from "~/features/cases/agenda.db.server";
import { noticeText } from "~/features/cases/notice.view.server";
import { changeEvent } from "~/features/events/change-event.server";
import { makeEvent } from "~/features/events/create-event.server";
import { eventFormSchema } from "~/features/events/event-form.schema";
import { inviteAudience } from "~/features/events/invite.server";
import { bodyMembers } from "~/features/events/invite-whom";
import { ownRegion } from "~/features/regions/own-region.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

export type SendNoticeResult =
  | { ok: true; invited: number; told: number }
  | { ok: false; reason: "gone" | "not-set" | "no-time" | "over" | "nobody" | "cancelled" | "electronic" };

/**
 * Sends the notice of a meeting: the event people are invited to is made or changed, with the agenda as its words, and
 * every member who has no invitation gets one. Sent again, those who have one are told what is new. Of closed cases the
 * mail and the calendar entry have the number and the law; the members read them on their own answer page.
 */
export async function sendNotice(
  db: RegionDb,
  { minutesId, personId, now }: { minutesId: string; personId: string; now: Date },
): Promise<SendNoticeResult> {
  const minutes = await holdMinutes(db, minutesId);
  if (!minutes) return { ok: false, reason: "gone" };
  if (minutes.electronic) return { ok: false, reason: "electronic" };
  if (minutes.state !== "agenda") return { ok: false, reason: "not-set" };
  const text = await noticeText(db, minutesId);
  const event = minutes.eventId ? await eventToTell(db, minutes.eventId) : null;
  if (event?.state === "cancelled") return { ok: false, reason: "cancelled" };
  const eventId = event?.id ?? (await makeOne(db, minutes, { text, personId, now }));
  if (typeof eventId !== "string") return eventId;
  let told = 0;
  if (event && event.description !== text) {
    const changed = await changeEvent(db, { eventId, form: formOf(event, text), now });
    if (!changed.ok) return { ok: false, reason: changed.reason === "cancelled" ? "cancelled" : "over" };
    told = changed.told;
  }
  const invited = await inviteAudience(db, { eventId, audienceId: bodyMembers, now });
  if (!invited.ok && invited.reason !== "nobody")
    return { ok: false, reason: invited.reason === "cancelled" ? "cancelled" : "over" };
  const n = invited.ok ? invited.invited : 0;
  if (n === 0 && minutes.noticeAt === null && event?.state !== "published") return { ok: false, reason: "nobody" };
  if (minutes.noticeAt === null) await updateMinutes(db, minutesId, { noticeAt: now });
  await audit(db, { action: "sent", subject: "minutes", id: minutesId, after: { eventId, invited: n, told } });
  return { ok: true, invited: n, told };
}

async function makeOne(
  db: RegionDb,
  minutes: FoundMinutes,
  { text, personId, now }: { text: string; personId: string; now: Date },
): Promise<string | { ok: false; reason: "no-time" | "over" }> {
  if (!minutes.startsAt || !minutes.endsAt) return { ok: false, reason: "no-time" };
  const region = await ownRegion(db);
  const locale = writtenLocale(null, region.defaultStandard);
  const title = m.cases_event_title({ body: minutes.body.name }, { locale });
  const body = await bodyOf(db, minutes.bodyId);
  const made = await makeEvent(db, {
    form: formOf({ ...minutes, startsAt: minutes.startsAt, endsAt: minutes.endsAt, title, zone: region.zone }, text),
    planRowId: null,
    organiser: { actorId: body?.actorId ?? null, networkId: null },
    bodyId: minutes.bodyId,
    responsibleId: personId,
    zone: region.zone,
    now,
  });
  if (!made.ok) return { ok: false, reason: "over" };
  await updateMinutes(db, minutes.id, { eventId: made.id });
  return made.id;
}

type Told = {
  title: string;
  kind?: string;
  startsAt: Date;
  endsAt: Date;
  zone: string;
  place: string;
  link?: string;
  replyBy?: Date | null;
  version?: number;
};

/** What the form of an event would say of it, with these words. */
function formOf({ startsAt, endsAt, zone, ...event }: Told, description: string) {
  const [from, to] = [startsAt, endsAt].map((at) => instantToLocal(at.toISOString(), zone));
  return eventFormSchema().parse({
    title: event.title,
    kind: event.kind ?? "meeting",
    date: from?.date,
    endDate: to?.date === from?.date ? "" : to?.date,
    start: from?.time,
    end: to?.time,
    place: event.place,
    link: event.link ?? "",
    description,
    replyBy: isoDay(event.replyBy) ?? "",
    version: event.kind ? (event.version ?? 0) : 0,
    when: "now",
  });
}
