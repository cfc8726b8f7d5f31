import type { PeriodFault } from "~/domain/communications-plan/plan";
import { periodTitle } from "~/features/communications-plan/period-title";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";

/** What is wrong with a period, under the field where it is mended. */
export function periodErrors(fault: PeriodFault): Record<string, string> {
  if (fault.reason === "order") return { to: m.plan_about_fault_order() };
  if (fault.reason === "too-long") return { to: m.plan_about_fault_long() };
  const { other } = fault;
  const days = { from: describeDay(other.from), to: describeDay(other.to) };
  return { from: m.plan_about_fault_overlaps({ other: periodTitle(other), ...days }) };
}

const namedAtMost = 5;

/** The rows that a period has no room for, by name. */
export function rowsOutsideError(rows: readonly { channel: string; timing: string }[]): Record<string, string> {
  const named = rows.slice(0, namedAtMost).map(({ channel, timing }) => `${short(channel)} («${short(timing)}»)`);
  const more = rows.length > namedAtMost ? ` ${m.plan_about_and_more({ n: rows.length - namedAtMost })}` : "";
  return { from: m.plan_about_fault_rows({ n: rows.length, rows: named.join(", ") + more }) };
}

const short = (words: string) => (words.length > 60 ? `${words.slice(0, 60)} …` : words);
