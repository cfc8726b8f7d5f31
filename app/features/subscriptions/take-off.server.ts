import { leave } from "~/features/subscriptions/leave-newsletter.server";
import { findNewsletter, holdPerson } from "~/features/subscriptions/subscriptions.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Takes a person off a newsletter by hand, as if she had left it herself; null where there is no such one. */
export async function takeOff(
  db: RegionDb,
  { newsletterId, personId, now }: { newsletterId: string; personId: string; now: Date },
): Promise<{ name: string } | null> {
  const person = await holdPerson(db, personId);
  if (!person || !(await findNewsletter(db, newsletterId))) return null;
  await leave(db, { personId, newsletterId, now });
  return { name: person.name };
}
