import { mayEdit, mayRemove, nextPeriod } from "~/domain/communications-plan/plan";
import { countChanges, diffPlans } from "~/domain/communications-plan/plan-diff";
import { noFilters } from "~/domain/communications-plan/rows";
import { readMarkdown } from "~/domain/shared/markdown";
import { type HistoryLine, historyOf } from "~/features/audit/history.view.server";
import { frozenPlan, readVersion } from "~/features/communications-plan/frozen-plan.server";
import { listPlans } from "~/features/communications-plan/plan.db.server";
import { planSelection } from "~/features/communications-plan/plan-selection.view.server";
import { countRows, findPlan, listVersions } from "~/features/communications-plan/plans.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * A plan itself: its text read, where it stands, its versions and how many changes there are since the last of them
 * (null before the first), and what has happened to it. Null when there is no plan of that period.
 */
export async function aboutPlan(db: RegionDb, { key, today }: { key: string; today: string }) {
  const selection = await planSelection(db, { key, filters: noFilters, today });
  const found = selection && (await findPlan(db, selection.plan.id));
  if (!found) return null;
  const { plan, plans, total, unread, rows, options } = selection;
  const versions = await listVersions(db, plan.id);
  const last = versions[0] ? await readVersion(db, plan.id, versions[0].number) : null;
  return {
    ...{ plan, plans, total, unread, shown: total, versions, version: found.version },
    introduction: readMarkdown(found.introduction),
    sections: found.sections.map(({ id, heading, body }) => ({ id, heading, blocks: readMarkdown(body) })),
    changes: last && countChanges(diffPlans(last, frozenPlan(found, { rows, areas: options.areas }))),
    mayEdit: mayEdit(plan),
    mayRemove: mayRemove(plan, total),
    history: (await historyOf(db, { id: plan.id, subjects: ["communications-plan"] })).map(shortened),
  };
}

/** So much of a text stands in the history; all of it is in the change log. */
const mostWords = 140;

function shortened({ changes, ...line }: HistoryLine): HistoryLine {
  const short = (words: string) => (words.length > mostWords ? `${words.slice(0, mostWords).trimEnd()} …` : words);
  const shown = changes.map(({ field, before, after }) => ({ field, before: short(before), after: short(after) }));
  return { ...line, changes: shown };
}

export type AboutPlan = NonNullable<Awaited<ReturnType<typeof aboutPlan>>>;

/** A plan as its forms need it; null when there is no plan of that period. */
export async function planToEdit(db: RegionDb, key: string) {
  const plan = await findPlan(db, key);
  if (!plan) return null;
  const { id, from, to, version, state, adoptedBy, preparedBy, introduction, sections } = plan;
  return { id, from, to, version, state, adoptedBy, preparedBy, introduction, sections, mayEdit: mayEdit(plan) };
}

/** A plan as the form that adopts it needs it: what will be kept, and under what number. */
export async function planToAdopt(db: RegionDb, key: string) {
  const plan = await planToEdit(db, key);
  if (!plan) return null;
  const rows = await countRows(db, plan.id);
  const number = ((await listVersions(db, plan.id))[0]?.number ?? 0) + 1;
  return { ...plan, rows, number, isEmpty: rows + plan.sections.length === 0 && plan.introduction === "" };
}

/** What the form of a new plan begins with. */
export async function newPlanPeriod(db: RegionDb, today: string) {
  return nextPeriod(await listPlans(db), today);
}
