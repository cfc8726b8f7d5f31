import { z } from "zod";
import { activityStates } from "~/domain/action-plan/activity";
import {
  findWholePlan,
  insertVersion,
  listVersions,
  type WholePlan,
} from "~/features/action-plan/action-plan.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

const text = z.string();

/** What a version keeps of a plan; øre as digits. */
const frozenPlanSchema = z.object({
  ...{ year: z.number(), name: text, introduction: text },
  areas: z.array(
    z.object({
      ...{ number: z.number(), name: text, body: text },
      focusAreas: z.array(
        z.object({
          ...{ name: text, body: text, organisation: text, resources: text, reporting: text },
          ...{ amount: text.nullable(), positions: z.number().nullable() },
          measures: z.array(
            z.object({
              ...{ name: text, strategy: text },
              activities: z.array(
                z.object({ id: text, name: text, timing: text, owner: text, state: z.enum(activityStates) }),
              ),
            }),
          ),
        }),
      ),
    }),
  ),
});

export type FrozenPlan = z.output<typeof frozenPlanSchema>;

/** A plan as it stands, in the form a version keeps. */
export function frozen({ year, name, introduction, areas }: WholePlan): FrozenPlan {
  return {
    ...{ year, name, introduction },
    areas: areas.map(({ priorityArea, body, focusAreas }) => ({
      ...{ number: priorityArea.number, name: priorityArea.name, body },
      focusAreas: focusAreas.map((focus) => ({
        ...{ name: focus.name, body: focus.body, organisation: focus.organisation, resources: focus.resources },
        ...{ reporting: focus.reporting, amount: focus.amount?.toString() ?? null, positions: focus.positions },
        measures: focus.measures.map((measure) => ({
          ...{ name: measure.name, strategy: measure.strategy },
          activities: measure.activities.map(({ id, name: called, timing, owner, ownedBy, state }) => ({
            ...{ id, name: called, timing, owner: ownedBy?.name ?? owner, state },
          })),
        })),
      })),
    })),
  };
}

/** Keeps the plan of a year as its next version. Returns the version's number. */
export async function freezePlan(
  db: RegionDb,
  year: number,
  { adoptedOn, adoptedBy }: { adoptedOn: string; adoptedBy: string },
): Promise<number> {
  const plan = await findWholePlan(db, year);
  if (!plan) throw new Error("There is no plan to freeze");
  const number = ((await listVersions(db, plan.id))[0]?.number ?? 0) + 1;
  await insertVersion(db, { planId: plan.id, number, adoptedOn, adoptedBy, content: frozen(plan) });
  return number;
}

/** What a version holds. */
export const readFrozen = (content: unknown): FrozenPlan => frozenPlanSchema.parse(content);
