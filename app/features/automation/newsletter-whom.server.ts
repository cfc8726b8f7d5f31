import type { Whom } from "~/domain/automation/facts";
import { newsletterRecipients } from "~/features/subscriptions/recipients.view.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Who gets a newsletter on a day (midnight UTC), and how many they are. */
export async function newsletterWhom(db: RegionDb, newsletterId: string, day: Date): Promise<Whom> {
  const { people, unnamed } = await newsletterRecipients(db, newsletterId, day);
  const ids = [...people.map(({ personId }) => personId), ...unnamed.map(({ email }) => email)];
  return { words: m.automation_readers(), people: ids.length, ids, sure: true };
}
