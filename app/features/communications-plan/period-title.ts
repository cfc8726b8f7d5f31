import { periodKey } from "~/domain/communications-plan/period";
import { describeDay } from "~/features/timing/day-words";

/** A period as people say it: "2021", "2022–2023", "1. august 2021–30. juni 2022". */
export function periodTitle(period: { from: string; to: string }): string {
  const key = periodKey(period);
  if (key.includes("--")) return `${describeDay(period.from)}–${describeDay(period.to)}`;
  return key.replace("-", "–");
}
