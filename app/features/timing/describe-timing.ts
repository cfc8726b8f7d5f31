import { kept } from "~/domain/shared/kept";
import { type Cadence, parseTiming, type Timing } from "~/domain/timing";
import { describeDay, monthOf } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";

type Period = { from: string; to: string };

/** What a text about time was read as, as pages show it. `meaning` is null when nothing was understood. */
export type TimingReading = {
  words: string;
  kind: Timing["kind"];
  windows: Timing["windows"];
  cadences: Timing["cadences"];
  meaning: string | null;
  unparsed: string[];
};

/** Reads a text about time within a period (ISO days, inclusive), in the reader's language. */
export function readTiming(words: string, period: Period): TimingReading {
  return { ...reading(`${getLocale()}|${period.from}|${period.to}|${words}`) };
}

const reading = kept(2_000, (key): TimingReading => {
  const [, from = "", to = "", ...rest] = key.split("|");
  const [words, period] = [rest.join("|"), { from, to }];
  const timing = parseTiming(words, period);
  const { kind, windows, cadences, unparsed } = timing;
  return { words, kind, windows, cadences, meaning: describeTiming(timing, period), unparsed };
});

/**
 * The meaning of a timing in words: "1. mai–30. juni, 1.–30. november", "heile året", "på førespurnad",
 * "2–3 gonger i året"; null when nothing was understood. Years are named where the period does not say them.
 */
export function describeTiming(
  timing: Pick<Timing, "kind" | "windows" | "cadences" | "source">,
  period: Period,
): string | null {
  const parts = [
    ...describeWindows(timing.windows, period),
    ...timing.cadences.map(describeCadence),
    ...(timing.kind === "continuous" ? [isOneYear(period) ? m.timing_whole_year() : m.timing_whole_period()] : []),
    ...(timing.kind === "on-demand" ? [m.timing_on_demand()] : []),
  ];
  return parts.length === 0 ? null : parts.join(", ");
}

const isOneYear = ({ from, to }: Period) => from.slice(0, 4) === to.slice(0, 4);

/** Windows that are the same in every year are said once, with the years behind. */
function describeWindows(windows: Timing["windows"], period: Period): string[] {
  const years = [...new Set(windows.map(({ from }) => from.slice(0, 4)))];
  const within = windows.every(({ from, to }) => from.slice(0, 4) === to.slice(0, 4));
  if (!within) return windows.map((window) => describeWindow(window, true));
  if (isOneYear(period) && years.every((year) => year === period.from.slice(0, 4)))
    return windows.map((window) => describeWindow(window, false));
  const told = years.map((year) =>
    windows
      .filter(({ from }) => from.startsWith(year))
      .map((window) => describeWindow(window, false))
      .join(", "),
  );
  return new Set(told).size === 1 && years.length > 1
    ? [m.timing_in_years({ windows: told[0] ?? "", years: years.join(", ") })]
    : windows.map((window) => describeWindow(window, true));
}

function describeWindow({ from, to, time }: Timing["windows"][number], withYear: boolean): string {
  const clock = time
    ? ` ${m.timing_clock({ time: m.timing_time({ hour: time.slice(0, 2), minute: time.slice(3) }) })}`
    : "";
  if (from === to) return describeDay(from, withYear) + clock;
  const year = from.slice(0, 4);
  const sameYear = year === to.slice(0, 4);
  if (from.slice(0, 7) === to.slice(0, 7)) {
    const days = { from: Number(from.slice(8)), to: Number(to.slice(8)), month: monthOf(from) };
    return m.timing_days(days) + (withYear ? ` ${year}` : "") + clock;
  }
  return `${describeDay(from, withYear && !sameYear)}–${describeDay(to, withYear)}${clock}`;
}

function describeCadence({ min, max, per, months }: Cadence): string {
  const count = { n: max, times: min === max ? String(max) : `${min}–${max}` };
  if (months !== undefined) return m.timing_cadence_months({ ...count, months });
  return {
    week: () => m.timing_cadence_week(count),
    month: () => m.timing_cadence_month(count),
    quarter: () => m.timing_cadence_quarter(count),
    "half-year": () => m.timing_cadence_half_year(count),
    year: () => m.timing_cadence_year(count),
    period: () => m.timing_cadence_period(count),
  }[per]();
}
