import { judgeStep, type StepRefusal } from "~/domain/newsletters/issue-step";
import { audit } from "~/features/audit/audit.server";
import { holdIssue, saveIssue } from "~/features/newsletters/issues.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Drops an issue that has not been sent. It stays as it is, goes to nobody, and its time of the plan makes no other. */
export async function dropIssue(
  db: RegionDb,
  { issueId, version }: { issueId: string; version: number },
): Promise<{ ok: true } | { ok: false; reason: StepRefusal | "not-found" | "changed" }> {
  const issue = await holdIssue(db, issueId);
  if (!issue) return { ok: false, reason: "not-found" };
  const verdict = judgeStep(issue, "drop");
  if (!verdict.ok) return verdict;
  if (issue.version !== version) return { ok: false, reason: "changed" };
  await saveIssue(db, issueId, { state: "dropped" }, null);
  await audit(db, { action: "cancelled", subject: "newsletter-issue", id: issueId, before: { state: issue.state } });
  return { ok: true };
}
