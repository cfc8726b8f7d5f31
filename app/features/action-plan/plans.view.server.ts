import { countStates } from "~/domain/action-plan/activity";
import { readMarkdown } from "~/domain/shared/markdown";
import {
  findPlan,
  findVersion,
  findWholePlan,
  listPlans,
  listVersions,
} from "~/features/action-plan/action-plan.db.server";
import { readFrozen } from "~/features/action-plan/freeze-plan.server";
import { historyOf } from "~/features/audit/history.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The years that have a plan, and the one to show: this year's, else the last before it, else the first. */
export async function plansView(db: RegionDb, today: string) {
  const years = (await listPlans(db)).map(({ year }) => year).sort((a, b) => a - b);
  const now = Number(today.slice(0, 4));
  return { years, current: years.filter((year) => year <= now).at(-1) ?? years[0] ?? null };
}

/** A plan's own text and that of its areas, how each is organised, paid and reported, and its versions. Null when there is none. */
export async function aboutPlan(db: RegionDb, year: number, editing: string | null = null) {
  const plan = await findWholePlan(db, year);
  if (!plan) return null;
  const all = plan.areas.flatMap((area) =>
    area.focusAreas.flatMap((focus) => focus.measures.flatMap((one) => one.activities)),
  );
  const { id, name, state, adoptedOn, adoptedBy, version, introduction } = plan;
  return {
    plan: { id, year, name, state, adoptedOn, adoptedBy, version },
    years: (await plansView(db, `${year}-01-01`)).years,
    counts: { ...countStates(all.map((one) => one.state)), stale: 0 },
    introduction: readMarkdown(introduction),
    areas: plan.areas.map((area) => ({
      ...{ id: area.id, number: area.priorityArea.number, name: area.priorityArea.name, body: readMarkdown(area.body) },
      /** The text as it is written, where it is to be edited. */
      written: area.id === editing ? area.body : null,
      focusAreas: area.focusAreas.map((focus) => ({
        ...{ id: focus.id, name: focus.name, amount: focus.amount?.toString() ?? null, positions: focus.positions },
        count: focus.measures.reduce((sum, { activities }) => sum + activities.length, 0),
      })),
    })),
    versions: await listVersions(db, id),
    history: await historyOf(db, { id, subjects: ["action-plan"] }),
  };
}

export type AboutPlan = NonNullable<Awaited<ReturnType<typeof aboutPlan>>>;

/** A version of a plan as it was adopted; null when there is none of this number. */
export async function versionView(db: RegionDb, year: number, number: number) {
  const plan = (await listPlans(db)).find((one) => one.year === year);
  const version = plan && (await findVersion(db, plan.id, number));
  if (!version) return null;
  const { introduction, ...content } = readFrozen(version.content);
  const { adoptedOn, adoptedBy } = version;
  return { number, adoptedOn, adoptedBy, content: { ...content, introduction: readMarkdown(introduction) } };
}

export type VersionView = NonNullable<Awaited<ReturnType<typeof versionView>>>;

/** What is written of a plan that is open; null when there is none. */
export async function planToEdit(db: RegionDb, year: number) {
  const plan = await findPlan(db, year);
  return plan && plan.state !== "closed" ? plan : null;
}
