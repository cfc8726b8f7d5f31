import { agendaText } from "~/domain/cases/agenda-text";
import { writtenLocale } from "~/domain/municipalities/written-locale";
import { invitedTo } from "~/features/cases/agenda.db.server";
import { agendaOf } from "~/features/cases/agenda.view.server";
import { meetingFrame } from "~/features/cases/meeting.view.server";
import { bodyMembers } from "~/features/events/invite-whom";
import { inviteesOf } from "~/features/events/invitees.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The words of a notice, in the region's written standard: the agenda, of closed cases the number and the law alone. */
export async function noticeText(db: RegionDb, minutesId: string): Promise<string> {
  const { defaultStandard } = await ownRegion(db);
  const say = { locale: writtenLocale(null, defaultStandard) };
  const agenda = await agendaOf(db, minutesId, { closed: false });
  const told = (agenda?.items ?? []).filter(({ takenOff }) => !takenOff);
  return agendaText(
    m.cases_notice_heading({}, say),
    told.map((item) => ({
      number: item.written === "" ? "" : m.cases_numbered({ number: item.written }, say),
      title: item.title,
      closed: item.hidden
        ? item.legalBasis
          ? m.cases_closed_by({ basis: item.legalBasis }, say)
          : m.cases_closed({}, say)
        : null,
      parts: item.parts,
    })),
  );
}

/** What the page of a notice shows: its words, whom it goes to, and who is left out and why. */
export async function noticeView(
  db: RegionDb,
  { bodyId, minutesId, today }: { bodyId: string; minutesId: string; today: string },
) {
  const frame = await meetingFrame(db, { bodyId, minutesId });
  if (!frame) return null;
  const before = frame.eventId ? await invitedTo(db, frame.eventId) : { description: "", people: [] };
  const invited = new Set(before.people);
  const found = await inviteesOf(db, {
    audienceId: bodyMembers,
    networkId: null,
    bodyId,
    today: new Date(today),
    invited,
  });
  const text = await noticeText(db, minutesId);
  const { mailMode } = await ownRegion(db);
  const named = ({ name, email, municipalityName }: (typeof found.people)[number]) => ({
    name,
    email,
    place: municipalityName,
  });
  return {
    frame,
    text,
    onHold: mailMode === "hold",
    /** Whether those who have been told would be told something else now. */
    changed: frame.noticeAt !== null && before.description !== text,
    invited: invited.size,
    people: found.people.map(named),
    held: found.held.map(named),
    optedOut: found.optedOut.map(named),
    vacant: found.vacant.length,
  };
}

export type NoticeView = NonNullable<Awaited<ReturnType<typeof noticeView>>>;
