import { parsePeriodKey, periodKey } from "~/domain/communications-plan/period";
import { describeDay } from "~/features/timing/describe-timing";

/** A period as people say it: "2021", "2022–2023", "1. august 2021–30. juni 2022". */
export function periodTitle(period: { from: string; to: string }): string {
  const key = periodKey(period);
  if (key.includes("--")) return `${describeDay(period.from)}–${describeDay(period.to)}`;
  return key.replace("-", "–");
}

/** The words for a key of an address; null when the key is none. */
export function periodKeyTitle(key: string): string | null {
  const period = parsePeriodKey(key);
  return period && periodTitle(period);
}
