import { faultsOf, type IssueFault } from "~/domain/newsletters/issue-faults";
import { judgeStep, type StepRefusal } from "~/domain/newsletters/issue-step";
import { audit } from "~/features/audit/audit.server";
import { issueContents } from "~/features/newsletters/issue-contents.server";
import { issueMails, type StrangeToken, strangeToken, type TooLarge } from "~/features/newsletters/issue-mails.server";
import { holdIssue, saveIssue } from "~/features/newsletters/issues.db.server";
import { itemsOfIssue } from "~/features/newsletters/items.db.server";
import { wakeRegion } from "~/features/regions/wake-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Approved =
  | { ok: true }
  | { ok: false; reason: StepRefusal | "not-found" | "changed" }
  | { ok: false; reason: "faults"; faults: IssueFault[] }
  | TooLarge
  | StrangeToken;

/**
 * Approves an issue as it stood at a version, and freezes what it says: from then on no change to an event, a note or the
 * newsletter changes it. `personId`: who approves, null for a rule the region lets send by itself.
 */
export async function approveIssue(
  db: RegionDb,
  { issueId, version, personId, now }: { issueId: string; version: number; personId: string | null; now: Date },
): Promise<Approved> {
  const issue = await holdIssue(db, issueId);
  if (!issue) return { ok: false, reason: "not-found" };
  const verdict = judgeStep(issue, "approve", personId);
  if (!verdict.ok) return verdict;
  if (issue.version !== version) return { ok: false, reason: "changed" };
  const faults = faultsOf({ subject: issue.subject, items: await itemsOfIssue(db, issueId) });
  if (faults.length > 0) return { ok: false, reason: "faults", faults };
  const frozen = await issueContents(db, issueId, "public");
  const mails = await issueMails(frozen);
  if (!mails.ok) return mails;
  const strange = strangeToken(mails.mails);
  if (strange) return strange;
  await saveIssue(db, issueId, { state: "approved", approvedAt: now, approvedById: personId }, frozen);
  await audit(db, { action: "approved", subject: "newsletter-issue", id: issueId, before: { state: issue.state } });
  if (issue.sendAt) await wakeRegion(db, issue.sendAt);
  return { ok: true };
}
