import { languageOf } from "~/domain/regions/written-standard";
import type { ContentFigure, RoundContent } from "~/domain/reports/round-content";
import { matchBefore } from "~/domain/reports/row-changes";
import { roundAccounts } from "~/features/accounts/accounts.db.server";
import { figuresOf } from "~/features/reports/figures.view.server";
import { regionFacts } from "~/features/reports/report-content.db.server";
import { findRound, listRows, type StoredRow } from "~/features/reports/reports.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * A whole report as it stands: what is shown, printed, written as Word and frozen when it is submitted. Null for no such
 * round. What the form does not ask for any more is not in it.
 */
export async function roundContent(db: RegionDb, roundId: string): Promise<RoundContent | null> {
  const round = await findRound(db, roundId);
  if (!round) return null;
  const { name, kind, from, to, form, previous } = round;
  const rows = await listRows(db, roundId);
  const before = matchBefore(rows, previous ? await listRows(db, previous.id) : []);
  const columns = form.columns.map(({ key }) => key);
  const region = await regionFacts(db);
  const standard = { locale: languageOf[region.defaultStandard] };
  const figures = (await figuresOf(db, round, standard)).map(
    ({ key, definition, label, value, source, countedAt }): ContentFigure => ({
      ...{ key, definition, label, value, source, countedAt },
    }),
  );
  return {
    ...{ region: region.name, name, kind, from, to, previous: previous?.name ?? "", form },
    texts: only(
      form.texts.map(({ key }) => key),
      round.texts,
    ),
    rows: rows.map((row, at) => contentRow(row, before[at] ?? null, columns)),
    figures,
    projects: await roundAccounts(db, roundId),
  };
}

function contentRow(
  row: StoredRow,
  before: StoredRow | null,
  columns: readonly string[],
): RoundContent["rows"][number] {
  const { area, focusArea, strategy, measure, activity, timing, owner, planned } = row;
  return {
    ...{ area, focusArea, strategy, measure, activity, timing, owner: owner?.name ?? planned?.owner ?? "" },
    answers: only(columns, row.answers),
    before: before && only(columns, before.answers),
  };
}

/** The words under these keys, in their order; what is not there is left out. */
function only(keys: readonly string[], words: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(keys.flatMap((key) => (Object.hasOwn(words, key) ? [[key, words[key] ?? ""]] : [])));
}
