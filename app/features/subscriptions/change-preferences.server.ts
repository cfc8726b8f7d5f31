import { audit } from "~/features/audit/audit.server";
import { chooseOptedOut, type MailScope } from "~/features/people/opt-out.server";
import { leave } from "~/features/subscriptions/leave-newsletter.server";
import { preferencesView } from "~/features/subscriptions/preferences.view.server";
import {
  holdPerson,
  removeSubscription,
  saveLanguage,
  saveSubscription,
  subscriptionsOfPerson,
} from "~/features/subscriptions/subscriptions.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type Preferences = {
  /** The newsletters she wants, of those the page showed. */
  newsletterIds: readonly string[];
  invitations: boolean;
  reminders: boolean;
  /** Null: as her municipality's, or the region's. */
  locale: "nb" | "nn" | "en" | null;
};

/**
 * Writes down what somebody wants, by the link of a mail; each scope apart (M2). A newsletter she gets by her role is
 * hers again without a subscription. False when the link opens nothing.
 */
export async function changePreferences(
  db: RegionDb,
  { token, today, wanted, now }: { token: string; today: string; wanted: Preferences; now: Date },
): Promise<boolean> {
  const view = await preferencesView(db, { token, today, now });
  const person = view && (await holdPerson(db, view.personId));
  if (!person) return false;
  const { id: personId } = person;
  const own = new Map((await subscriptionsOfPerson(db, personId)).map((one) => [one.newsletterId, one]));
  const wants = new Set(wanted.newsletterIds);
  const someWanted = view.newsletters.some(({ id }) => wants.has(id));
  for (const { id: newsletterId, because, gets } of view.newsletters) {
    if (wants.has(newsletterId) === gets) {
      // Out of all newsletters and into one: the others are left each by itself.
      if (view.none && someWanted && !wants.has(newsletterId)) await leave(db, { personId, newsletterId, now });
      continue;
    }
    if (!wants.has(newsletterId)) {
      await leave(db, { personId, newsletterId, now });
      continue;
    }
    const before = own.get(newsletterId);
    if (because !== null && before) await removeSubscription(db, before.id);
    const id =
      because !== null
        ? (before?.id ?? null)
        : await saveSubscription(db, { newsletterId, personId, state: "active", confirmedAt: now });
    if (id !== null)
      await audit(db, {
        action: because !== null ? "removed" : "updated",
        subject: "subscription",
        id,
        before: { state: before?.state ?? null, newsletterId, personId },
        ...(because === null && { after: { state: "active" } }),
      });
  }
  const scopes: MailScope[] = [
    ...(view.none && !someWanted ? (["newsletters"] as const) : []),
    ...(wanted.invitations ? [] : (["invitations"] as const)),
    ...(wanted.reminders ? [] : (["reminders"] as const)),
  ];
  await chooseOptedOut(db, { personId, scopes });
  if (wanted.locale !== person.locale) {
    await saveLanguage(db, personId, wanted.locale);
    const change = { before: { locale: person.locale }, after: { locale: wanted.locale } };
    await audit(db, { action: "updated", subject: "person", id: personId, ...change });
  }
  return true;
}
