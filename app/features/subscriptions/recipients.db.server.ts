import type { RegionDb } from "~/platform/db/region-db.server";

/** What decides who gets these newsletters, and in which language. */
export async function newsletterRules(db: RegionDb, ids: readonly string[]) {
  return db.newsletter.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, toContactPersons: true, toNetworkMembers: true, audienceId: true, language: true },
  });
}

export type NewsletterRule = Awaited<ReturnType<typeof newsletterRules>>[number];

/** What everybody has said of getting them, in the order they said so. */
export async function subscriptionsOf(db: RegionDb, newsletterIds: readonly string[]) {
  return db.subscription.findMany({
    where: { newsletterId: { in: [...newsletterIds] } },
    select: {
      newsletterId: true,
      state: true,
      person: {
        select: { id: true, name: true, email: true, heldSince: true, heldReason: true, optedOut: true },
      },
    },
    orderBy: { id: "asc" },
  });
}

export type Subscription = Awaited<ReturnType<typeof subscriptionsOf>>[number];

/** The people who have chosen a language for their mail. */
export async function chosenLanguages(db: RegionDb): Promise<Map<string, string>> {
  const found = await db.person.findMany({ where: { locale: { not: null } }, select: { id: true, locale: true } });
  return new Map(found.map(({ id, locale }) => [id, locale ?? ""]));
}
