import { audit } from "~/features/audit/audit.server";
import { mailOf, saveOptedOut } from "~/features/people/holds.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What somebody may ask not to be sent; each is apart from the others (M2). */
export const mailScopes = ["newsletters", "invitations", "reminders"] as const;
export type MailScope = (typeof mailScopes)[number];

/** Writes down what a person does not want, in place of what stood. False when nobody has the id. */
export async function chooseOptedOut(
  db: RegionDb,
  input: { personId: string; scopes: readonly MailScope[] },
): Promise<boolean> {
  const person = await mailOf(db, input.personId);
  if (!person) return false;
  const scopes = mailScopes.filter((scope) => input.scopes.includes(scope));
  if (scopes.join() === mailScopes.filter((scope) => person.optedOut.includes(scope)).join()) return true;
  await saveOptedOut(db, person.id, scopes);
  await audit(db, {
    action: "updated",
    subject: "person",
    id: person.id,
    before: { optedOut: person.optedOut },
    after: { optedOut: scopes },
  });
  return true;
}
