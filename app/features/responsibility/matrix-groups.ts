import { m } from "~/i18n/messages/messages";
import type { MatrixActor, MatrixRow, MatrixView } from "./matrix.view.server";

/** Rows that stand together under a heading: the tasks, and the rows of each plan. */
export type RowGroup = { id: string; title: string; count: string; rows: MatrixRow[] };

export function groupsOf(view: MatrixView): RowGroup[] {
  const { tasks, planRows, total } = view;
  const some = (shown: number, n: number) => (shown === n ? String(n) : m.responsibility_some_of({ shown, n }));
  const periods = [...new Set(planRows.map(({ periodKey }) => periodKey))];
  return [
    ...(tasks.length
      ? [{ id: "tasks", title: m.responsibility_tasks(), count: some(tasks.length, total.tasks), rows: tasks }]
      : []),
    ...periods.map((key) => {
      const rows = planRows.filter(({ periodKey }) => periodKey === key);
      return {
        id: key ?? "plan",
        title: m.responsibility_plan({ period: (key ?? "").replace(/(?<!-)-(?!-)/, "–") }).trim(),
        count: some(rows.length, total.planRows),
        rows,
      };
    }),
  ];
}

/**
 * A short name with places to break: Norwegian divides a word before a consonant that a vowel follows. Words that fit a
 * column are left whole.
 */
export const breakable = (short: string) =>
  short.replace(/\p{L}{9,}/gu, (word) =>
    word.replace(/(?<=\p{L}{3})(?=[b-df-hj-np-tvwxz][aeiouyæøåéô]\p{L})/giu, "\u00ad"),
  );

const tierWords: Record<MatrixActor["tier"], () => string> = {
  core: () => m.responsibility_tier_core(),
  extended: () => m.responsibility_tier_extended(),
  outside: () => m.responsibility_tier_outside(),
};

/** Neighbouring actors of one tier, as the upper head row shows them. */
export function tiersOf(actors: readonly MatrixActor[]): { title: string; start: number; count: number }[] {
  const tiers: { title: string; start: number; count: number }[] = [];
  actors.forEach(({ tier }, start) => {
    const last = tiers.at(-1);
    if (last && actors[start - 1]?.tier === tier) last.count++;
    else tiers.push({ title: tierWords[tier](), start, count: 1 });
  });
  return tiers;
}

/** The columns at which a tier begins, the first left out. */
export const splitsOf = (actors: readonly MatrixActor[]): ReadonlySet<number> =>
  new Set(tiersOf(actors).flatMap(({ start }) => (start > 0 ? [start] : [])));
