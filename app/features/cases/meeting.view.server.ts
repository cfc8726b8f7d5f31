import { addDays, isoDay } from "~/domain/shared/days";
import type { Block } from "~/domain/shared/markdown";
import { findMinutes, unapprovedBefore } from "~/features/cases/agenda.db.server";
import { type AgendaItemView, agendaOf } from "~/features/cases/agenda.view.server";
import { queueOf } from "~/features/cases/cases.db.server";
import { caseReader } from "~/features/cases/references.view.server";
import { minutesToLay } from "~/features/cases/standing-items.server";
import { paths } from "~/paths";
import type { RegionDb } from "~/platform/db/region-db.server";

/** An item of an agenda with its texts read. */
export type ReadItem = Omit<AgendaItemView, "presentation" | "proposal" | "decision" | "notes" | "parts"> & {
  presentation: Block[];
  proposal: Block[];
  decision: Block[];
  parts: ReadItem[];
};

type Asked = { bodyId: string; minutesId: string; maySee: (bodyId: string) => boolean };

/** A meeting of a body as the head of its pages tells it; null where the body has no such meeting. */
export async function meetingFrame(db: RegionDb, { bodyId, minutesId }: Pick<Asked, "bodyId" | "minutesId">) {
  const found = await findMinutes(db, minutesId);
  if (!found || found.bodyId !== bodyId) return null;
  const { id, body, event, state, electronic, version } = found;
  const stands = event && event.state !== "cancelled" ? event : null;
  const day = isoDay(found.day);
  return {
    ...{ id, state, electronic, version, day },
    body: { id: body.id, name: body.name },
    startsAt: (stands?.startsAt ?? found.startsAt)?.toISOString() ?? null,
    endsAt: (stands?.endsAt ?? found.endsAt)?.toISOString() ?? null,
    place: stands?.place || found.place,
    answerBy: found.answerBy?.toISOString() ?? null,
    noticeAt: found.noticeAt?.toISOString() ?? null,
    /** The last day the notice can go out in time. */
    noticeBy: addDays(day, -body.noticeDays),
    noticeDays: body.noticeDays,
    eventId: event?.id ?? null,
    cancelled: event?.state === "cancelled",
  };
}

export type MeetingFrame = NonNullable<Awaited<ReturnType<typeof meetingFrame>>>;

/** The agenda of a meeting with all its texts; closed cases for those who may see them. */
export async function meetingView(db: RegionDb, { bodyId, minutesId, maySee, slug }: Asked & { slug: string }) {
  const frame = await meetingFrame(db, { bodyId, minutesId });
  const agenda = frame && (await agendaOf(db, minutesId, { closed: maySee(bodyId) }));
  if (!frame || !agenda) return null;
  const texts = all(agenda.items).flatMap(({ presentation, proposal, decision }) => [presentation, proposal, decision]);
  const hrefOf = ({ caseId }: { caseId: string }, letter: string) =>
    paths.case(slug, caseId) + (letter && `#${letter.toLowerCase()}`);
  const read = await caseReader(db, { texts, bodyId, maySee, hrefOf });
  return { frame, items: readItems(agenda.items, read) };
}

export type MeetingView = NonNullable<Awaited<ReturnType<typeof meetingView>>>;

/** Items with their texts read. */
export function readItems(items: AgendaItemView[], read: (text: string) => Block[]): ReadItem[] {
  return items.map(({ presentation, proposal, decision, notes: _notes, parts, ...item }) => ({
    ...item,
    presentation: read(presentation),
    proposal: read(proposal),
    decision: read(decision),
    parts: readItems(parts, read),
  }));
}

/** Items, their parts and theirs. */
export function all(items: AgendaItemView[]): AgendaItemView[] {
  return items.flatMap((item) => [item, ...all(item.parts)]);
}

/** The agenda while it is made: its cases in order, and those that wait in the queue. */
export async function agendaEditor(db: RegionDb, { bodyId, minutesId, maySee }: Asked) {
  const frame = await meetingFrame(db, { bodyId, minutesId });
  const agenda = frame && (await agendaOf(db, minutesId, { closed: maySee(bodyId) }));
  if (!frame || !agenda) return null;
  const queue = await queueOf(db, bodyId);
  const minutes = await unapprovedBefore(db, bodyId, new Date(frame.day));
  return {
    frame,
    items: agenda.items.map((item) => ({
      ...{ id: item.id, caseId: item.caseId, kind: item.kind, written: item.written, typedNumber: item.typedNumber },
      ...{ title: item.title, hidden: item.hidden, closed: item.closed, legalBasis: item.legalBasis },
      takenOff: item.takenOff,
      proposal: item.proposal !== "",
      parts: item.parts.map(({ letter, title }) => ({ letter, title })),
    })),
    queue: queue.map((one) => ({
      id: one.id,
      title: one.closed && !maySee(bodyId) ? "" : one.title,
      closed: one.closed,
      legalBasis: one.legalBasis,
      kind: one.kind,
      from: one.cameFrom?.body.name ?? null,
      wantedBy: isoDay(one.wantedBy),
    })),
    /** Earlier minutes nobody has approved or is about to. */
    unapproved: minutes.map(({ day }) => isoDay(day)),
    /** Minutes of other bodies that may be laid before the meeting. */
    elsewhere: await minutesToLay(db, { bodyId, day: frame.day }),
    hasOther: agenda.items.some(({ kind }) => kind === "other"),
    hasOpening: agenda.items.some(({ kind }) => kind === "opening"),
  };
}

export type AgendaEditorView = NonNullable<Awaited<ReturnType<typeof agendaEditor>>>;
