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
import { findRound, lockRound, type StoredRound } from "~/features/reports/reports.db.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

type Locale = { locale: "nb" | "nn" };
type Counted = { value: number | null; source: string };
type Period = { from: string; to: string };
type Asked = { period: Period; span: Span; today: string; plan: { id: string; year: number } | null; locale: Locale };

/** The figures of a round that can be counted, by their keys in its form: what they are now, and from what. */
export type FreshFigures = ReadonlyMap<string, Counted>;

type CountedRound = Pick<StoredRound, "id" | "from" | "to" | "form"> & { plan: { id: string; year: number } | null };

/** Counts the figures a round asks for that can be counted, in the region's written standard. Changes nothing. */
export async function freshFigures(db: RegionDb, round: CountedRound, now: Date): Promise<FreshFigures> {
  const { from, to, plan, form } = round;
  if (!form.figures.some(({ definition }) => definitionOf(definition))) return new Map();
  const { zone, defaultStandard } = await regionFacts(db);
  const counts = await countKeys(db, new Set(form.figures.map(({ definition }) => definition)), {
    ...{ period: { from, to }, span: { from: startOf(from, zone), until: startOf(addDays(to, 1), zone), now } },
    ...{ today: instantToLocal(now.toISOString(), zone).date, plan, locale: { locale: languageOf[defaultStandard] } },
  });
  return new Map(
    form.figures.flatMap(({ key, definition }) => {
      const known = definitionOf(definition);
      const count = known && counts.get(known.key);
      return count ? [[key, count] as const] : [];
    }),
  );
}

/** Keeps figures that were counted, each with when and from what. */
export async function keepFresh(db: RegionDb, round: CountedRound, fresh: FreshFigures, now: Date): Promise<void> {
  const { defaultStandard } = await regionFacts(db);
  const stored = await listFigures(db, round.id);
  for (const [position, asked] of round.form.figures.entries()) {
    const definition = definitionOf(asked.definition);
    const count = fresh.get(asked.key);
    if (!definition || !count) continue;
    await putFigure(db, {
      ...{ id: storedOf(asked, stored)?.id ?? null, roundId: round.id, position, definition: keptAs(asked) },
      label: asked.label || figureWords[definition.key].label({ locale: languageOf[defaultStandard] }),
      value: count.value === null ? null : BigInt(count.value) * 100n,
      ...{ source: count.source, countedAt: now },
    });
  }
}

/**
 * Counts the figures of a round and keeps them. What is typed is left as it is. Gives how many were counted; nothing
 * after submission.
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
  const fresh = await freshFigures(db, round, now);
  await keepFresh(db, round, fresh, now);
  const counted = Object.fromEntries([...fresh].map(([key, { value }]) => [key, value]));
  await audit(db, { action: "updated", subject: "report-round", id: roundId, after: { counted } });
  return { ok: true, counted: fresh.size };
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
