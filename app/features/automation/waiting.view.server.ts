import { plannedIn } from "~/domain/automation/plan-ahead";
import { addDays } from "~/domain/shared/days";
import { openDue } from "~/features/automation/due.db.server";
import { loadFacts } from "~/features/automation/facts.server";
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
  const facts = await loadFacts(db, { now, ...period, counts: true });
  const lines = plannedIn(facts, period);
  const due = new Map((await openDue(db)).map((row) => [row.key, row]));
  const invitations = lines.flatMap(({ key, kind, rule, at, subject, audience, recipients, waitsFor, about }) => {
    if (kind !== "invitation" || !about.eventId || waitsFor === null) return [];
    const row = due.get(key);
    if (row?.about.approvedById && row.reason !== "many") return [];
    const waits: WaitingInvitation["waitsFor"] = row?.reason === "many" ? "many" : waitsFor;
    const whom = { audience, recipients, waitsFor: waits };
    return [{ key, dueId: row?.id ?? null, rule, eventId: about.eventId, title: subject, at, ...whom }];
  });
  const issues = (await issuesWaiting(db)).map(({ id, state, sendAt, newsletter, number, year }): WaitingIssue => {
    const line = lines.find(({ kind, about }) => kind === "issue" && about.issueId === id);
    return {
      ...{ id, title: `${newsletter} ${number}/${year}`, at: line?.at ?? sendAt, recipients: line?.recipients ?? null },
      state: state === "approval" || state === "approved" ? state : "draft",
    };
  });
  return { invitations, issues };
}

export type Waiting = Awaited<ReturnType<typeof waitingView>>;
