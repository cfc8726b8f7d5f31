import type { HoldReason } from "~/domain/delivery/hold";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";

/** "Sidan 3. mai, fordi tenaren til mottakaren ikkje tok imot." */
export function holdWords({ since, reason }: { since: string; reason: HoldReason }): string {
  const date = describeDay(since);
  return reason === "bounced" ? m.people_hold_bounced({ date }) : m.people_hold_was_by_hand({ date });
}
