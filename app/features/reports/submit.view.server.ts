import type { RoundContent } from "~/domain/reports/round-content";
import { isBlankFigure, type Lack, lacksOf } from "~/domain/reports/submit-check";
import { type FreshFigures, freshFigures } from "~/features/reports/count-figures.server";
import { type AskedFigure, figuresOf } from "~/features/reports/figures.view.server";
import { countLines } from "~/features/reports/report-content.db.server";
import { findRound, listRows } from "~/features/reports/reports.db.server";
import { roundContent } from "~/features/reports/round-content.view.server";
import { seenFigure, seenPart } from "~/features/reports/seen-fields";
import { wordsVersion } from "~/features/reports/words-version.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A figure that is another when it is counted again. In hundredths, as digits; null where nobody knows. */
export type Recounted = { key: string; label: string; before: string | null; after: string | null };

/** What a report says, in parts by the names of their fields: each has a version, and a counted figure its value. */
export type SeenParts = Readonly<Record<string, string>>;

/** A report as it would be submitted at a moment: what it lacks, what is counted otherwise, and what somebody sees of it. */
export type Submittable = {
  lacks: Lack[];
  recounted: Recounted[];
  seen: SeenParts;
  fresh: FreshFigures;
  /** What the figures are called, by the names of their parts. */
  labels: Readonly<Record<string, string>>;
};

/** How a report would be submitted now, with its figures counted again. Changes nothing; null for no such round. */
export async function submittable(db: RegionDb, roundId: string, now: Date): Promise<Submittable | null> {
  const round = await findRound(db, roundId);
  const content = round && (await roundContent(db, roundId));
  if (!round || !content) return null;
  const { form, texts } = round;
  const fresh = await freshFigures(db, round, now);
  const asked = await figuresOf(db, round);
  const figures = asked.map((figure) => ({ ...figure, value: freshValue(figure, fresh) }));
  const rows = await listRows(db, roundId);
  return {
    lacks: lacksOf({
      rows: rows.map((row) => ({ ...row, hasOwner: row.owner !== null || (row.planned?.owner ?? "") !== "" })),
      columns: form.columns,
      texts: form.texts.map(({ key, heading }) => ({ heading, words: texts[key] ?? "" })),
      figures: figures.filter(isBlankFigure).map(({ label }) => label),
      lines: await countLines(db, roundId),
    }),
    recounted: asked.flatMap(({ key, label, value, countedAt }, at) => {
      const after = figures[at]?.value ?? null;
      return fresh.has(key) && (value !== after || countedAt === null) ? [{ key, label, before: value, after }] : [];
    }),
    seen: partsOf(content, figures),
    fresh,
    labels: Object.fromEntries(asked.map(({ key, label }) => [seenFigure(key), label])),
  };
}

function freshValue({ key, value }: AskedFigure, fresh: FreshFigures): string | null {
  const counted = fresh.get(key);
  if (!counted) return value;
  return counted.value === null ? null : String(counted.value * 100);
}

function partsOf({ rows, texts, projects }: RoundContent, figures: readonly AskedFigure[]): SeenParts {
  const version = (part: unknown) => wordsVersion(JSON.stringify(part));
  return {
    ...{ [seenPart.rows]: version(rows), [seenPart.texts]: version(texts), [seenPart.accounts]: version(projects) },
    ...Object.fromEntries(
      figures.map(({ key, label, value, source, counted }) => [
        seenFigure(key),
        counted ? (value ?? "") : version([label, value, source]),
      ]),
    ),
  };
}
