import { type Clash, clashesOf, goesOut } from "~/domain/automation/clashes";
import { plannedIn } from "~/domain/automation/plan-ahead";
import type { Planned } from "~/domain/automation/planned";
import { whoGets } from "~/domain/automation/who-gets";
import { isOpen, isWorkingDay } from "~/domain/regions/office-hours";
import { addDays } from "~/domain/shared/days";
import { instantToLocal } from "~/domain/shared/local-time";
import { loadFacts } from "~/features/automation/facts.server";
import type { YearQuery } from "~/features/automation/year-query";
import { plansView } from "~/features/communications-plan/plans.view.server";
import { holidayWords } from "~/features/timing/holiday-words";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A line of the year ahead: what is planned, the day and the time of its region, and whether it clashes. */
export type YearLine = Planned & { day: string; time: string; clashes: boolean };

/** A day on which nothing leaves though it is no weekend; `name` is null where it has none. */
export type ClosedDay = { day: string; name: string | null };

export type YearMonth = { month: string; lines: YearLine[]; closed: ClosedDay[]; mails: number };

/** What the rules will do in a period, narrowed as the address says, with what waits and where it clashes. */
export async function yearView(db: RegionDb, query: YearQuery, now: Date) {
  const { from, to } = query;
  const facts = await loadFacts(db, { now, from, to, counts: true });
  const planned = plannedIn(facts, { from, to });
  const { region, hours } = facts;
  const clashes = clashesOf(planned, (at) => isOpen(at, hours), region, whoGets(facts));
  const clashing = new Set(clashes.flatMap(({ lines }) => lines.map(({ key }) => key)));
  const lines = planned.map((line): YearLine => {
    const { date, time } = instantToLocal(line.at, hours.zone);
    return { ...line, day: date, time, clashes: clashing.has(line.key) };
  });
  const shown = lines.filter((line) => matches(line, query));
  const kept = new Set(shown.map(({ key }) => key));
  return {
    zone: hours.zone,
    trust: region.trust,
    mailMode: region.mailMode,
    stopped: region.stoppedAt !== null,
    months: monthsOf(
      shown,
      closedDays({ from, to }, (day) => isWorkingDay(day, hours), hours.closed),
    ),
    counts: {
      all: lines.length,
      shown: shown.length,
      approval: lines.filter(({ waitsFor }) => waitsFor === "approval").length,
      person: lines.filter(({ waitsFor }) => waitsFor === "person").length,
    },
    clashes: clashes.filter((clash) => clash.lines.some(({ key }) => kept.has(key))).map((clash) => own(clash, lines)),
    /** What the filters offer: what the whole period has. */
    kinds: [...new Set(lines.map(({ kind }) => kind))],
    audiences: [...new Set(lines.filter(goesOut).map(({ audience }) => audience))].sort(),
    plans: (await plansView(db)).map(({ from: first, to: last }) => ({ from: first, to: last })),
  };
}

export type YearView = Awaited<ReturnType<typeof yearView>>;
type WithLines<C> = C extends Clash ? Omit<C, "lines"> & { lines: YearLine[] } : never;
export type YearClash = WithLines<Clash>;

function matches(line: YearLine, { kinds, audiences, rule, waits }: YearQuery): boolean {
  if (kinds.length > 0 && !kinds.includes(line.kind)) return false;
  if (audiences.length > 0 && !audiences.includes(line.audience)) return false;
  if (rule && line.rule !== rule) return false;
  return waits === null || (line.waitsFor ?? "nobody") === waits;
}

const mailsOf = (lines: readonly YearLine[]) =>
  lines.filter(goesOut).reduce((sum, { recipients }) => sum + recipients, 0);

function own(clash: Clash, lines: readonly YearLine[]): YearClash {
  const keys = new Set(clash.lines.map(({ key }) => key));
  return { ...clash, lines: lines.filter(({ key }) => keys.has(key)) };
}

/** The months that have lines, each with the days of it on which the region is closed. */
function monthsOf(lines: readonly YearLine[], closed: readonly ClosedDay[]): YearMonth[] {
  return [...Map.groupBy(lines, ({ day }) => day.slice(0, 7))].map(([month, ofMonth]) => ({
    month,
    lines: ofMonth,
    closed: closed.filter(({ day }) => day.startsWith(month)),
    mails: mailsOf(ofMonth),
  }));
}

/** The weekdays of a period on which the region is closed, with what they are called. */
function closedDays(
  { from, to }: { from: string; to: string },
  isWorking: (day: string) => boolean,
  named: readonly { from: string; to: string; name?: string }[],
): ClosedDay[] {
  const days: ClosedDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isWorking(day) || new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0) continue;
    const own = named.find((span) => span.from <= day && day <= span.to)?.name;
    days.push({ day, name: holidayWords(day) ?? own ?? null });
  }
  return days;
}
