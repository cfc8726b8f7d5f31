import { asAdmin } from "#tests/features/events/thread";
import type { PlannedStep } from "~/domain/automation/planned";
import { withOffset } from "~/domain/shared/local-time";
import { approveDue } from "~/features/automation/approve-due.server";
import { tickRegion } from "~/features/automation/tick-regions.server";
import { wakers } from "~/features/automation/wakers.server";
import { wakeEvent } from "~/features/events/event-wakes.server";
import { approveIssue } from "~/features/newsletters/approve-issue.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

/** A region whose rules are run through a time that is a value. */
export type RunRegion = { id: string; adminUrl: string };

export const insideOf =
  ({ id }: RunRegion) =>
  <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: id, personId: null, via: "operator" }, work);

type Run = {
  /** Instants: from when until before when. */
  from: Date;
  to: Date;
  /** Spans in which nothing runs. */
  asleep?: { from: Date; to: Date }[];
  /** What is done at once by one process; it then ends, and another begins. */
  most?: number;
  /** Nobody approves anything. */
  alone?: boolean;
};

/**
 * Runs the rules of a region and what its events do by themselves, from one moment that something is due to the next.
 * What is queued leaves at once; a person approves what waits the same day, and who is invited says yes in time.
 */
export async function runRules(region: RunRegion, { from, to, asleep = [], most, alone = false }: Run): Promise<void> {
  const inside = insideOf(region);
  await inside((db) => db.region.updateMany({ data: { automationAt: from } }));
  let ticks = from;
  for (let now = from; now < to; ) {
    const nap = asleep.find((span) => span.from <= now && now < span.to);
    if (nap) {
      now = nap.to;
      continue;
    }
    if (ticks <= now) {
      if (most === undefined) await tickRegion(region.id, now);
      else while ((await tickRegion(region.id, now, most)) >= most);
    }
    const looked = await inside(async (db) => {
      const woken = await db.event.findMany({ where: { wakeAt: { lte: now } }, select: { id: true } });
      for (const { id } of woken) await wakeEvent(db, { eventId: id, wakers, now });
      await db.$executeRaw`
        WITH sent AS (UPDATE delivery SET state = 'sent', sent_at = due_at WHERE state = 'queued' AND due_at <= ${now})
        UPDATE invitation i SET answer = 'accepted', answered_at = ${now}, answered_by = 'link', answered_version = 0
        FROM event e WHERE e.id = i.event_id AND i.answer IS NULL AND e.starts_at - interval '10 days' <= ${now}`;
      if (!alone) await approveAll(db, now);
      const [next] = await db.$queryRaw<{ automationAt: Date; wakeAt: Date | null }[]>`
        SELECT automation_at AS "automationAt", (SELECT min(wake_at) FROM event) AS "wakeAt" FROM region`;
      return next ?? { automationAt: to, wakeAt: null };
    });
    ticks = looked.automationAt;
    const next = looked.wakeAt && looked.wakeAt < ticks ? looked.wakeAt : ticks;
    now = next > now ? next : new Date(now.getTime() + 60_000);
  }
}

/** Writes what an editor must write, and says yes to all that waits for it. */
async function approveAll(db: RegionDb, now: Date): Promise<void> {
  for (const { id: issueId, version } of await db.newsletterIssue.findMany({ where: { state: "draft" } })) {
    const where = { issueId, kind: "introduction" as const };
    await db.issueItem.updateMany({ where, data: { body: { nn: "Nytt sidan sist." } } });
    const approved = await approveIssue(db, { issueId, version, personId: null, now });
    if (!approved.ok) throw new Error(`an issue could not be approved: ${approved.reason}`);
  }
  const waiting = await db.automationDue.findMany({ where: { state: "waiting", reason: "approval" } });
  const drafts = waiting.filter(({ about }) => (about as { eventId?: string }).eventId);
  if (drafts.length === 0) return;
  const { personId } = await db.role.findFirstOrThrow({ where: { kind: "coordinator" } });
  for (const { id } of drafts) await approveDue(db, { id, personId, now });
}

const zone = "Europe/Oslo";
const clock = (at: Date | string) => withOffset(new Date(at).toISOString(), zone).slice(0, 16).replace("T", " ");

/** What was queued by rules: when, what, to how many, and of what; the same message to many is one line. */
export async function sentBy(region: RunRegion): Promise<string[]> {
  const rows = await asAdmin(
    region.adminUrl,
    `SELECT d.due_at AS at, d.kind, d.message->>'about' AS about, d.rule, count(*)::int AS people,
            coalesce(e.title, n.name, d.message->>'title', '') AS title, min(d.key) AS key
     FROM delivery d
     LEFT JOIN event e ON e.id = d.event_id
     LEFT JOIN newsletter_issue i ON i.id = d.issue_id
     LEFT JOIN newsletter n ON n.id = i.newsletter_id
     WHERE d.region_id = $1 AND d.rule IS NOT NULL
     GROUP BY d.due_at, d.kind, d.message->>'about', d.rule, d.event_id, d.issue_id, e.title, n.name, d.message->>'title',
              CASE WHEN d.event_id IS NULL AND d.issue_id IS NULL THEN regexp_replace(d.key, ':[^:]*$', '') END`,
    [region.id],
  );
  const kinds: Record<string, string> = { newsletter: "issue", "event-invitation": "invitation" };
  return rows
    .map(({ at, kind = "", about, people, title }) => {
      const what = kind === "event-reminder" ? `reminder-${about}` : (kinds[kind] ?? kind);
      return `${clock(at ?? "")} ${what} ${people} ${title}`.trim();
    })
    .sort();
}

/** What was foreseen, told the same way; what somebody must do herself is not sent. */
export function foreseen(lines: readonly PlannedStep[]): string[] {
  return lines
    .filter(({ waitsFor }) => waitsFor !== "person")
    .map(({ at, kind, recipients, subject }) => `${clock(at)} ${kind} ${recipients} ${subject}`.trim())
    .sort();
}
