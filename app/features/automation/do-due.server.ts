import { audit } from "~/features/audit/audit.server";
import { doIssue, draftIssue, remindOfIssue } from "~/features/automation/do-issue.server";
import { draftEvent, inviteToEvent } from "~/features/automation/do-meeting.server";
import { askOwners, remindOfPublication, remindOfRows, sendDueList } from "~/features/automation/do-notice.server";
import { type DueAbout, type DueRow, holdDue, saveDue } from "~/features/automation/due.db.server";
import type { LoadedFacts } from "~/features/automation/facts.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What became of a due row: done, left out or waiting, with a reason's name; `about` is what it now is about too. */
export type Outcome = { state: "done" | "left_out" | "waiting"; reason?: string; about?: Partial<DueAbout> };

export type Doing = {
  row: DueRow;
  facts: LoadedFacts;
  now: Date;
  slug: string;
  regionName: string;
  /** The region's mail is on hold or stopped: nobody is told, so that nothing old leaves afterwards. */
  isStill: boolean;
};

const doers: Partial<Record<DueRow["kind"], (db: RegionDb, doing: Doing) => Promise<Outcome>>> = {
  "issue-draft": draftIssue,
  issue: doIssue,
  "issue-reminder": remindOfIssue,
  "event-draft": draftEvent,
  invitation: inviteToEvent,
  "publication-reminder": remindOfPublication,
  "due-list": sendDueList,
  "stale-activities": askOwners,
  "report-reminder": remindOfRows,
};

/** What is made while the region's mail is on hold, or stopped: drafts, and nothing that is sent (M10). */
const drafts = new Set(["issue-draft", "event-draft"]);

/** Does one due row, once, in its own transaction: what it does and that it is done stand or fall together (M6). */
export async function doDue(
  db: RegionDb,
  { id, facts, now }: { id: string; facts: LoadedFacts; now: Date },
): Promise<boolean> {
  const row = await holdDue(db, id);
  if (row?.state !== "planned" || row.at > now) return false;
  const region = await ownRegion(db);
  const isStill = region.mailMode === "hold" || region.stoppedAt !== null;
  if (isStill && !drafts.has(row.kind)) return false;
  const work = doers[row.kind];
  if (!work) return false;
  const outcome = await work(db, { row, facts, now, slug: region.slug, regionName: region.name, isStill });
  const { state, reason = "" } = outcome;
  const about = { ...row.about, ...outcome.about };
  await saveDue(db, id, { state, reason, about, ...(state !== "waiting" && { doneAt: now }) });
  await audit(db, {
    action: "updated",
    subject: "automation-due",
    id,
    before: { state: row.state },
    after: { state, rule: row.rule, kind: row.kind, ...(reason && { reason }) },
  });
  return true;
}
