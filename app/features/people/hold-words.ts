import type { HoldReason } from "~/domain/delivery/hold";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";

/** What to do about an address that is held. */
export function holdCure(reason: HoldReason): string {
  if (reason === "complained") return m.people_hold_cure_complained();
  return reason === "bounced" ? m.people_hold_cure() : m.people_hold_cure_by_hand();
}

/** "Sidan 3. mai, fordi tenaren til mottakaren ikkje tok imot." */
export function holdWords({ since, reason }: { since: string; reason: HoldReason }): string {
  const date = describeDay(since);
  if (reason === "complained") return m.people_hold_complained({ date });
  return reason === "bounced" ? m.people_hold_bounced({ date }) : m.people_hold_was_by_hand({ date });
}
