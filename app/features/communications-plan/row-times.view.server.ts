import { type Occurrence, occurrencesOf, saidBefore } from "~/domain/communications-plan/occurrences";
import { fits, type Said } from "~/domain/communications-plan/row-state";
import type { Became } from "~/features/communications-plan/plan-selection.view.server";
import { describeDays } from "~/features/timing/day-words";
import { describeTiming, type TimingReading } from "~/features/timing/describe-timing";

type Period = { from: string; to: string };

/** What became of a row, as its page shows it; `when` in the reader's words. */
export type RowOutcome = Became & { when: string; cancelled: boolean };

/** One time of a row: its days in words, where it stands, what became of it, and when somebody last said so. */
export type RowTime = Occurrence & { words: string; time: string | null; became: RowOutcome[]; seen: string };

/** What was said of a time the row's words no longer give. */
export type EarlierSaying = {
  from: string;
  to: string;
  words: string;
  state: Said["state"];
  reason: string;
  seen: string;
};

/** The times of a row, what has been said of other times, and what became of it outside all of them. */
export function rowTimes(input: {
  reading: TimingReading;
  period: Period;
  outcomes: readonly RowOutcome[];
  said: readonly (Said & { seen: string })[];
  today: string;
}): { times: RowTime[]; earlier: EarlierSaying[]; outside: string[] } {
  const { reading, period, said, today } = input;
  const outcomes = input.outcomes.filter(({ cancelled }) => !cancelled);
  const occurrences = occurrencesOf(reading, period, { events: outcomes, said, today });
  const times = occurrences.map((occurrence): RowTime => {
    const { from, to } = occurrence;
    const window = reading.windows.find((one) => one.from === from && one.to === to) ?? {
      ...{ from, to, precision: "day" as const },
    };
    const timing = { kind: "dated" as const, windows: [window], cadences: [], source: "" };
    return {
      ...occurrence,
      words: describeTiming(timing, period) ?? describeDays({ from, to }),
      time: window.time ?? null,
      became: outcomes.filter((outcome) => fits(outcome, window)),
      seen: said.find((one) => one.from === from && one.to === to)?.seen ?? "",
    };
  });
  const within = new Set(times.flatMap(({ became }) => became.map(({ id }) => id)));
  return {
    times,
    earlier: saidBefore(said, occurrences).map(({ from, to, state, reason, seen }) => ({
      ...{ from, to, state, reason, seen },
      words: describeDays({ from, to }),
    })),
    outside: times.length === 0 ? [] : outcomes.filter(({ id }) => !within.has(id)).map(({ id }) => id),
  };
}

/** Whether a day is to be found for a time: it is not over, nothing became of it, and nobody says it is done or dropped. */
export function wantsDate({ of, state, became }: Pick<RowTime, "of" | "state" | "became">): boolean {
  return of !== "whole" && became.length === 0 && ["coming", "open", "planned", "in-preparation"].includes(state);
}
