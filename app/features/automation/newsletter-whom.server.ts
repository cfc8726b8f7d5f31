import type { Whom } from "~/domain/automation/facts";
import { recipientsOfAll } from "~/features/subscriptions/recipients.view.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Who gets these newsletters on a day (midnight UTC), and how many they are, by id. */
export async function readersOf(db: RegionDb, newsletterIds: readonly string[], day: Date): Promise<Map<string, Whom>> {
  const all = await recipientsOfAll(db, newsletterIds, day);
  return new Map(
    [...all].map(([id, { people, unnamed }]) => {
      const ids = [...people.map(({ personId }) => personId), ...unnamed.map(({ email }) => email)];
      return [id, { words: m.automation_readers(), people: ids.length, ids, sure: true }];
    }),
  );
}

/** The same of one. Throws when there is no such newsletter. */
export async function newsletterWhom(db: RegionDb, newsletterId: string, day: Date): Promise<Whom> {
  const whom = (await readersOf(db, [newsletterId], day)).get(newsletterId);
  if (!whom) throw new Error("There is no such newsletter");
  return whom;
}
