import { basisOf, isClosed } from "~/domain/cases/closed";
import { writtenNumber } from "~/domain/cases/numbers";
import { isoDay } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import { type Block, readMarkdown } from "~/domain/shared/markdown";
import { historyOf } from "~/features/audit/history.view.server";
import { bodiesOfRegion } from "~/features/cases/cases.db.server";
import { countFollowUps, type FoundFollowUp, findFollowUp, followUps } from "~/features/cases/follow-ups.db.server";
import { takenView } from "~/features/cases/taken.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type MaySee = (bodyId: string) => boolean;

export type FollowUpView = {
  id: string;
  /** Closed to the reader: its words are not told. */
  hidden: boolean;
  legalBasis: string;
  words: string;
  responsible: string;
  /** ISO day. */
  dueOn: string | null;
  doneOn: string | null;
  doneNote: string;
  late: boolean;
  version: number;
  body: string;
  bodyId: string;
  caseId: string;
  /** "04/2017", or "08/2017 B" of a part where that is known. */
  number: string;
  title: string;
  day: string;
};

function viewOf(one: FoundFollowUp, maySee: MaySee, today: string): FollowUpView {
  const { item } = one;
  const hidden = isClosed(item.case) && !maySee(item.bodyId);
  const dueOn = isoDay(one.dueOn);
  return {
    id: one.id,
    hidden,
    legalBasis: basisOf(item.case),
    words: hidden ? "" : one.words,
    responsible: hidden ? "" : one.person?.name || one.actor?.name || one.responsible,
    dueOn,
    doneOn: isoDay(one.doneAt),
    doneNote: hidden ? "" : one.doneNote,
    late: one.doneAt === null && dueOn !== null && dueOn < today,
    version: one.version,
    body: item.body.name,
    bodyId: item.bodyId,
    caseId: item.case.parent?.id ?? item.caseId,
    number: item.number !== null && item.year !== null ? writtenNumber({ number: item.number, year: item.year }) : "",
    title: hidden ? "" : item.case.title,
    day: isoDay(item.minutes.day),
  };
}

export function readFollowUpsAsked(query: URLSearchParams) {
  const [body, after] = [query.get("body"), query.get("after")];
  return {
    done: query.get("show") === "done",
    taken: query.get("show") === "taken",
    bodyId: isUuid(body) ? body : null,
    after: isUuid(after) ? { id: after } : null,
  };
}

/** What is to be done after decisions, what is late first; or what has been done; or the decisions themselves. */
export async function followUpsView(
  db: RegionDb,
  { asked, today, maySee }: { asked: ReturnType<typeof readFollowUpsAsked>; today: string; maySee: MaySee },
) {
  const taken = asked.taken ? await takenView(db, { ...asked, maySee }) : null;
  const found = taken ? [] : await followUps(db, asked);
  const shown = found.slice(0, 50).map((one) => viewOf(one, maySee, today));
  const bodies = (await bodiesOfRegion(db)).map(({ id, name }) => ({ value: id, label: name }));
  return {
    asked: { done: asked.done, taken: asked.taken, bodyId: asked.bodyId },
    taken: taken?.rows ?? [],
    bodies,
    counts: await countFollowUps(db, new Date(today)),
    late: shown.filter(({ late }) => late),
    rest: shown.filter(({ late }) => !late),
    next: taken ? taken.next : found.length > 50 ? (shown.at(-1)?.id ?? null) : null,
  };
}

export type FollowUpsView = Awaited<ReturnType<typeof followUpsView>>;

/** One of them, with the decision it comes of; null for none, and for one that is closed to the reader. */
export async function followUpView(db: RegionDb, { id, today, maySee }: { id: string; today: string; maySee: MaySee }) {
  const found = await findFollowUp(db, id);
  const view = found && viewOf(found, maySee, today);
  if (!view || view.hidden) return null;
  const decision: Block[] = readMarkdown(found.item.decision);
  return {
    ...view,
    decision,
    /** Whether who does it is a person or an actor of the register, and not words. */
    bound: found.personId !== null || found.actorId !== null,
    history: await historyOf(db, { id, subjects: ["follow-up"] }),
  };
}
