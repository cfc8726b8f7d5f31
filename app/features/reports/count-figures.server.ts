import { languageOf } from "~/domain/regions/written-standard";
import { definitionOf, type FigureKey } from "~/domain/reports/figure-definitions";
import { addDays } from "~/domain/shared/days";
import { instantToLocal, localToInstant } from "~/domain/shared/local-time";
import { audit } from "~/features/audit/audit.server";
import { readRows } from "~/features/communications-plan/plan-selection.view.server";
import { plansView } from "~/features/communications-plan/plans.view.server";
import {
  countActivities,
  countAttendance,
  countCases,
  countEvents,
  countIssues,
  countNetworks,
  type Span,
} from "~/features/reports/counts.db.server";
import { figureWords } from "~/features/reports/figure-words";
import { keptAs, storedOf } from "~/features/reports/figures.view.server";
import { listFigures, putFigure, regionFacts } from "~/features/reports/report-content.db.server";
import { findRound, lockRound } from "~/features/reports/reports.db.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

type Locale = { locale: "nb" | "nn" };
type Counted = { value: number | null; source: string };
type Period = { from: string; to: string };
type Asked = { period: Period; span: Span; today: string; plan: { id: string; year: number } | null; locale: Locale };

/**
 * Counts the figures a round asks for that can be counted, and keeps each with when and from what it was counted, in the
 * region's written standard. What is typed is left as it is. Gives how many were counted; nothing after submission.
 */
export async function countFigures(
  db: RegionDb,
  roundId: string,
  now: Date,
): Promise<{ ok: true; counted: number } | { ok: false; reason: "not-found" | "frozen" }> {
  await lockRound(db, roundId);
  const round = await findRound(db, roundId);
  if (!round) return { ok: false, reason: "not-found" };
  if (round.state === "submitted") return { ok: false, reason: "frozen" };
  const { zone, defaultStandard } = await regionFacts(db);
  const { from, to, plan, form } = round;
  const today = instantToLocal(now.toISOString(), zone).date;
  const locale = { locale: languageOf[defaultStandard] };
  const span = { from: startOf(from, zone), until: startOf(addDays(to, 1), zone), now };
  const counts = await countKeys(db, new Set(form.figures.map(({ definition }) => definition)), {
    period: { from, to },
    span,
    today,
    plan,
    locale,
  });
  const stored = await listFigures(db, roundId);
  const after: Record<string, number | null> = {};
  for (const [position, asked] of form.figures.entries()) {
    const definition = definitionOf(asked.definition);
    const count = definition && counts.get(definition.key);
    if (!definition || !count) continue;
    after[definition.key] = count.value;
    await putFigure(db, {
      ...{ id: storedOf(asked, stored)?.id ?? null, roundId, position, definition: keptAs(asked) },
      label: asked.label || figureWords[definition.key].label(locale),
      value: count.value === null ? null : BigInt(count.value) * 100n,
      ...{ source: count.source, countedAt: now },
    });
  }
  await audit(db, { action: "updated", subject: "report-round", id: roundId, after: { counted: after } });
  return { ok: true, counted: Object.keys(after).length };
}

/** The first moment of a day in a zone; where the clock skips midnight, an hour later. */
function startOf(day: string, zone: string): Date {
  for (const time of ["00:00", "01:00"]) {
    const found = localToInstant(day, time, zone);
    if (found.ok) return new Date(found.instant);
  }
  return new Date(`${day}T00:00:00Z`);
}

/** Counts what is asked for, each source once. */
async function countKeys(db: RegionDb, keys: ReadonlySet<string>, asked: Asked): Promise<Map<FigureKey, Counted>> {
  const counts = new Map<FigureKey, Counted>();
  const wants = (...some: FigureKey[]) => some.some((key) => keys.has(key));
  const put = (source: string, values: Partial<Record<FigureKey, number | null>>) => {
    for (const [key, value] of Object.entries(values)) counts.set(key as FigureKey, { value, source });
  };
  const { period, span, locale } = asked;
  const days = { from: shortDay(period.from), to: shortDay(period.to) };

  if (wants("plan_times", "plan_times_done")) {
    const { times, done } = await planTimes(db, asked);
    put(m.reports_source_communications_plan({ n: times, ...days }, locale), {
      ...{ plan_times: times, plan_times_done: done },
    });
  }
  if (wants(...eventKeys, "networks_gathered")) {
    const held = await countEvents(db, span);
    put(m.reports_source_events({ n: held.all, ...days }, locale), {
      ...{ events_held: held.all, meetings_held: held.meetings, dialogue_meetings_held: held.dialogues },
      ...{ gatherings_held: held.gatherings, webinars_held: held.webinars, professional_days_held: held.days },
      networks_gathered: held.networks,
    });
  }
  if (wants("attendances", "people_met", "municipalities_met")) {
    const met = await countAttendance(db, span);
    put(m.reports_source_attendance({ n: met.events, ...days }, locale), {
      ...{ attendances: met.times, people_met: met.people, municipalities_met: met.municipalities },
    });
  }
  if (wants("networks")) {
    const { all, running } = await countNetworks(db);
    put(m.reports_source_networks({ n: all }, locale), { networks: running });
  }
  if (wants("newsletters_sent", "newsletter_recipients")) {
    const { issues, people } = await countIssues(db, span);
    put(m.reports_source_newsletters({ n: issues, ...days }, locale), {
      ...{ newsletters_sent: issues, newsletter_recipients: people },
    });
  }
  if (wants("cases_treated")) {
    const { meetings, cases } = await countCases(db, period);
    put(m.reports_source_cases({ n: meetings, ...days }, locale), { cases_treated: cases });
  }
  if (wants(...activityKeys)) put(...(await activityCounts(db, asked)));
  return counts;
}

const eventKeys = [
  ...(["events_held", "meetings_held", "dialogue_meetings_held", "gatherings_held"] as const),
  ...(["webinars_held", "professional_days_held"] as const),
];
const activityKeys = [
  ...(["activities", "activities_done", "activities_in_progress", "activities_delayed"] as const),
  ...(["activities_not_started", "activities_dropped"] as const),
];

async function activityCounts(
  db: RegionDb,
  { plan, locale }: Asked,
): Promise<[string, Partial<Record<FigureKey, number | null>>]> {
  if (!plan)
    return [m.reports_source_no_plan({}, locale), Object.fromEntries(activityKeys.map((key) => [key, null] as const))];
  const found = new Map((await countActivities(db, plan.id)).map(({ state, _count }) => [state, _count]));
  const all = [...found.values()].reduce((sum, one) => sum + one, 0);
  return [
    m.reports_source_action_plan({ n: all, year: plan.year }, locale),
    {
      activities: all,
      ...{ activities_done: found.get("done") ?? 0, activities_in_progress: found.get("in_progress") ?? 0 },
      ...{ activities_delayed: found.get("delayed") ?? 0, activities_dropped: found.get("dropped") ?? 0 },
      activities_not_started: found.get("not_started") ?? 0,
    },
  ];
}

/** The times of the communications plans whose last day is in the period, and how many of them are done. */
async function planTimes(db: RegionDb, { period, today }: Asked): Promise<{ times: number; done: number }> {
  const plans = (await plansView(db)).filter(({ from, to }) => from <= period.to && to >= period.from);
  let [times, done] = [0, 0];
  for (const plan of plans) {
    const { rows } = await readRows(db, plan, today);
    const own = rows
      .flatMap(({ occurrences }) => occurrences)
      .filter(({ of, to, state }) => of !== "whole" && state !== "dropped" && to >= period.from && to <= period.to);
    times += own.length;
    done += own.filter(({ state }) => state === "done").length;
  }
  return { times, done };
}

/** "1.1.2026" */
const shortDay = (day: string) => `${Number(day.slice(8))}.${Number(day.slice(5, 7))}.${day.slice(0, 4)}`;
