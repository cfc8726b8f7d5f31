import { basisOf, isClosed } from "~/domain/cases/closed";
import { writtenNumber } from "~/domain/cases/numbers";
import { isoDay } from "~/domain/shared/days";
import type { CaseState, MinutesState, Outcome } from "~/features/cases/cases.db.server";
import { chainOf, numbersOf, treatedCases } from "~/features/cases/story.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type Treatment = {
  itemId: string;
  minutesId: string;
  /** ISO day of the meeting. */
  day: string;
  state: MinutesState;
  electronic: boolean;
  /** Whether the notice of the meeting has gone out. */
  told: boolean;
  /** "08/2017" or "08/2017 B"; empty while it has none. */
  number: string;
  outcome: Outcome | null;
  /** Markdown. */
  decision: string;
  passedOnTo: { id: string; name: string } | null;
};

/** A case in one body, as a step of its story. What is hidden says only that, and by which law. */
export type StoryStep = {
  caseId: string;
  body: { id: string; name: string; open: boolean };
  hidden: boolean;
  legalBasis: string;
  title: string;
  state: CaseState;
  treatments: Treatment[];
};

/**
 * The story of a case through all bodies it came from and was passed on to, in the order it was treated. `closed` says
 * whether closed cases may be seen: always, never, or those of these bodies.
 */
export async function storyOf(
  db: RegionDb,
  caseId: string,
  { closed }: { closed: boolean | ((bodyId: string) => boolean) },
): Promise<StoryStep[]> {
  const may = typeof closed === "boolean" ? () => closed : closed;
  const cases = await treatedCases(db, await chainOf(db, caseId));
  const parents = cases.flatMap(({ parent, items }) =>
    parent ? items.map(({ minutesId }) => ({ minutesId, caseId: parent.id })) : [],
  );
  const numbers = new Map(
    (await numbersOf(db, parents)).flatMap(({ minutesId, caseId: of, number, year }) =>
      number === null || year === null ? [] : [[`${minutesId} ${of}`, writtenNumber({ number, year })] as const],
    ),
  );
  const steps = cases.map((one): StoryStep => {
    const hidden = isClosed(one) && !may(one.bodyId);
    return {
      caseId: one.id,
      body: one.body,
      hidden,
      legalBasis: basisOf(one),
      title: hidden ? "" : one.title,
      state: one.state,
      treatments: one.items.map((item) => ({
        itemId: item.id,
        minutesId: item.minutesId,
        day: isoDay(item.minutes.day),
        state: item.minutes.state,
        electronic: item.minutes.electronic,
        told: item.minutes.noticeAt !== null,
        number: numberOf(item, one.parent && numbers.get(`${item.minutesId} ${one.parent.id}`), one.letter),
        outcome: hidden ? null : item.outcome,
        decision: hidden ? "" : item.decision,
        passedOnTo: item.passOnTo,
      })),
    };
  });
  const came = new Map(cases.map(({ id, cameFromId }) => [id, cameFromId]));
  const of = new Map(cases.flatMap(({ items }) => items.map((item) => [item.id, item.caseId] as const)));
  const depth = (id: string, guard = 0): number => {
    const from = came.get(id);
    const before = from ? of.get(from) : undefined;
    return before && guard < 100 ? 1 + depth(before, guard + 1) : 0;
  };
  return steps
    .map((step) => ({ step, depth: depth(step.caseId) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ step }) => step);
}

function numberOf(
  own: { number: number | null; year: number | null },
  ofParent: string | null | undefined,
  letter: string,
): string {
  if (own.number !== null && own.year !== null) return writtenNumber({ number: own.number, year: own.year });
  return ofParent ? `${ofParent}${letter && ` ${letter}`}` : "";
}
