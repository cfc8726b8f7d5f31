import { judgeStep, type StepRefusal } from "~/domain/newsletters/issue-step";
import { audit } from "~/features/audit/audit.server";
import { holdIssue, saveIssue } from "~/features/newsletters/issues.db.server";
import { wakeRegion } from "~/features/regions/wake-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type Scheduled = { ok: true } | { ok: false; reason: StepRefusal | "not-found" | "changed" | "past" };

/** Says when an issue goes out, once it is approved; null: when somebody sends it. */
export async function scheduleIssue(
  db: RegionDb,
  { issueId, version, sendAt, now }: { issueId: string; version: number; sendAt: Date | null; now: Date },
): Promise<Scheduled> {
  const issue = await holdIssue(db, issueId);
  if (!issue) return { ok: false, reason: "not-found" };
  const verdict = judgeStep(issue, "schedule");
  if (!verdict.ok) return verdict;
  if (issue.version !== version) return { ok: false, reason: "changed" };
  if (sendAt !== null && sendAt <= now) return { ok: false, reason: "past" };
  if (sendAt?.getTime() === issue.sendAt?.getTime()) return { ok: true };
  await saveIssue(db, issueId, { sendAt });
  const [before, after] = [issue.sendAt, sendAt].map((at) => ({ sendAt: at?.toISOString() ?? null }));
  await audit(db, {
    action: "updated",
    subject: "newsletter-issue",
    id: issueId,
    ...(before && { before }),
    ...(after && { after }),
  });
  if (sendAt && issue.state === "approved") await wakeRegion(db, sendAt);
  return { ok: true };
}
