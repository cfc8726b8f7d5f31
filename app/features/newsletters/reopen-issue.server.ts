import { judgeStep, type StepRefusal } from "~/domain/newsletters/issue-step";
import { audit } from "~/features/audit/audit.server";
import { holdIssue, saveIssue } from "~/features/newsletters/issues.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Takes an issue that has not been sent back to a draft: what was asked and approved of it counts no more. */
export async function reopenIssue(
  db: RegionDb,
  { issueId, version }: { issueId: string; version: number },
): Promise<{ ok: true } | { ok: false; reason: StepRefusal | "not-found" | "changed" }> {
  const issue = await holdIssue(db, issueId);
  if (!issue) return { ok: false, reason: "not-found" };
  const verdict = judgeStep(issue, "reopen");
  if (!verdict.ok) return verdict;
  if (issue.version !== version) return { ok: false, reason: "changed" };
  const unasked = { askedAt: null, askedById: null, askedOfId: null, approvedAt: null, approvedById: null };
  await saveIssue(db, issueId, { state: "draft", ...unasked }, null);
  const [before, after] = [{ state: issue.state }, { state: "draft" }];
  await audit(db, { action: "updated", subject: "newsletter-issue", id: issueId, before, after });
  return { ok: true };
}
