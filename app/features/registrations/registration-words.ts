import type { Way } from "~/domain/registrations/places";
import { m } from "~/i18n/messages/messages";

/** How one takes part, in words. */
export const wayNames: Record<Way, () => string> = {
  room: () => m.registrations_way_room(),
  online: () => m.registrations_way_online(),
};

/** The languages an event can be held in, in words. */
export const languageNames: Record<string, () => string> = {
  nb: () => m.registrations_language_nb(),
  nn: () => m.registrations_language_nn(),
  no: () => m.registrations_language_no(),
  en: () => m.registrations_language_en(),
  se: () => m.registrations_language_se(),
};

/** How many places are left, in words; null where there is no limit. */
export function placesWords({ free, full }: { free: number | null; full: boolean }): string | null {
  if (full) return m.registrations_full();
  return free === null ? null : m.registrations_places_left({ n: free });
}
