import { audit } from "~/features/audit/audit.server";
import { openLink } from "~/features/auth/links.server";
import { chooseOptedOut } from "~/features/people/opt-out.server";
import { tokensOf } from "~/features/subscriptions/ask-subscription.server";
import {
  findNewsletter,
  holdPerson,
  newslettersNow,
  saveLanguage,
  saveSubscription,
  subscriptionsOfPerson,
} from "~/features/subscriptions/subscriptions.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What a link would confirm: whose it is and which newsletters. Null when it opens nothing (L3). Changes nothing (L1). */
export async function asksToConfirm(db: RegionDb, { token, now }: { token: string; now: Date }) {
  const found = [];
  for (const each of tokensOf(token)) {
    const link = await openLink(db, each, "subscription", now);
    const newsletter = link && (await findNewsletter(db, link.subjectId));
    if (newsletter && !newsletter.endedAt) found.push({ person: link.person, newsletter });
  }
  const [first] = found;
  if (!first) return null;
  const own = await subscriptionsOfPerson(db, first.person.id);
  const active = new Set(own.filter(({ state }) => state === "active").map(({ newsletterId }) => newsletterId));
  const newsletters = found.map(({ newsletter: { id, name, description } }) => ({ id, name, description }));
  return {
    personId: first.person.id,
    locale: first.person.locale,
    newsletters,
    /** She has said yes to all of them. */
    confirmed: newsletters.every(({ id }) => active.has(id)) && !first.person.optedOut.includes("newsletters"),
  };
}

/**
 * Somebody says yes to what was asked for with her address. Who had asked for no newsletters at all gets these, and
 * still none of the others. Pressing once more changes nothing. False when the link opens nothing.
 */
export async function confirmSubscription(
  db: RegionDb,
  { token, locale, now }: { token: string; locale: "nb" | "nn" | "en"; now: Date },
): Promise<boolean> {
  const asked = await asksToConfirm(db, { token, now });
  const person = asked && (await holdPerson(db, asked.personId));
  if (!person) return false;
  const own = new Map((await subscriptionsOfPerson(db, person.id)).map((one) => [one.newsletterId, one]));
  for (const { id: newsletterId } of asked.newsletters) {
    const before = own.get(newsletterId)?.state ?? null;
    if (before === "active") continue;
    const id = await saveSubscription(db, { newsletterId, personId: person.id, state: "active", confirmedAt: now });
    await audit(db, {
      action: "updated",
      subject: "subscription",
      id,
      before: { state: before },
      after: { state: "active" },
    });
  }
  if (person.locale === null) await saveLanguage(db, person.id, locale);
  if (person.optedOut.includes("newsletters")) {
    const wanted = new Set(asked.newsletters.map(({ id }) => id));
    for (const { id: newsletterId } of await newslettersNow(db))
      if (!wanted.has(newsletterId) && !own.has(newsletterId))
        await saveSubscription(db, { newsletterId, personId: person.id, state: "left", leftAt: now });
    await chooseOptedOut(db, {
      personId: person.id,
      scopes: person.optedOut.filter((scope) => scope !== "newsletters"),
    });
  }
  return true;
}
