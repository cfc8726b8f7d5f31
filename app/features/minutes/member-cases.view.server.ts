import { readMarkdown } from "~/domain/shared/markdown";
import { openLink } from "~/features/auth/links.server";
import { bodyMembersOn } from "~/features/bodies/body-members.view.server";
import { answerable } from "~/features/minutes/ask-members.server";
import { type AskedSeat, answererOf, askedSeats } from "~/features/minutes/electronic.db.server";
import { liveState } from "~/features/minutes/live-state.view.server";
import { casesOfMinutes, findMinutes } from "~/features/minutes/minutes.db.server";
import { numberOf } from "~/features/minutes/minutes-words";
import { ownRegion } from "~/features/regions/own-region.server";
import { paths } from "~/paths";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

/** The meeting and the seat a link is for; null when the link is wrong, expired or taken back, or the seat is gone. */
export async function seatByToken(db: RegionDb, token: string, now: Date) {
  const link = await openLink(db, token, "cases", now);
  const minutes = link && (await findMinutes(db, link.subjectId));
  if (!link || !minutes?.electronic || !minutes.answerBy) return null;
  const seats = await askedSeats(db, minutes.id);
  const own = seats.find(({ member }) => member?.person?.id === link.personId);
  const seat = own ?? seats.find((each) => answererOf(each)?.id === link.personId);
  if (!seat) return null;
  const running = minutes.state === "live" && minutes.answerBy > now;
  return {
    ...{ minutes, answerBy: minutes.answerBy, seat, seats, personId: link.personId, running },
    /** Whether the seat is the person's own, and not one met in for another. */
    own: own !== undefined,
    /** Whether the person answers: until the moment, and where nobody else does so for the seat. */
    open: running && answererOf(seat)?.id === link.personId,
  };
}

/** What a member of a body reads and answers; moments as ISO instants. Changes nothing (L1). */
export async function memberCasesView(region: { id: string; slug: string }, token: string, now: Date) {
  const { slug } = region;
  return withRegion({ regionId: region.id, personId: null, via: "link" }, async (db) => {
    const found = await seatByToken(db, token, now);
    if (!found) return null;
    const { minutes, seat, seats, open, running, own, answerBy } = found;
    const { zone } = await ownRegion(db);
    const { items } = await liveState(db, minutes);
    const texts = new Map((await casesOfMinutes(db, minutes.id)).map(({ id, case: one }) => [id, one]));
    const asked = new Set(await answerable(db, minutes.id));
    return {
      body: minutes.body.name,
      who: seat.represents || seat.name,
      answerBy: answerBy.toISOString(),
      zone,
      open,
      running,
      /** Who meets for the member, in the member's own eyes; empty for nobody. */
      substitute: own ? seat.substitute : "",
      deputies: own && running ? await deputiesOf(db, minutes, seat, seats) : [],
      items: items.flatMap((item) => {
        const text = texts.get(item.id);
        if (!text || (item.number === null && item.parentId === null)) return [];
        const answer = seat.answers.find(({ itemId }) => itemId === item.id);
        return {
          id: item.id,
          number: numberOf(item, items),
          title: text.title,
          depth: item.depth,
          presentation: readMarkdown(text.presentation),
          proposal: readMarkdown(text.proposal),
          papers: text.papers.map(({ id, name, link, fileId }) => ({
            ...{ id, name },
            to: fileId === null ? link : paths.memberCasePaper(slug, token, id),
          })),
          asked: asked.has(item.id),
          answer: answer ? { agrees: answer.agrees, comment: answer.comment } : null,
        };
      }),
    };
  });
}

/** The deputies of a seat who can be asked: with an address, and with no seat in the meeting already. */
export async function deputiesOf(
  db: RegionDb,
  { bodyId, day }: { bodyId: string; day: Date },
  seat: AskedSeat,
  seats: AskedSeat[],
): Promise<{ id: string; name: string; personId: string }[]> {
  const members = await bodyMembersOn(db, bodyId, day.toISOString().slice(0, 10));
  const taken = new Set(
    seats.filter(({ id }) => id !== seat.id).flatMap((each) => [each.member?.person?.id, answererOf(each)?.id]),
  );
  const deputies = members.find(({ id }) => id === seat.memberId)?.deputies ?? [];
  return deputies.flatMap(({ id, name, personId, email }) =>
    personId && email && !taken.has(personId) ? [{ id, name, personId }] : [],
  );
}

export type MemberCases = NonNullable<Awaited<ReturnType<typeof memberCasesView>>>;

/** The case of a paper that the holder of a link may open; null for any other paper and any other link. */
export async function paperCaseOf(
  db: RegionDb,
  { token, paperId, now }: { token: string; paperId: string; now: Date },
): Promise<string | null> {
  const found = await seatByToken(db, token, now);
  if (!found) return null;
  const items = await casesOfMinutes(db, found.minutes.id);
  return items.find((item) => item.case.papers.some(({ id }) => id === paperId))?.case.id ?? null;
}
