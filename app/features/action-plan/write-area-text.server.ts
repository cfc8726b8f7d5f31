import { findPlan, listPlaces, lockPlan, saveAreaText } from "~/features/action-plan/action-plan.db.server";
import { audit } from "~/features/audit/audit.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** How long the text of an area may be. Characters. */
export const longestAreaText = 20_000;

export type WrittenArea =
  | { ok: true }
  | { ok: false; reason: "not-found" | "closed" | "changed-meanwhile" | "too-long" };

/** Writes what a plan says of a priority area (Markdown), where it still says what the form was filled with. */
export async function writeAreaText(
  db: RegionDb,
  { year, id, was, body }: { year: number; id: string; was: string; body: string },
): Promise<WrittenArea> {
  const plan = await findPlan(db, year);
  if (!plan || !(await listPlaces(db, plan.id)).some((area) => area.id === id))
    return { ok: false, reason: "not-found" };
  await lockPlan(db, plan.id);
  if (plan.state === "closed") return { ok: false, reason: "closed" };
  if (body.length > longestAreaText) return { ok: false, reason: "too-long" };
  if (!(await saveAreaText(db, { planId: plan.id, id, was }, body))) return { ok: false, reason: "changed-meanwhile" };
  await audit(db, {
    ...{ action: "updated", subject: "action-plan", id: plan.id },
    before: { areaId: id, body: was },
    after: { areaId: id, body },
  });
  return { ok: true };
}
