import type { Way } from "~/domain/registrations/places";
import { m } from "~/i18n/messages/messages";

/** How one takes part, in words. */
export const wayNames: Record<Way, () => string> = {
  room: () => m.registrations_way_room(),
  online: () => m.registrations_way_online(),
};

/** How many places are left in one of the ways, of several. */
export const placesIn: Record<Way, (words: { places: string }) => string> = {
  room: (words) => m.registrations_places_room(words),
  online: (words) => m.registrations_places_online(words),
};

/** How many places are left, in words; null where there is no limit. */
export function placesWords({ free, full }: { free: number | null; full: boolean }): string | null {
  if (full) return m.registrations_full();
  return free === null ? null : m.registrations_places_left({ n: free });
}

/** Where one who has signed up stands, as the organiser reads it. */
export const stateNames: Record<RegistrationState, () => string> = {
  registered: () => m.registrations_state_registered(),
  offered: () => m.registrations_state_offered(),
  waiting: () => m.registrations_state_waiting(),
  pending: () => m.registrations_state_pending(),
  refused: () => m.registrations_state_refused(),
  cancelled: () => m.registrations_state_cancelled(),
};

type RegistrationState = "pending" | "registered" | "waiting" | "offered" | "refused" | "cancelled";
