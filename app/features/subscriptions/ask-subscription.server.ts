import { audit } from "~/features/audit/audit.server";
import { makeLinks, openSpentLink } from "~/features/auth/links.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import { ensureNamed } from "~/features/people/ensure-named.server";
import { organizerOf } from "~/features/regions/organizer.server";
import { ownRegion } from "~/features/regions/own-region.server";
import {
  holdPerson,
  newslettersNow,
  saveSubscription,
  subscriptionsOfPerson,
} from "~/features/subscriptions/subscriptions.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { hashToken, newToken } from "~/platform/tokens.server";

type Language = "nb" | "nn" | "en";

const linkDays = 7;
/** Stands between the tokens of a link that confirms several newsletters at once: one of each. */
const between = "~";
const mostNewsletters = 20;

/** The tokens of a link that confirms. */
export function tokensOf(link: string): string[] {
  return link.split(between).slice(0, mostNewsletters);
}

/**
 * Notes that somebody asks for newsletters to an address, and asks the address by mail whether it is so. Nothing else is
 * sent there before that. Who gets them already is sent the same mail, so that the page says nothing of whether an
 * address is known (L3). False when none of the newsletters may be asked for.
 */
export async function askSubscription(
  db: RegionDb,
  {
    newsletterIds,
    email,
    locale,
    now,
  }: { newsletterIds: readonly string[]; email: string; locale: Language; now: Date },
): Promise<boolean> {
  const newsletters = (await newslettersNow(db))
    .filter(({ id, open }) => open && newsletterIds.includes(id))
    .slice(0, mostNewsletters);
  const [first] = newsletters;
  if (!first) return false;
  const { personId } = await ensureNamed(db, { name: email, email });
  const person = await holdPerson(db, personId);
  // Who has said that our mail is unwanted is written to no more, whoever asks.
  if (person?.heldReason === "complained") return true;
  const own = new Map((await subscriptionsOfPerson(db, personId)).map((one) => [one.newsletterId, one]));
  for (const { id: newsletterId } of newsletters) {
    const before = own.get(newsletterId);
    // What stands, stands until the address itself has answered.
    if (before && before.state !== "pending") continue;
    const id = await saveSubscription(db, { newsletterId, personId, state: "pending", askedAt: now });
    if (!before) await audit(db, { action: "created", subject: "subscription", id, after: { newsletterId, personId } });
  }
  const region = await ownRegion(db);
  const validUntil = new Date(now.getTime() + linkDays * 24 * 3_600_000);
  const links = newsletters.map(({ id }) => ({ token: newToken(), subjectId: id }));
  await makeLinks(
    db,
    links.map((link) => ({ ...link, purpose: "subscription", personId, expiresAt: validUntil })),
  );
  const message = {
    kind: "subscription-confirmation" as const,
    regionName: region.name,
    sender: organizerOf(region).organizerName,
    newsletters: newsletters.map(({ name }) => name),
    validUntil: validUntil.toISOString(),
    zone: region.zone,
  };
  await queueMessages(db, [
    {
      key: `subscription-confirmation:${personId}:${hashToken(first.id + now.toISOString())}`,
      message,
      to: { personId, name: person?.name ?? "", address: email },
      locale,
      secret: links.map(({ token }) => token).join(between),
      dueAt: now,
    },
  ]);
  return true;
}

/** Asks again whom an old link was for. Says nothing of whether there was one (L3). */
export async function askAgain(db: RegionDb, { token, locale, now }: { token: string; locale: Language; now: Date }) {
  const spent = [];
  for (const each of tokensOf(token)) spent.push(await openSpentLink(db, each, "subscription"));
  const links = spent.filter((link) => link !== null);
  const email = links[0]?.person.email;
  if (email) await askSubscription(db, { newsletterIds: links.map(({ subjectId }) => subjectId), email, locale, now });
}
