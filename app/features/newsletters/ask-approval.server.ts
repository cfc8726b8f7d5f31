import { judgeStep, type StepRefusal } from "~/domain/newsletters/issue-step";
import { audit } from "~/features/audit/audit.server";
import { approversOf } from "~/features/newsletters/editors.view.server";
import { holdIssue, saveIssue } from "~/features/newsletters/issues.db.server";
import { tellApprovers } from "~/features/newsletters/tell-approvers.server";
import { personById } from "~/features/people/person.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type Asked = { ok: true } | { ok: false; reason: StepRefusal | "not-found" | "changed" | "not-editor" };

/**
 * Asks that an issue be approved: by one of those who may (`of`), or by whoever of them comes first. Somebody who has
 * no role left to write it with cannot be asked, nor can one be asked by herself. Those who are asked are told by mail.
 */
export async function askApproval(
  db: RegionDb,
  {
    issueId,
    version,
    personId,
    of,
    now,
  }: { issueId: string; version: number; personId: string; of: string | null; now: Date },
): Promise<Asked> {
  const issue = await holdIssue(db, issueId);
  if (!issue) return { ok: false, reason: "not-found" };
  const verdict = judgeStep(issue, "ask");
  if (!verdict.ok) return verdict;
  if (issue.version !== version) return { ok: false, reason: "changed" };
  const approvers = await approversOf(db, { newsletterId: issue.newsletterId, except: personId, now });
  if (of !== null && !approvers.some(({ id }) => id === of)) return { ok: false, reason: "not-editor" };
  if (issue.newsletter.fourEyes && approvers.length === 0) return { ok: false, reason: "needs-another" };
  await saveIssue(db, issueId, { state: "approval", askedAt: now, askedById: personId, askedOfId: of });
  const [before, after] = [{ state: issue.state }, { state: "approval", askedOfId: of }];
  await audit(db, { action: "updated", subject: "newsletter-issue", id: issueId, before, after });
  const people = of === null ? approvers : approvers.filter(({ id }) => id === of);
  const askedBy = (await personById(db, personId))?.name ?? "";
  if (askedBy) await tellApprovers(db, { issue, people, askedBy, now });
  return { ok: true };
}
