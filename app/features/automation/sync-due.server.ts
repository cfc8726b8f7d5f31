import { plannedIn } from "~/domain/automation/plan-ahead";
import type { PlannedKind, PlannedStep } from "~/domain/automation/planned";
import { isOpen, nextOpening } from "~/domain/regions/office-hours";
import { addDays } from "~/domain/shared/days";
import {
  createDue,
  type DueAbout,
  type DueRow,
  openDue,
  removeDue,
  saveAllDue,
  sleepUntil,
} from "~/features/automation/due.db.server";
import { type LoadedFacts, loadFacts } from "~/features/automation/facts.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { todayIn } from "~/features/regions/today";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** How far ahead due rows are kept: what waits for somebody stands there from when it can be said yes to. Days. */
const kept = 70;

/** What the tick does; reminders of events and questions afterwards are theirs who wake events. */
const own = new Set<PlannedKind>([
  ...(["issue-draft", "issue", "issue-reminder", "event-draft"] as const),
  ...(["invitation", "publication-reminder", "due-list", "stale-activities", "report-reminder"] as const),
]);

export type Ticked = { facts: LoadedFacts; due: { id: string; key: string }[]; next: Date };

/**
 * Writes what the rules do in the next weeks as due rows: new ones, those that have moved, and without those that are
 * not planned any longer; what was not done in its time is overtaken. Says which are to be done now, and when the next
 * is. The region is not looked at before then when there is nothing to do now. `tried`: the keys that have been tried
 * just now, and are left as they are.
 * Null outside office hours (M8): the region then sleeps until it opens.
 */
export async function syncDue(db: RegionDb, now: Date, tried: ReadonlySet<string> = new Set()): Promise<Ticked | null> {
  await lockRegion(db, "automation");
  const region = await ownRegion(db);
  const today = todayIn(region.zone, now);
  const span = { from: today, to: addDays(today, kept) };
  const facts = await loadFacts(db, { now, ...span, counts: false, region });
  const opens = isOpen(now.toISOString(), facts.hours) ? null : nextOpening(now.toISOString(), facts.hours);
  if (opens !== null) {
    await sleepUntil(db, { now, next: new Date(opens) });
    return null;
  }
  const planned = plannedIn(facts, span).filter(({ kind, key }) => own.has(kind) && !facts.done.has(key));
  const rows = await openDue(db);
  const known = new Map(rows.map((row) => [row.key, row]));
  const missing = planned
    .filter(({ key }) => !known.has(key))
    .map((step) => ({
      ...{ key: step.key, rule: step.rule, kind: step.kind, at: new Date(step.at), about: aboutOf(step) },
      ...standing(step, undefined, facts),
    }));
  const made = missing.length > 0 ? await createDue(db, missing) : [];
  const changes: { row: DueRow; to: Standing & { at: Date; about?: DueAbout } }[] = [];
  for (const step of planned) {
    const row = known.get(step.key);
    // What has just been tried says itself why it waits.
    if (!row || tried.has(step.key)) continue;
    const to = { at: new Date(step.at), ...standing(step, row, facts) };
    const about = { ...aboutOf(step), ...(row.about.approvedById && { approvedById: row.about.approvedById }) };
    const isSame = row.at.toISOString() === step.at && row.state === to.state && row.reason === to.reason;
    if (!isAlike(about, row.about)) changes.push({ row, to: { ...to, about } });
    else if (!isSame) changes.push({ row, to });
  }
  // What has passed moves to the same moment, and is written at once.
  for (const [, alike] of Map.groupBy(changes, ({ to }) => JSON.stringify(to)))
    if (alike[0]) await saveAllDue(db, idsOf(alike.map(({ row }) => row)), alike[0].to);
  const wanted = new Set(planned.map(({ key }) => key));
  const gone = rows.filter(({ key }) => !wanted.has(key));
  const passed = gone.filter(({ at }) => at <= now);
  if (passed.length > 0) await saveAllDue(db, idsOf(passed), { state: "overtaken", doneAt: now });
  const unwanted = gone.filter(({ at }) => at > now);
  if (unwanted.length > 0) await removeDue(db, idsOf(unwanted));
  const tomorrow = new Date(facts.calendar.onOrAfter(addDays(today, 1)));
  const coming = planned.map(({ at }) => new Date(at)).filter((at) => at > now && at < tomorrow);
  const next = coming[0] ?? tomorrow;
  const changed = new Map(changes.map(({ row, to }) => [row.key, { ...row, ...to }]));
  const open = [...rows.filter(({ key }) => wanted.has(key)).map((row) => changed.get(row.key) ?? row), ...made];
  const due = open
    .filter(({ at, state }) => state === "planned" && at <= now)
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.key < b.key ? -1 : 1));
  if (due.length === 0) await sleepUntil(db, { now, next });
  return { facts, due, next };
}

const idsOf = (rows: readonly DueRow[]) => rows.map(({ id }) => id);

/** Whether two flat objects say the same, in whatever order: the database keeps none. */
function isAlike(a: object, b: object): boolean {
  const sorted = (one: object) =>
    JSON.stringify(
      Object.entries(one)
        .filter(([, value]) => value !== undefined)
        .sort(([x], [y]) => (x < y ? -1 : 1)),
    );
  return sorted(a) === sorted(b);
}

const aboutOf = ({ about, subject }: PlannedStep) => ({ ...about, subject });

type Standing = { state: "planned" | "waiting"; reason: string };

/** How a due row stands: planned, or waiting for somebody, with the reason. What a person has said yes to is planned. */
function standing({ kind, waitsFor, rule }: PlannedStep, row: DueRow | undefined, facts: LoadedFacts): Standing {
  const is = (state: "planned" | "waiting", reason = "") => ({ state, reason });
  if (row?.reason === "many" && !facts.rules.get(rule)?.agreed) return is("waiting", "many");
  if (waitsFor === null || kind === "issue-draft" || kind === "event-draft") return is("planned");
  if (waitsFor === "approval" && row?.about.approvedById) return is("planned");
  return is("waiting", waitsFor);
}
