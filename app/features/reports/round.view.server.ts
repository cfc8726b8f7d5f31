import { matchBefore, rowChanges } from "~/domain/reports/row-changes";
import { todayIn } from "~/features/regions/today";
import { findRound, listRounds, listRows, type StoredRow } from "~/features/reports/reports.db.server";
import { hasRoundFilters, nobody, noRoundFilters, type RoundFilters } from "~/features/reports/round-filters";
import { accessFor, type RegionDb } from "~/platform/db/region-db.server";

export type RowLine = Pick<
  StoredRow,
  "id" | "strategy" | "measure" | "activity" | "timing" | "owner" | "state" | "asks" | "activityId"
> & {
  /** Who owns the activity in words, where nobody is named. */
  ownerWords: string;
  /** What was said first in the form, as much as the list shows. */
  words: string;
  /** How many answers are other than in the round before; null where there was no such row. */
  changed: number | null;
};

export type FocusAreaLines = { name: string; rows: RowLine[] };
export type AreaLines = { name: string; focusAreas: FocusAreaLines[] };

/** Somebody who owns rows of a round; `id` is null for the rows that nobody owns. */
export type RowOwner = { id: string | null; name: string; rows: number; left: number };

/** A round: what it asks, and its rows by area and focus area, as the filters select. Null when there is none. */
export async function roundView(
  db: RegionDb,
  id: string,
  { day, zone }: { day: string; zone: string },
  filters: RoundFilters = noRoundFilters,
) {
  const round = await findRound(db, id);
  if (!round) return null;
  const { form, texts: _, submittedAt, ...facts } = round;
  const stored = await listRows(db, id);
  const before = round.previousId ? await listRows(db, round.previousId) : [];
  const matched = matchBefore(stored, before);
  const { personId } = accessFor(db);
  const lines = stored.map((row, at) => {
    const was = matched[at] ?? null;
    const { id: rowId, strategy, measure, activity, timing, owner, state, asks, activityId, planned } = row;
    const changes = rowChanges(form.columns, row.answers, was?.answers ?? null);
    const line: RowLine = {
      ...{ id: rowId, strategy, measure, activity, timing, owner, state, asks, activityId },
      ownerWords: owner ? "" : (planned?.owner ?? ""),
      words: (changes.find(({ now }) => now !== "")?.now ?? "").slice(0, 300),
      changed: was ? changes.filter(({ change }) => change !== "same" && change !== "none").length : null,
    };
    return { line, area: row.area, focusArea: row.focusArea, ownerId: row.ownerId, answers: row.answers };
  });
  const shown = lines.filter((row) => fits(row, filters));
  const named = (await listRounds(db)).map(({ id: other, name }) => ({ id: other, name }));
  const count = (state: string) => stored.filter((row) => row.state === state).length;
  return {
    round: { ...facts, submittedOn: submittedAt && todayIn(zone, submittedAt) },
    form,
    today: day,
    /** The deadline for rows has passed, and there are rows that are not delivered. */
    late:
      round.state !== "submitted" && round.rowsBy !== null && round.rowsBy < day && count("delivered") < stored.length,
    counts: {
      ...{ all: stored.length, empty: count("empty"), draft: count("draft"), delivered: count("delivered") },
      ...{ nobody: stored.filter(({ ownerId }) => !ownerId).length, asks: stored.filter(({ asks }) => asks).length },
    },
    owners: ownersOf(stored),
    /** The reader's own rows; null where she has none. */
    mine: ownersOf(stored).find(({ id: ownerId }) => ownerId !== null && ownerId === personId) ?? null,
    options: { areas: [...new Set(stored.map(({ area }) => area))] },
    rounds: named,
    filters,
    isFiltered: hasRoundFilters(filters),
    shown: shown.length,
    areas: grouped(shown),
  };
}

export type RoundView = NonNullable<Awaited<ReturnType<typeof roundView>>>;

type Placed = {
  line: RowLine;
  area: string;
  focusArea: string;
  ownerId: string | null;
  answers: Readonly<Record<string, string>>;
};

function fits({ line, area, focusArea, ownerId, answers }: Placed, filters: RoundFilters): boolean {
  const { search, areas, owners, states, asks, changed } = filters;
  const said = [area, focusArea, line.strategy, line.measure, line.activity, line.timing, line.owner?.name ?? ""];
  const text = [...said, ...Object.values(answers)].join(" ").toLowerCase();
  return (
    search
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word)) &&
    (areas.length === 0 || areas.includes(area)) &&
    (owners.length === 0 || owners.includes(ownerId ?? nobody)) &&
    (states.length === 0 || states.includes(line.state)) &&
    (!asks || line.asks) &&
    (!changed || (line.changed ?? 0) > 0)
  );
}

/** The rows under the area and the focus area they follow each other in. */
function grouped(rows: readonly Placed[]): AreaLines[] {
  return [...Map.groupBy(rows, ({ area }) => area)].map(([name, ofArea]) => ({
    name,
    focusAreas: [...Map.groupBy(ofArea, ({ focusArea }) => focusArea)].map(([focusArea, ofFocus]) => ({
      name: focusArea,
      rows: ofFocus.map(({ line }) => line),
    })),
  }));
}

/** Who owns rows, those who lack most first, and last what nobody owns. */
export function ownersOf(rows: readonly Pick<StoredRow, "owner" | "state">[]): RowOwner[] {
  const owners = new Map<string | null, RowOwner>();
  for (const { owner, state } of rows) {
    const id = owner?.id ?? null;
    const one = owners.get(id) ?? { id, name: owner?.name ?? "", rows: 0, left: 0 };
    owners.set(id, { ...one, rows: one.rows + 1, left: one.left + (state === "delivered" ? 0 : 1) });
  }
  return [...owners.values()].sort(
    (a, b) => Number(a.id === null) - Number(b.id === null) || b.left - a.left || a.name.localeCompare(b.name, "nb"),
  );
}
