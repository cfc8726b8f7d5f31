import type { Whom } from "~/domain/automation/facts";
import { resolveContactPersons } from "~/features/audiences/audience.view.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Who gets a newsletter on a day (midnight UTC), and how many they are. */
export async function newsletterWhom(db: RegionDb, newsletterId: string, day: Date): Promise<Whom> {
  void newsletterId;
  const { people } = await resolveContactPersons(db, day, "newsletters");
  return { words: m.automation_readers(), people: people.length, sure: true };
}
