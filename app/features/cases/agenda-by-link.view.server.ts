import { readMarkdown } from "~/domain/shared/markdown";
import { openLink } from "~/features/auth/links.server";
import { meetingOfInvitation } from "~/features/cases/agenda.db.server";
import { agendaOf } from "~/features/cases/agenda.view.server";
import { seatsOf } from "~/features/cases/cases.db.server";
import { all, readItems } from "~/features/cases/meeting.view.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

/** The meeting the link of an invitation is to, and whether its bearer may see closed cases there: members, deputies and those who meet for one. */
async function meetingByLink(db: RegionDb, token: string, now: Date) {
  const link = await openLink(db, token, "answer", now);
  const found = link && (await meetingOfInvitation(db, link.subjectId));
  if (!found?.minutes.noticeAt) return null;
  let closed = false;
  for (const person of found.people)
    closed ||= (await seatsOf(db, person, found.minutes.day)).has(found.minutes.bodyId);
  return { minutesId: found.minutes.id, closed };
}

/** The agenda as somebody who is invited reads it by her own link; null where the event is no meeting of a body. */
export async function agendaByLink(regionId: string, token: string, now: Date) {
  return withRegion({ regionId, personId: null, via: "link" }, async (db) => {
    const meeting = await meetingByLink(db, token, now);
    const agenda = meeting && (await agendaOf(db, meeting.minutesId, { closed: meeting.closed }));
    return agenda && readItems(agenda.items, readMarkdown);
  });
}

export type AgendaByLink = NonNullable<Awaited<ReturnType<typeof agendaByLink>>>;

/** The case a paper belongs to, where the bearer of the link may read it; null else. */
export async function paperCaseByLink(
  db: RegionDb,
  { token, paperId, now }: { token: string; paperId: string; now: Date },
) {
  const meeting = await meetingByLink(db, token, now);
  const agenda = meeting && (await agendaOf(db, meeting.minutesId, { closed: meeting.closed }));
  const papers = all(agenda?.items ?? []).flatMap((item) => item.papers);
  return papers.find(({ id }) => id === paperId)?.caseId ?? null;
}
