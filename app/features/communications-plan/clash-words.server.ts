import type { RowClash } from "~/domain/communications-plan/clashes";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";

/** What clashes or is missing in a row, in words. */
export function clashWords(clash: RowClash): string {
  switch (clash.kind) {
    case "same-day":
      return m.plan_clash_same_day({ day: describeDay(clash.day), other: clash.other.name });
    case "closes":
      return m.plan_clash_closes({ n: clash.days });
    case "closed":
      return m.plan_clash_closed({ day: describeDay(clash.to) });
    case "nobody":
      return m.plan_clash_nobody();
    case "unknown":
      return m.plan_clash_unknown({ names: clash.names.join(", ") });
  }
}
