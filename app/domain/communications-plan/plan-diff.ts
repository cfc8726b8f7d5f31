import { diffLines, type LineDiff } from "../shared/line-diff";
import { type Period, periodKey } from "./period";

/** A row as a version keeps it. `number` is its place in the plan, from 1. */
export type FrozenRow = {
  id: string;
  number: number;
  channel: string;
  theme: string;
  goal: string;
  timing: string;
  responsible: string;
  audience: string;
  notes: string;
  areas: { id: string; number: number; name: string }[];
};

export type FrozenSection = { id: string; heading: string; body: string };

/** A plan as it stood when it was adopted, or as it stands now. */
export type FrozenPlan = Period & {
  preparedBy: string;
  introduction: string;
  sections: FrozenSection[];
  rows: FrozenRow[];
};

export const rowCells = ["channel", "theme", "goal", "timing", "responsible", "audience", "notes", "areas"] as const;
export type RowCell = (typeof rowCells)[number];
export type CellDiff = { cell: RowCell; before: string; after: string };

/** `heading` is null where it is the same; `lines` are the body's, empty where it is the same. */
export type SectionDiff =
  | { kind: "added" | "removed"; section: FrozenSection }
  | {
      kind: "changed";
      section: FrozenSection;
      heading: { before: string; after: string } | null;
      lines: LineDiff[];
    };

export type PlanDiff = {
  facts: { fact: "period" | "preparedBy"; before: string; after: string }[];
  /** Empty where it is the same. */
  introduction: LineDiff[];
  sections: SectionDiff[];
  rows: {
    added: FrozenRow[];
    removed: FrozenRow[];
    changed: { row: FrozenRow; cells: CellDiff[] }[];
    /** Rows with another place among the rows that are in both; their words may be as they were. */
    moved: { row: FrozenRow; from: number; to: number }[];
  };
};

/** What has become of a plan from one version to another. Rows and sections are the same ones by their ids. */
export function diffPlans(before: FrozenPlan, after: FrozenPlan): PlanDiff {
  const [old, now] = [byId(before.rows), byId(after.rows)];
  return {
    facts: [
      { fact: "period" as const, before: periodKey(before), after: periodKey(after) },
      { fact: "preparedBy" as const, before: before.preparedBy, after: after.preparedBy },
    ].filter((fact) => fact.before !== fact.after),
    introduction: changedLines(before.introduction, after.introduction),
    sections: diffSections(before.sections, after.sections),
    rows: {
      added: after.rows.filter(({ id }) => !old.has(id)),
      removed: before.rows.filter(({ id }) => !now.has(id)),
      changed: after.rows.flatMap((row) => {
        const was = old.get(row.id);
        const cells = was ? diffCells(was, row) : [];
        return cells.length > 0 ? [{ row, cells }] : [];
      }),
      moved: movedRows(before.rows, after.rows),
    },
  };
}

/** How many things differ: rows that came, went or changed, parts of the text, and facts. What is moved alone is none. */
export function countChanges({ facts, introduction, sections, rows }: PlanDiff): number {
  const text = facts.length + (introduction.length > 0 ? 1 : 0) + sections.length;
  return text + rows.added.length + rows.removed.length + rows.changed.length;
}

const byId = <T extends { id: string }>(all: readonly T[]) => new Map(all.map((one) => [one.id, one]));

const changedLines = (before: string, after: string) => (before === after ? [] : diffLines(before, after));

function diffSections(before: FrozenSection[], after: FrozenSection[]): SectionDiff[] {
  const [old, now] = [byId(before), byId(after)];
  const gone = before.filter(({ id }) => !now.has(id));
  return [
    ...after.flatMap((section): SectionDiff[] => {
      const was = old.get(section.id);
      if (!was) return [{ kind: "added", section }];
      if (was.heading === section.heading && was.body === section.body) return [];
      const heading = was.heading === section.heading ? null : { before: was.heading, after: section.heading };
      return [{ kind: "changed", section, heading, lines: changedLines(was.body, section.body) }];
    }),
    ...gone.map((section): SectionDiff => ({ kind: "removed", section })),
  ];
}

/** Priority areas are the same ones by their ids, whatever they are called now. */
function diffCells(before: FrozenRow, after: FrozenRow): CellDiff[] {
  return rowCells.flatMap((cell) => {
    const same = cell === "areas" ? ids(before.areas) === ids(after.areas) : before[cell] === after[cell];
    return same ? [] : [{ cell, before: cellWords(before, cell), after: cellWords(after, cell) }];
  });
}

const ids = (areas: FrozenRow["areas"]) =>
  areas
    .map(({ id }) => id)
    .sort()
    .join();

function cellWords(row: FrozenRow, cell: RowCell): string {
  return cell === "areas" ? row.areas.map(({ number, name }) => `${number} ${name}`).join(", ") : row[cell];
}

/**
 * The rows that must be moved for the others to stand in their old order: as few as can be. That a row has another
 * number because one before it came or went is no move.
 */
function movedRows(before: FrozenRow[], after: FrozenRow[]): PlanDiff["rows"]["moved"] {
  const place = new Map(before.map(({ id }, at) => [id, at]));
  const both = after.filter(({ id }) => place.has(id));
  const stay = longestRising(both.map(({ id }) => place.get(id) ?? 0));
  return both.flatMap((row, at) => {
    const from = before[place.get(row.id) ?? 0]?.number ?? row.number;
    return stay.has(at) ? [] : [{ row, from, to: row.number }];
  });
}

/** Where the longest rising run of numbers stands among them (patience sorting). */
function longestRising(numbers: readonly number[]): Set<number> {
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [at, number] of numbers.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before[at] = ends[low - 1];
    ends[low] = at;
  }
  const run = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before[at]) run.add(at);
  return run;
}
