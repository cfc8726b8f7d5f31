import { readingOrder, rootsOf } from "~/domain/cases/agenda-order";
import { basisOf, isClosed } from "~/domain/cases/closed";
import { writtenNumber } from "~/domain/cases/numbers";
import { endingOf, kindOf } from "~/domain/papers/paper-type";
import { isoDay } from "~/domain/shared/days";
import { type FoundItem, findMinutes, itemsOf } from "~/features/cases/agenda.db.server";
import { papersOfCases } from "~/features/cases/case-papers.db.server";
import type { CaseKind, MinutesState, Outcome } from "~/features/cases/cases.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type PaperView = {
  id: string;
  caseId: string;
  name: string;
  /** Where a paper that is a link leads; empty for a file. */
  link: string;
  file: { kind: ReturnType<typeof kindOf>; ending: ReturnType<typeof endingOf>; size: number } | null;
};

/** A case, lettered item or bullet on the agenda of a meeting. One that is hidden says only its number and the law. */
export type AgendaItemView = {
  id: string;
  caseId: string;
  kind: CaseKind;
  number: number | null;
  year: number | null;
  /** "14/2017"; empty while it has none. */
  written: string;
  /** What the notice said where its year was wrong: "18/2016". */
  typedNumber: string;
  letter: string;
  title: string;
  closed: boolean;
  legalBasis: string;
  hidden: boolean;
  /** Markdown, as the proposal, the decision and the notes. */
  presentation: string;
  proposal: string;
  proposer: string;
  papers: PaperView[];
  outcome: Outcome | null;
  decision: string;
  notes: string;
  unanimous: boolean | null;
  votesFor: number | null;
  votesAgainst: number | null;
  passOnTo: { id: string; name: string } | null;
  /** Taken off after its number had been told: it keeps that, and is not treated. */
  takenOff: boolean;
  version: number;
  parts: AgendaItemView[];
};

export type AgendaView = {
  minutes: {
    id: string;
    bodyId: string;
    bodyName: string;
    /** ISO day. */
    day: string;
    /** ISO instants. */
    startsAt: string | null;
    endsAt: string | null;
    place: string;
    state: MinutesState;
    electronic: boolean;
    answerBy: string | null;
    noticeAt: string | null;
    eventId: string | null;
    version: number;
  };
  items: AgendaItemView[];
};

/**
 * The agenda of a meeting: its cases in order, each with its parts. Where closed cases may not be seen (`closed`), of
 * them no more than their number and the law is in what comes out. Null for an id that is none.
 */
export async function agendaOf(
  db: RegionDb,
  minutesId: string,
  { closed }: { closed: boolean },
): Promise<AgendaView | null> {
  const minutes = await findMinutes(db, minutesId);
  if (!minutes) return null;
  const items = await itemsOf(db, minutesId);
  const seen = items.filter((item) => closed || !isClosed(item.case));
  const papers = Map.groupBy(
    await papersOfCases(
      db,
      seen.map(({ caseId }) => caseId),
    ),
    ({ caseId }) => caseId,
  );
  const placed = items.map((item) => ({
    item,
    caseId: item.caseId,
    parentId: item.case.parentId,
    place: item.position,
  }));
  const view = (item: FoundItem): AgendaItemView => {
    const hidden = !closed && isClosed(item.case);
    return {
      ...itemView(item, { hidden, papers: (papers.get(item.caseId) ?? []).map(paperView) }),
      parts: hidden ? [] : placed.filter(({ parentId }) => parentId === item.caseId).map((part) => view(part.item)),
    };
  };
  const { event } = minutes;
  const stands = event && event.state !== "cancelled" ? event : null;
  return {
    minutes: {
      id: minutes.id,
      bodyId: minutes.bodyId,
      bodyName: minutes.body.name,
      day: isoDay(minutes.day),
      startsAt: (stands?.startsAt ?? minutes.startsAt)?.toISOString() ?? null,
      endsAt: (stands?.endsAt ?? minutes.endsAt)?.toISOString() ?? null,
      place: stands?.place || minutes.place,
      state: minutes.state,
      electronic: minutes.electronic,
      answerBy: minutes.answerBy?.toISOString() ?? null,
      noticeAt: minutes.noticeAt?.toISOString() ?? null,
      eventId: minutes.eventId,
      version: minutes.version,
    },
    items: readingOrder(placed, rootsOf(placed))
      .filter(({ parentId }) => parentId === null || !placed.some(({ caseId }) => caseId === parentId))
      .map(({ item }) => view(item)),
  };
}

function itemView(
  item: FoundItem,
  { hidden, papers }: { hidden: boolean; papers: PaperView[] },
): Omit<AgendaItemView, "parts"> {
  const { number, year } = item;
  const open = (text: string) => (hidden ? "" : text);
  return {
    id: item.id,
    caseId: item.caseId,
    kind: item.case.kind,
    number,
    year,
    written: number === null || year === null ? "" : writtenNumber({ number, year }),
    typedNumber: item.typedNumber,
    letter: item.case.letter,
    title: open(item.case.title),
    closed: isClosed(item.case),
    legalBasis: basisOf(item.case),
    hidden,
    presentation: open(item.case.presentation),
    proposal: open(item.case.proposal),
    proposer: open(item.case.proposer),
    papers: hidden ? [] : papers,
    outcome: hidden ? null : item.outcome,
    decision: open(item.decision),
    notes: open(item.notes),
    unanimous: hidden ? null : item.unanimous,
    votesFor: hidden ? null : item.votesFor,
    votesAgainst: hidden ? null : item.votesAgainst,
    passOnTo: hidden ? null : item.passOnTo,
    takenOff: item.outcome === "not_treated" && item.case.state !== "on_agenda" && item.case.state !== "treated",
    version: item.version,
  };
}

export function paperView(paper: Awaited<ReturnType<typeof papersOfCases>>[number]): PaperView {
  const { id, caseId, name, link, file } = paper;
  return {
    id,
    caseId,
    name,
    link,
    file: file && { kind: kindOf(file.type), ending: endingOf(file.type), size: file.size },
  };
}
