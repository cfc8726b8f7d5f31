import { ruleOf } from "~/domain/automation/rules";
import { asksFirst } from "~/domain/automation/steps";
import type { Doing, Outcome } from "~/features/automation/do-due.server";
import { findIssueToSend } from "~/features/automation/due.db.server";
import { newsletterWhom } from "~/features/automation/newsletter-whom.server";
import { tell } from "~/features/automation/tell.server";
import { approveIssue } from "~/features/newsletters/approve-issue.server";
import { makeIssue } from "~/features/newsletters/make-issue.server";
import { sendIssue } from "~/features/newsletters/send-issue.server";
import { paths } from "~/paths";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Makes the draft of an issue, and tells its editors; where the region wants to make it itself, tells them alone. */
export async function draftIssue(
  db: RegionDb,
  { row, facts, now, slug, regionName, isStill }: Doing,
): Promise<Outcome> {
  const { about, rule: key } = row;
  const { planRowId, newsletterId, from, to, sendAt, subject } = about;
  if (!planRowId || !from || !to) return { state: "left_out", reason: "row-gone" };
  const rule = ruleOf(key, facts.rules, facts.trust);
  const by = { rule: key, key: row.key, people: isStill ? [] : (facts.toldOf.get(key) ?? []), now };
  const notice = { kind: "issue-draft" as const, regionName, from, to };
  if (rule.trust === "suggest" || !newsletterId) {
    await tell(db, by, { ...notice, path: paths.newsletters(slug), title: subject, made: false, sendOn: null });
    return { state: "done", reason: "suggested" };
  }
  const goes = sendAt && rule.trust !== "draft" ? new Date(sendAt) : null;
  const made = await makeIssue(db, { newsletterId, planRow: { id: planRowId, from, to }, sendAt: goes, now });
  if (!made.ok) return { state: "left_out", reason: made.reason };
  const sendOn = goes && facts.calendar.dayOf(goes.toISOString());
  const issue = await findIssueToSend(db, made.issueId);
  const title = issue?.newsletter.name ?? subject;
  await tell(db, by, { ...notice, path: paths.issue(slug, made.issueId), title, made: true, sendOn });
  return { state: "done", about: { issueId: made.issueId } };
}

/** Sends an issue that has been approved, or that the region lets the rule send by itself. */
export async function doIssue(db: RegionDb, { row, facts, now }: Doing): Promise<Outcome> {
  const { issueId } = row.about;
  const issue = issueId ? await findIssueToSend(db, issueId) : null;
  if (!issue || issue.state === "dropped") return { state: "left_out", reason: "dropped" };
  if (issue.state === "sent") return { state: "done", reason: "by-hand" };
  const rule = ruleOf(row.rule, facts.rules, facts.trust);
  const whom = await newsletterWhom(db, issue.newsletterId, new Date(facts.calendar.dayOf(now.toISOString())));
  if (asksFirst(rule, whom.people, facts)) return { state: "waiting", reason: "many" };
  if (issue.state !== "approved") {
    if (rule.trust !== "send") return { state: "waiting", reason: "approval" };
    const approved = await approveIssue(db, { issueId: issue.id, version: issue.version, personId: null, now });
    if (!approved.ok) return { state: "waiting", reason: approved.reason };
  }
  const sent = await sendIssue(db, { issueId: issue.id, now, rule: row.rule });
  return sent.ok ? { state: "done" } : { state: "waiting", reason: sent.reason };
}

/** Reminds the editors of an issue that has not gone out. */
export async function remindOfIssue(db: RegionDb, { row, facts, now, slug, regionName }: Doing): Promise<Outcome> {
  const { issueId, to } = row.about;
  const issue = issueId ? await findIssueToSend(db, issueId) : null;
  if (!to || issue?.state === "sent" || issue?.state === "dropped") return { state: "left_out", reason: "not-needed" };
  const by = { rule: row.rule, key: row.key, people: facts.toldOf.get(row.rule) ?? [], now };
  const path = issue ? paths.issue(slug, issue.id) : paths.newsletters(slug);
  await tell(db, by, { kind: "issue-reminder", regionName, path, title: row.about.subject, closesOn: to });
  return { state: "done" };
}
