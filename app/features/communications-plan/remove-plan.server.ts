import { mayRemove } from "~/domain/communications-plan/plan";
import { audit } from "~/features/audit/audit.server";
import { countRows, deletePlan, findPlan } from "~/features/communications-plan/plans.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type RemovePlanResult =
  | { ok: true }
  /** `in-use`: it has rows, or has been adopted or closed. */
  | { ok: false; reason: "not-found" | "in-use" | "changed-meanwhile" };

/** Removes a draft without rows, still at `version`, and its text with it. */
export async function removePlan(
  db: RegionDb,
  { id, version }: { id: string; version: number },
): Promise<RemovePlanResult> {
  const plan = await findPlan(db, id);
  if (!plan) return { ok: false, reason: "not-found" };
  if (!mayRemove(plan, await countRows(db, id))) return { ok: false, reason: "in-use" };
  if (!(await deletePlan(db, { id, version }))) return { ok: false, reason: "changed-meanwhile" };
  const { from, to, preparedBy, introduction, sections } = plan;
  await audit(db, {
    action: "removed",
    subject: "communications-plan",
    id,
    before: {
      ...{ from, to, preparedBy, introduction },
      sections: sections.map(({ heading, body }) => (body ? `${heading}: ${body}` : heading)),
    },
  });
  return { ok: true };
}
