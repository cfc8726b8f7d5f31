import { keyOf } from "./action-plan-document";

/** The words that a row of a report, and an activity of a plan, stand under and are called. */
export type RowWords = { focusArea: string; measure: string; activity: string };

/**
 * Which activity a row reports on. `near`: the words differ a little, and a person may look. `asks`: nobody can tell,
 * or the row speaks of two. `candidates` are those most like it, the likest first.
 */
export type RowMatch =
  | { kind: "exact" | "near"; activityId: string; candidates: string[] }
  | { kind: "asks"; activityId: null; candidates: string[] };

const NEAR = 0.72;
const NEAR_NAME = 0.65;
const CANDIDATE = 0.45;
const MOST_CANDIDATES = 5;
const MOST_PAIRS = 200;
/** A name shorter than this may stand in another by chance. Letters. */
const TELLING = 12;

/**
 * Finds the activity of a plan that each row of a report is about: by equal words, then by likeness of letters, the most
 * alike first. An activity is taken once. The result has the rows' order. Deterministic.
 */
export function matchReportRows(
  rows: readonly RowWords[],
  activities: readonly (RowWords & { id: string })[],
): RowMatch[] {
  const found = new Map<number, RowMatch>();
  const taken = new Set<string>();
  const own = rows.map(prepare);
  const plan = activities.map((activity) => ({ id: activity.id, ...prepare(activity) }));

  for (const keyIn of [whole, named]) {
    const byKey = Map.groupBy(
      plan.filter(({ id }) => !taken.has(id)),
      keyIn,
    );
    for (const [at, row] of own.entries()) {
      if (found.has(at)) continue;
      const same = byKey.get(keyIn(row))?.filter(({ id }) => !taken.has(id)) ?? [];
      const [first] = same;
      // Without the focus area, two of one name are no answer.
      if (!first || (keyIn === named && same.length > 1)) continue;
      found.set(at, { kind: "exact", activityId: first.id, candidates: [first.id] });
      taken.add(first.id);
    }
  }

  const pairs: ({ at: number; id: string } & Likeness)[] = [];
  for (const [at, row] of own.entries()) {
    if (found.has(at)) continue;
    const scored = plan.map((activity) => ({ at, id: activity.id, ...likeness(row, activity) }));
    pairs.push(...scored.filter(({ rank }) => rank >= CANDIDATE));
  }
  pairs.sort((a, b) => b.score - a.score || a.at - b.at);
  const byRow = Map.groupBy(pairs, ({ at }) => at);
  const candidatesOf = Map.groupBy(
    pairs.toSorted((a, b) => b.rank - a.rank || b.score - a.score),
    ({ at }) => at,
  );
  const ambiguous = new Set(
    own.flatMap((row, at) => {
      const within = plan.filter(
        ({ id, name }) => !taken.has(id) && name.length >= TELLING && contains(row.name, name),
      );
      const [first, second] = byRow.get(at) ?? [];
      return within.length > 1 || (first && first.score === second?.score) ? [at] : [];
    }),
  );
  for (const { at, id, near } of pairs) {
    if (!near || found.has(at) || taken.has(id) || ambiguous.has(at)) continue;
    found.set(at, { kind: "near", activityId: id, candidates: listed(candidatesOf.get(at)) });
    taken.add(id);
  }
  return own.map(
    (_, at) => found.get(at) ?? { kind: "asks", activityId: null, candidates: listed(candidatesOf.get(at)) },
  );
}

const listed = (pairs: { id: string }[] = []) => pairs.slice(0, MOST_CANDIDATES).map(({ id }) => id);

type Prepared = { focus: string; measure: string; name: string; pairs: Record<"focus" | "measure" | "name", Pairs> };
type Pairs = { counts: Map<string, number>; size: number };

/** A row that has no activity is called by its measure. */
function prepare({ focusArea, measure, activity }: RowWords): Prepared {
  const [focus, above, name] = [keyOf(focusArea), keyOf(measure), keyOf(activity) || keyOf(measure)];
  return {
    ...{ focus, measure: above, name },
    pairs: { focus: pairsOf(focus), measure: pairsOf(above), name: pairsOf(name) },
  };
}

const whole = ({ focus, measure, name }: Prepared) => [focus, measure, name].join("\n");
const named = ({ measure, name }: Prepared) => [measure, name].join("\n");
const contains = (text: string, part: string) => ` ${text} `.includes(` ${part} `);

/** `score` from 0 to 1; `rank` orders what a person may choose from, those of the same measure first. */
type Likeness = { score: number; rank: number; near: boolean };

/** What stands under the same focus area and measure is more alike. */
function likeness(row: Prepared, activity: Prepared): Likeness {
  const name = dice(row.pairs.name, activity.pairs.name);
  const measure = dice(row.pairs.measure, activity.pairs.measure);
  const focus = dice(row.pairs.focus, activity.pairs.focus);
  const score = 0.6 * name + 0.25 * measure + 0.15 * focus;
  const rank = score + (row.measure === activity.measure ? 0.25 : 0);
  return { score, rank, near: score >= NEAR && name >= NEAR_NAME };
}

function pairsOf(text: string): Pairs {
  const counts = new Map<string, number>();
  const size = Math.min(Math.max(text.length - 1, 0), MOST_PAIRS);
  for (let at = 0; at < size; at++) {
    const pair = text.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, size };
}

/** Dice's coefficient over pairs of letters. */
function dice(a: Pairs, b: Pairs): number {
  if (a.size + b.size === 0) return 1;
  let common = 0;
  for (const [pair, count] of a.counts) common += Math.min(count, b.counts.get(pair) ?? 0);
  return (2 * common) / (a.size + b.size);
}
