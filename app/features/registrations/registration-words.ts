import type { Way } from "~/domain/registrations/places";
import { m } from "~/i18n/messages/messages";

/** How one takes part, in words. */
export const wayNames: Record<Way, () => string> = {
  room: () => m.registrations_way_room(),
  online: () => m.registrations_way_online(),
};

/** How many places are left, in words; null where there is no limit. */
export function placesWords({ free, full }: { free: number | null; full: boolean }): string | null {
  if (full) return m.registrations_full();
  return free === null ? null : m.registrations_places_left({ n: free });
}
