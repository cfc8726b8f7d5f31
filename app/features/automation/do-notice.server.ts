import { plannedIn } from "~/domain/automation/plan-ahead";
import { addDays } from "~/domain/shared/days";
import { nudgeOwners } from "~/features/action-plan/nudge-owners.server";
import type { Doing, Outcome } from "~/features/automation/do-due.server";
import { openDue } from "~/features/automation/due.db.server";
import { loadFacts } from "~/features/automation/facts.server";
import { pathOfRow } from "~/features/automation/row-path.server";
import { tell } from "~/features/automation/tell.server";
import { planNow } from "~/features/communications-plan/plan-now.view.server";
import { issuesWaiting } from "~/features/newsletters/issues-waiting.view.server";
import { remindOwners } from "~/features/reports/send-to-owners.server";
import { paths } from "~/paths";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Tells who is responsible for something to be said elsewhere that its time has come, or is soon over. */
export async function remindOfPublication(
  db: RegionDb,
  { row, facts, now, slug, regionName }: Doing,
): Promise<Outcome> {
  const { planRowId, from, to, subject } = row.about;
  if (!planRowId || !from || !to) return { state: "left_out", reason: "row-gone" };
  const by = { rule: row.rule, key: row.key, people: facts.toldOf.get(row.rule) ?? [], now };
  const closing = row.key.endsWith("|remind");
  const path = await pathOfRow(db, slug, planRowId);
  await tell(db, by, { kind: "publication-reminder", regionName, path, title: subject, from, to, closing });
  return { state: "done" };
}

/** What only tells those who work with the region something. */
const toThose = new Set(["due-list", "stale-activities", "report-reminder"]);

/** How far ahead the list of what is due looks, and how much of each it names. */
const [ahead, most] = [13, 40];

/** The coordinator's list: what waits for somebody, what the rules do, and the rows whose time is soon over. */
export async function sendDueList(db: RegionDb, { row, facts, now, slug, regionName }: Doing): Promise<Outcome> {
  const { calendar } = facts;
  const from = calendar.dayOf(now.toISOString());
  const to = addDays(from, ahead);
  const counted = await loadFacts(db, { now, from, to, counts: true });
  const lines = plannedIn(counted, { from, to })
    .filter(({ kind, at, key }) => !toThose.has(kind) && Date.parse(at) >= now.getTime() && !counted.done.has(key))
    .map(({ at, kind, subject, recipients }) => ({
      ...{ day: calendar.dayOf(at), what: kind, title: subject, recipients },
    }));
  const { plan } = await planNow(db, { today: from, until: to });
  const windows = (plan?.due ?? [])
    .filter(({ dated, kind }) => !dated && kind === "closes")
    .map(({ day, channel }) => ({ day, what: "window" as const, title: channel, recipients: 0 }));
  const rows = (await openDue(db)).filter(({ state, about }) => state === "waiting" && about.eventId);
  const issues = await issuesWaiting(db);
  const waiting = [
    ...rows.map(({ at, kind, about }) => ({
      ...{ day: calendar.dayOf(at.toISOString()), what: kind, title: about.subject, recipients: 0 },
    })),
    ...issues
      .filter(({ state }) => state !== "approved")
      .map(({ sendAt, createdAt, newsletter, number, year }) => ({
        ...{ day: calendar.dayOf(sendAt ?? createdAt), what: "issue" as const, recipients: 0 },
        title: `${newsletter} ${number}/${year}`,
      })),
  ];
  const coming = [...lines, ...windows].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const by = { rule: row.rule, key: row.key, people: facts.tellCoordinators, now };
  const message = { waiting: waiting.slice(0, most), coming: coming.slice(0, most) };
  await tell(db, by, { kind: "due-list", regionName, path: paths.automationYear(slug), from, to, ...message });
  return { state: "done" };
}

/** Asks those who own activities of the action plan about what nobody has spoken of; nobody is asked twice of the same. */
export async function askOwners(db: RegionDb, { row, facts, now }: Doing): Promise<Outcome> {
  const today = facts.calendar.dayOf(now.toISOString());
  const told = await nudgeOwners(db, { rule: row.rule, today, now });
  return told > 0 ? { state: "done" } : { state: "left_out", reason: "nobody" };
}

/** Reminds those who answer for rows of a report of what they have not delivered. */
export async function remindOfRows(db: RegionDb, { row, now }: Doing): Promise<Outcome> {
  const { roundId } = row.about;
  if (!roundId) return { state: "left_out", reason: "row-gone" };
  const reminder = row.key.endsWith("|on-day") ? "on-day" : "before";
  const told = await remindOwners(db, { roundId, rule: row.rule, key: row.key, reminder, now });
  return told > 0 ? { state: "done" } : { state: "left_out", reason: "nobody" };
}
