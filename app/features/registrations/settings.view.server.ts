import { isUuid } from "~/domain/shared/ids";
import { countStates, findEventOf, questionsOf } from "~/features/registrations/registrations.db.server";
import { settingsValues } from "~/features/registrations/settings-form.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** How one signs up to an event, and what is asked. */
export async function settingsView(db: RegionDb, eventId: string, now: Date) {
  const event = isUuid(eventId) ? await findEventOf(db, eventId) : null;
  if (!event) return null;
  const counts = await countStates(db, eventId);
  return {
    zone: event.zone,
    values: settingsValues(event),
    closed: event.state === "cancelled" || event.endsAt <= now,
    registered: counts.registered + counts.offered,
    waiting: counts.waiting,
    questions: await questionsOf(db, eventId),
  };
}

export type SettingsView = NonNullable<Awaited<ReturnType<typeof settingsView>>>;
