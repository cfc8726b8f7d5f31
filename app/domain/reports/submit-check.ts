import type { FormColumn } from "./round-form";
import { missing } from "./row-changes";

/** Something a report lacks. `names`: which, where it helps to say so. */
export type Lack =
  | { kind: "no-rows" | "no-accounts" }
  | { kind: "asking" | "undelivered" | "unanswered" | "ownerless"; count: number; names: string[] }
  | { kind: "texts" | "figures"; count: number; names: string[] };

export type CheckedRow = {
  activity: string;
  measure: string;
  state: "empty" | "draft" | "delivered";
  asks: boolean;
  hasOwner: boolean;
  answers: Readonly<Record<string, string>>;
};

/** A figure nobody knows. */
export const isBlankFigure = ({ value }: { value: string | null }) => value === null;

/**
 * What a report lacks: rows that ask which activity they are, are not delivered or miss an answer they must have, texts
 * that are not written, figures nobody knows, no accounts. None of it keeps it from being submitted; somebody says so.
 */
export function lacksOf({
  rows,
  columns,
  texts,
  figures,
  lines,
}: {
  rows: readonly CheckedRow[];
  columns: readonly FormColumn[];
  texts: readonly { heading: string; words: string }[];
  figures: readonly string[];
  lines: number;
}): Lack[] {
  const empty = texts.filter(({ words }) => words.trim() === "").map(({ heading }) => heading);
  const late = rows.filter(({ state }) => state !== "delivered");
  const kinds = [
    ["asking", rows.filter(({ asks }) => asks)],
    ["undelivered", late],
    ["unanswered", rows.filter(({ state, answers }) => state === "delivered" && missing(columns, answers).length > 0)],
    ["ownerless", late.filter(({ hasOwner }) => !hasOwner)],
  ] as const;
  return [
    ...(rows.length === 0 && columns.length > 0 ? [{ kind: "no-rows" as const }] : []),
    ...kinds.flatMap(([kind, some]) =>
      some.length === 0
        ? []
        : [{ kind, count: some.length, names: some.map(({ activity, measure }) => activity || measure) }],
    ),
    ...(empty.length === 0 ? [] : [{ kind: "texts" as const, count: empty.length, names: empty }]),
    ...(figures.length === 0 ? [] : [{ kind: "figures" as const, count: figures.length, names: [...figures] }]),
    ...(lines === 0 ? [{ kind: "no-accounts" as const }] : []),
  ];
}
