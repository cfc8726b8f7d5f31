import { plannedIn } from "~/domain/automation/plan-ahead";
import { readRuleKey } from "~/domain/automation/rules";
import { addDays } from "~/domain/shared/days";
import { openDue } from "~/features/automation/due.db.server";
import { loadFacts } from "~/features/automation/facts.server";
import { readersOf } from "~/features/automation/newsletter-whom.server";
import { countAll, type MeantOf } from "~/features/automation/whom.server";
import { issuesWaiting } from "~/features/newsletters/issues-waiting.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** How far ahead something that waits is looked for. Days. */
const ahead = 70;

/** An invitation to an event that a rule made a draft of. `dueId` is what one says yes to; null until the rules were looked at. */
export type WaitingInvitation = {
  key: string;
  dueId: string | null;
  rule: string;
  eventId: string;
  title: string;
  at: string;
  audience: string;
  recipients: number;
  /** Somebody must say yes; or do it herself; or say yes to the many mails of a rule's first time. */
  waitsFor: "approval" | "person" | "many";
};

/** An issue that has not gone out. `at` and `recipients` where a rule will send it. */
export type WaitingIssue = {
  id: string;
  title: string;
  state: "draft" | "approval" | "approved";
  at: string | null;
  recipients: number | null;
};

/** What somebody must look at: issues that have not gone out, and invitations of drafts the rules made; the next to go first. */
export async function waitingView(
  db: RegionDb,
  { now, today }: { now: Date; today: string },
): Promise<{ invitations: WaitingInvitation[]; issues: WaitingIssue[] }> {
  const period = { from: today, to: addDays(today, ahead) };
  const facts = await loadFacts(db, { now, ...period, counts: false });
  const lines = plannedIn(facts, period);
  const due = new Map((await openDue(db)).map((row) => [row.key, row]));
  // Only what is shown is counted: each audience once.
  const day = new Date(today);
  const found: { invitation: Omit<WaitingInvitation, "recipients">; of: MeantOf | null }[] = [];
  for (const { key, kind, rule, at, subject, audience, waitsFor, about } of lines) {
    if (kind !== "invitation" || !about.eventId || waitsFor === null) continue;
    const row = due.get(key);
    if (row?.about.approvedById && row.reason !== "many") continue;
    const waits: WaitingInvitation["waitsFor"] = row?.reason === "many" ? "many" : waitsFor;
    const meant = facts.meant.get(rule);
    const whom = { audience, waitsFor: waits };
    found.push({
      invitation: { key, dueId: row?.id ?? null, rule, eventId: about.eventId, title: subject, at, ...whom },
      of: meant ? { meant, networkId: readRuleKey(rule)?.of ?? null } : null,
    });
  }
  const count = await countAll(
    db,
    day,
    found.flatMap(({ of }) => of ?? []),
  );
  const waiting = (await issuesWaiting(db)).map((issue) => {
    return { issue, line: lines.find(({ kind, about }) => kind === "issue" && about.issueId === issue.id) };
  });
  const sending = new Set(waiting.flatMap(({ issue, line }) => (line ? [issue.newsletterId] : [])));
  const readers = await readersOf(db, [...sending], day);
  return {
    invitations: found.map(({ invitation, of }) => ({ ...invitation, recipients: of ? count(of).people : 0 })),
    issues: waiting.map(({ issue: { id, state, sendAt, newsletterId, newsletter, number, year }, line }) => ({
      ...{ id, title: `${newsletter} ${number}/${year}`, at: line?.at ?? sendAt },
      recipients: line ? (readers.get(newsletterId)?.people ?? null) : null,
      state: state === "approval" || state === "approved" ? state : "draft",
    })),
  };
}

export type Waiting = Awaited<ReturnType<typeof waitingView>>;
