import { writtenNumber } from "~/domain/cases/numbers";
import { addDays, isoDay } from "~/domain/shared/days";
import { openLink } from "~/features/auth/links.server";
import { minutesContent } from "~/features/minutes/minutes-content.view.server";
import { findRemarks, findRound, remarkableItems } from "~/features/minutes/remarks.db.server";
import { roundReaders } from "~/features/minutes/round-readers.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The remarks on minutes as they are shown. */
export async function remarksOf(db: RegionDb, minutesId: string, personId?: string) {
  const found = await findRemarks(db, minutesId, personId);
  return found.map(({ item, createdAt, ...remark }) => ({
    ...remark,
    at: createdAt.toISOString(),
    about: item?.number ? `${writtenNumber(item)} ${item.case.title}` : "",
  }));
}
export type Remark = Awaited<ReturnType<typeof remarksOf>>[number];

/** What sending minutes round would do: to how many, and by when unless somebody says another day. */
export async function roundAhead(db: RegionDb, minutesId: string, today: string) {
  const round = await findRound(db, minutesId);
  if (!round) return null;
  const readers = await roundReaders(db, round);
  const { mailMode } = await ownRegion(db);
  return { readers: readers.length, by: addDays(today, round.body.remarkDays), onHold: mailMode === "hold" };
}

/** Minutes as somebody opens them by her link, with what she has remarked; null where the link is not good. */
export async function remarkPage(db: RegionDb, { token, now }: { token: string; now: Date }) {
  const link = await openLink(db, token, "remarks", now);
  const round = link && (await findRound(db, link.subjectId));
  const content = round && (await minutesContent(db, round.id, { closed: true }));
  if (!link || !content) return null;
  const { zone, defaultStandard, name } = await ownRegion(db);
  return {
    minutesId: round.id,
    person: { id: link.personId, name: link.person.name },
    content,
    open: round.state === "remarks",
    remarksBy: isoDay(round.remarksBy),
    items: (await remarkableItems(db, round.id)).map(({ id, case: about, ...item }) => ({
      id,
      label: `${writtenNumber(item)} ${about.title}`,
    })),
    remarks: await remarksOf(db, round.id, link.personId),
    region: { name, zone, defaultStandard },
  };
}
