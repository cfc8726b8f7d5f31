import { isClosed } from "~/domain/cases/closed";
import { writtenNumber } from "~/domain/cases/numbers";
import { isoDay } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import { comingMeetings } from "~/features/cases/agenda.db.server";
import { bodiesOfRegion, casesIn, type ListedCase, queueCounts, queueOf } from "~/features/cases/cases.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export const queueParts = ["queued", "on_agenda", "treated", "withdrawn"] as const;
export type QueuePart = (typeof queueParts)[number];

/** What the address asks for: a body, which of its cases, and from where on. */
export function readQueueAsked(query: URLSearchParams) {
  const show = queueParts.find((part) => part === query.get("show")) ?? "queued";
  const before = query.get("before");
  return { bodyId: query.get("body"), show, before: isUuid(before) ? before : null };
}

/** The cases of a body: those that wait, in their order, or those that stand elsewhere. */
export async function queueView(
  db: RegionDb,
  {
    bodyId,
    show,
    before,
    today,
    maySee,
  }: ReturnType<typeof readQueueAsked> & { today: string; maySee: (bodyId: string) => boolean },
) {
  const counts = await queueCounts(db);
  const all = await bodiesOfRegion(db);
  const bodies = all
    .filter((body) => stands(body, today) || counts.has(body.id))
    .map(({ id, name, shortName }) => ({ id, name, shortName, count: counts.get(id) ?? 0 }));
  const body = bodies.find(({ id }) => id === bodyId) ?? bodies.find(({ count }) => count > 0) ?? bodies[0] ?? null;
  if (!body) return { bodies, body, show, cases: [], next: null, meetings: [] };
  const found =
    show === "queued" ? await queueOf(db, body.id) : await casesIn(db, { bodyId: body.id, state: show, before });
  const cases = found.slice(0, show === "queued" ? 200 : 50);
  return {
    bodies,
    body,
    show,
    cases: cases.map((one) => rowOf(one, maySee(body.id))),
    next: found.length > cases.length ? (cases.at(-1)?.id ?? null) : null,
    meetings: (await comingMeetings(db, body.id, new Date(today))).map((meeting) => ({
      id: meeting.id,
      day: isoDay(meeting.day),
      set: meeting.state === "agenda",
    })),
  };
}

const stands = ({ validFrom, validTo }: { validFrom: Date | null; validTo: Date | null }, today: string) =>
  (!validFrom || isoDay(validFrom) <= today) && (!validTo || isoDay(validTo) > today);

function rowOf(one: ListedCase, maySee: boolean) {
  const hidden = isClosed(one) && !maySee;
  const last = one.items[0];
  const from = one.cameFrom;
  return {
    id: one.id,
    kind: one.kind,
    hidden,
    closed: isClosed(one),
    legalBasis: one.legalBasis,
    title: hidden ? "" : one.title,
    /** Whether it is a part of a case: then it stands before the whole cases, and keeps its place. */
    part: one.parent !== null,
    /** The case it was a part of, where that has been treated without it. */
    partOf: hidden || !one.parent ? null : one.parent.title,
    proposer: hidden ? "" : one.proposer,
    wantedBy: isoDay(one.wantedBy),
    parts: hidden ? 0 : one._count.parts,
    papers: hidden ? 0 : one._count.papers,
    from: from && {
      body: from.body.name,
      number: from.number !== null && from.year !== null ? writtenNumber({ number: from.number, year: from.year }) : "",
    },
    last: last
      ? {
          day: isoDay(last.minutes.day),
          minutesId: last.minutesId,
          outcome: hidden ? null : last.outcome,
          number:
            last.number !== null && last.year !== null ? writtenNumber({ number: last.number, year: last.year }) : "",
        }
      : null,
  };
}

export type QueueView = Awaited<ReturnType<typeof queueView>>;
export type QueueRow = QueueView["cases"][number];
