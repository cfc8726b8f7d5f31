import { isoDay } from "~/domain/shared/days";
import type { Block } from "~/domain/shared/markdown";
import { historyOf } from "~/features/audit/history.view.server";
import { comingMeetings } from "~/features/cases/agenda.db.server";
import { type PaperView, paperView } from "~/features/cases/agenda.view.server";
import { papersOfCases } from "~/features/cases/case-papers.db.server";
import { caseTree } from "~/features/cases/cases.db.server";
import { caseReader } from "~/features/cases/references.view.server";
import { type StoryStep, storyOf } from "~/features/cases/story.view.server";
import { paths } from "~/paths";
import type { RegionDb } from "~/platform/db/region-db.server";

export type PartView = {
  id: string;
  letter: string;
  title: string;
  presentation: Block[];
  proposal: Block[];
  state: string;
  papers: PaperView[];
  parts: PartView[];
};

export type ReadStep = Omit<StoryStep, "treatments"> & {
  treatments: (Omit<StoryStep["treatments"][number], "decision"> & { decision: Block[] })[];
};

type Asked = { id: string; maySee: (bodyId: string) => boolean; slug: string; today: string };

/**
 * A case as its page shows it. Null for none; a part that is one of a case is told by that (`within`); one that is closed
 * to the reader says only its body and the law.
 */
export async function caseView(db: RegionDb, { id, maySee, slug, today }: Asked) {
  const found = await caseTree(db, id);
  if (!found) return null;
  if (found.parent && !(found.state === "queued")) return { is: "part", within: found.parent.id } as const;
  const { body } = found;
  if (found.closed && !maySee(body.id))
    return { is: "hidden", hidden: { body: body.name, bodyId: body.id, legalBasis: found.legalBasis } } as const;
  const parts = found.parts.flatMap((part) => [part, ...part.parts]);
  const story = await storyOf(db, id, { closed: maySee });
  const papers = Map.groupBy(await papersOfCases(db, [id, ...parts.map((part) => part.id)]), ({ caseId }) => caseId);
  const papersHere = (caseId: string) => (papers.get(caseId) ?? []).map(paperView);
  const texts = [
    ...[found, ...parts].flatMap(({ presentation, proposal }) => [presentation, proposal]),
    ...story.flatMap(({ treatments }) => treatments.map(({ decision }) => decision)),
  ];
  const hrefOf = ({ caseId }: { caseId: string }, letter: string) =>
    paths.case(slug, caseId) + (letter && `#${letter.toLowerCase()}`);
  const read = await caseReader(db, { texts, bodyId: body.id, maySee, hrefOf });
  type Part = (typeof parts)[number];
  const partOf = (part: Part & { parts?: Part[] }): PartView => ({
    id: part.id,
    letter: part.letter,
    title: part.title,
    presentation: read(part.presentation),
    proposal: read(part.proposal),
    state: part.state,
    papers: papersHere(part.id),
    parts: (part.parts ?? []).map(partOf),
  });
  const { title, kind, state, closed, legalBasis, version } = found;
  return {
    is: "case",
    case: {
      ...{ id, title, kind, state, closed, legalBasis, version },
      body: { id: body.id, name: body.name },
      partOf: found.parent && { id: found.parent.id, title: found.parent.title },
      proposer: found.proposer || (found.proposedBy?.name ?? ""),
      wantedBy: isoDay(found.wantedBy),
      presentation: read(found.presentation),
      proposal: read(found.proposal),
      papers: papersHere(id),
      parts: found.parts.map(partOf),
      about: found.aboutMinutes && {
        minutesId: found.aboutMinutes.id,
        bodyId: found.aboutMinutes.bodyId,
        day: isoDay(found.aboutMinutes.day),
      },
    },
    story: story.map(
      (step): ReadStep => ({
        ...step,
        treatments: step.treatments.map((one) => ({ ...one, decision: read(one.decision) })),
      }),
    ),
    meetings: (state === "queued" ? await comingMeetings(db, body.id, new Date(today)) : []).map((meeting) => ({
      id: meeting.id,
      day: isoDay(meeting.day),
      set: meeting.state === "agenda",
    })),
    history: await historyOf(db, { id, subjects: ["case"] }),
  } as const;
}

export type CaseView = Extract<NonNullable<Awaited<ReturnType<typeof caseView>>>, { is: "case" }>;

/** What the form of a case is filled in with, of one that stands or that an address begins. */
export async function caseFormView(db: RegionDb, { id, maySee }: { id: string; maySee: (bodyId: string) => boolean }) {
  const found = await caseTree(db, id);
  if (!found || (found.closed && !maySee(found.bodyId))) return null;
  return {
    part: found.parentId !== null,
    rootId: found.parent?.parentId ?? found.parentId ?? id,
    queued: found.state === "queued",
    title: found.title,
    version: found.version,
    values: {
      bodyId: found.bodyId,
      kind: found.kind,
      title: found.title,
      presentation: found.presentation,
      proposal: found.proposal,
      proposer: found.proposer,
      wantedBy: isoDay(found.wantedBy) ?? "",
      closed: found.closed ? "on" : "",
      legalBasis: found.legalBasis,
    } as Record<string, string>,
  };
}
