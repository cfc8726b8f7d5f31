import { basisOf, isClosed } from "~/domain/cases/closed";
import { writtenNumber } from "~/domain/cases/numbers";
import { firstOfMarkdown } from "~/domain/newsletters/excerpt";
import { isoDay } from "~/domain/shared/days";
import { mayBeAnnounced } from "~/features/cases/announce-decision.server";
import { findTaken, type TakenDecision, takenDecisions } from "~/features/cases/taken.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type MaySee = (bodyId: string) => boolean;

function rowOf(one: TakenDecision, maySee: MaySee) {
  const hidden = isClosed(one.case) && !maySee(one.bodyId);
  const { parent, letter, title } = one.case;
  return {
    id: one.id,
    caseId: parent?.id ?? one.caseId,
    hidden,
    legalBasis: basisOf(one.case),
    body: one.body.name,
    number: one.number !== null && one.year !== null ? writtenNumber({ number: one.number, year: one.year }) : "",
    /** A part is named with what it is a part of: "Orientering: A Kultur". */
    title: hidden ? "" : parent ? `${parent.title}: ${[letter, title].filter(Boolean).join(" ")}` : title,
    decision: hidden ? "" : firstOfMarkdown(one.decision),
    outcome: hidden ? null : one.outcome,
    day: isoDay(one.minutes.day),
    announced: one.announced,
    mayAnnounce: mayBeAnnounced(one),
    /** Whether its minutes have been sent out, so that newsletters may tell of it. */
    out: one.minutes.state !== "ended",
  };
}

export type TakenRow = ReturnType<typeof rowOf>;

/** The decisions that have been taken, the last first, fifty at a time. */
export async function takenView(
  db: RegionDb,
  { bodyId, after, maySee }: { bodyId: string | null; after: { id: string } | null; maySee: MaySee },
): Promise<{ rows: TakenRow[]; next: string | null }> {
  const found = await takenDecisions(db, { bodyId, after });
  const rows = found.slice(0, 50).map((one) => rowOf(one, maySee));
  return { rows, next: found.length > 50 ? (rows.at(-1)?.id ?? null) : null };
}

/** The decisions something may be done after: the last ones the reader may see, with the one that is asked for. */
export async function decisionChoices(db: RegionDb, { asked, maySee }: { asked: string | null; maySee: MaySee }) {
  const last = await takenDecisions(db, { bodyId: null, after: null });
  const own = asked && !last.some(({ id }) => id === asked) ? await findTaken(db, asked) : null;
  return [...(own ? [own] : []), ...last].map((one) => rowOf(one, maySee)).filter(({ hidden }) => !hidden);
}
