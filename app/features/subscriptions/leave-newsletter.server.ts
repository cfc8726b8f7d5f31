import { audit } from "~/features/audit/audit.server";
import { openLink } from "~/features/auth/links.server";
import { dropUnsentIssues } from "~/features/delivery/drop-unsent.server";
import {
  findNewsletter,
  holdPerson,
  saveSubscription,
  subscriptionsOfPerson,
} from "~/features/subscriptions/subscriptions.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What a link would leave, and whether it is left already. Null when it opens nothing (L3). Changes nothing (L1). */
export async function asksToLeave(db: RegionDb, { token, now }: { token: string; now: Date }) {
  const link = await openLink(db, token, "preferences", now);
  const newsletter = link && (await findNewsletter(db, link.subjectId));
  if (!newsletter) return null;
  const own = await subscriptionsOfPerson(db, link.personId);
  const left = own.some(({ newsletterId, state }) => newsletterId === newsletter.id && state === "left");
  return {
    personId: link.personId,
    locale: link.person.locale,
    newsletter: { id: newsletter.id, name: newsletter.name },
    left: left || link.person.optedOut.includes("newsletters"),
  };
}

/**
 * Somebody leaves the newsletter her link came with, and that one alone: invitations, reminders and other newsletters
 * come as before (M2). What waits in the outbox is taken back. Leaving once more changes nothing; false when the link
 * opens nothing.
 */
export async function leaveNewsletter(db: RegionDb, { token, now }: { token: string; now: Date }): Promise<boolean> {
  const asked = await asksToLeave(db, { token, now });
  if (!asked) return false;
  await leave(db, { personId: asked.personId, newsletterId: asked.newsletter.id, now });
  return true;
}

/** Notes that somebody has left a newsletter; nothing where she has already. */
export async function leave(
  db: RegionDb,
  { personId, newsletterId, now }: { personId: string; newsletterId: string; now: Date },
): Promise<void> {
  await holdPerson(db, personId);
  const own = await subscriptionsOfPerson(db, personId);
  const before = own.find((one) => one.newsletterId === newsletterId)?.state ?? null;
  if (before === "left") return;
  const id = await saveSubscription(db, { newsletterId, personId, state: "left", leftAt: now });
  await dropUnsentIssues(db, { personId, newsletterId });
  await audit(db, {
    action: "updated",
    subject: "subscription",
    id,
    before: { state: before },
    after: { state: "left", newsletterId, personId },
  });
}
