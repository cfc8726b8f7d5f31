import { type Clashes, clashesOf, type RowClash } from "~/domain/communications-plan/clashes";
import { currentPeriod, parsePeriodKey, periodKey } from "~/domain/communications-plan/period";
import { accountableOf } from "~/domain/responsibility/cells";
import type { SaidPart } from "~/domain/responsibility/parts";
import { clashWords } from "~/features/communications-plan/clash-words.server";
import { type RowsReader, rowsReader } from "~/features/communications-plan/plan-selection.view.server";
import { plansView } from "~/features/communications-plan/plans.view.server";
import { rowName } from "~/features/communications-plan/row-name";
import { cellsOf, matrixDay } from "~/features/responsibility/matrix-day.server";
import { saidOfRows } from "~/features/responsibility/responsibility.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A row of a plan with what clashes or is missing in it. */
export type RowWithClashes = { id: string; name: string; clashes: RowClash[] };

export type PlanClashes = {
  /** The period of the plan, as it stands in an address. */
  key: string;
  rows: RowWithClashes[];
  /** The actor with more than the others together, by name. */
  heavy: { actorId: string; name: string; rows: number; total: number } | null;
};

type Asked = {
  key: string | null;
  today: string;
  read?: RowsReader;
  /** The plans of the region, where they are read already. */
  plans?: Awaited<ReturnType<typeof plansView>>;
};

/**
 * What clashes or is missing in the plan of a period, or in that of today when none is named; null for no such plan. As
 * many queries whatever its length. Nothing is asked of a closed plan.
 */
export async function planClashes(
  db: RegionDb,
  { key, today, read = rowsReader(db, today), plans: known }: Asked,
): Promise<PlanClashes | null> {
  const plans = known ?? (await plansView(db));
  const wanted = key === null ? null : parsePeriodKey(key);
  const current = currentPeriod(plans, today);
  const plan =
    key === null
      ? plans.find(({ id, to }) => id === current?.id && to >= today)
      : plans.find((own) => (wanted ? own.from === wanted.from && own.to === wanted.to : own.id === key));
  if (!plan) return null;
  if (plan.state === "closed") return { key: periodKey(plan), rows: [], heavy: null };
  const { rows } = await read(plan);
  const day = today < plan.from ? plan.from : today > plan.to ? plan.to : today;
  const there = await matrixDay(db, day);
  const said = new Map<string, Map<string, SaidPart>>();
  for (const { planRowId, actorId, part } of await saidOfRows(
    db,
    rows.map(({ id }) => id),
    day,
  )) {
    const own = said.get(planRowId ?? "") ?? new Map<string, SaidPart>();
    said.set(planRowId ?? "", own.set(actorId, part));
  }
  const found: Clashes = clashesOf(
    rows.map((row) => {
      const { cells } = cellsOf(there, row, said.get(row.id) ?? new Map());
      const { id, audience, audienceId, occurrences, names } = row;
      const isKnown = there.read(row.responsible).some(({ means }) => means.kind !== "unknown");
      return {
        ...{ id, audience, audienceId, occurrences, names, name: rowName(row) },
        events: row.became.filter(({ kind }) => kind === "event"),
        known: isKnown || [...cells.values()].some(({ part }) => part !== null),
        accountable: accountableOf(cells),
      };
    }),
    { today, period: plan },
  );
  const named = new Map(rows.map((row) => [row.id, rowName(row)]));
  const heavy = found.heavy && there.columns.actors.find(({ id }) => id === found.heavy?.actorId);
  return {
    key: periodKey(plan),
    rows: found.rows.map((row) => ({ ...row, name: named.get(row.id) ?? "" })),
    heavy: found.heavy && heavy ? { ...found.heavy, name: heavy.shortName || heavy.name } : null,
  };
}

/** The same with its words in the reader's language, for pages. */
export async function shownClashes(db: RegionDb, input: Asked) {
  const found = await planClashes(db, input);
  return found && { ...found, rows: found.rows.map((row) => ({ ...row, clashes: row.clashes.map(clashWords) })) };
}

export type ShownClashes = NonNullable<Awaited<ReturnType<typeof shownClashes>>>;

/** The same by row, for a view that shows the rows. */
export function clashesByRow(found: ShownClashes | null): Map<string, string[]> {
  return new Map(found?.rows.map(({ id, clashes }) => [id, clashes]));
}
