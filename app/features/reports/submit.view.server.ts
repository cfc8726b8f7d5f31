import { isBlankFigure, type Lack, lacksOf } from "~/domain/reports/submit-check";
import { figuresOf } from "~/features/reports/figures.view.server";
import { countLines } from "~/features/reports/report-content.db.server";
import { listRows, type StoredRound } from "~/features/reports/reports.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What a report lacks, before it is submitted. */
export async function submissionLacks(
  db: RegionDb,
  round: Pick<StoredRound, "id" | "form" | "texts">,
): Promise<Lack[]> {
  const { form, texts } = round;
  const rows = await listRows(db, round.id);
  return lacksOf({
    rows: rows.map((row) => ({ ...row, hasOwner: row.owner !== null || (row.planned?.owner ?? "") !== "" })),
    columns: form.columns,
    texts: form.texts.map(({ key, heading }) => ({ heading, words: texts[key] ?? "" })),
    figures: (await figuresOf(db, round)).filter(isBlankFigure).map(({ label }) => label),
    lines: await countLines(db, round.id),
  });
}
