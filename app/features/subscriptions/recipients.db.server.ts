import type { RegionDb } from "~/platform/db/region-db.server";

/** What decides who gets a newsletter, and in which language. Throws when there is no such newsletter. */
export async function newsletterRule(db: RegionDb, id: string) {
  const region = await db.region.findFirstOrThrow({ select: { defaultStandard: true } });
  const newsletter = await db.newsletter.findFirstOrThrow({
    where: { id },
    select: { toContactPersons: true, toNetworkMembers: true, audienceId: true, language: true },
  });
  return { ...newsletter, defaultStandard: region.defaultStandard };
}

/** What everybody has said of getting it, in the order they said so. */
export async function subscriptionsOf(db: RegionDb, newsletterId: string) {
  return db.subscription.findMany({
    where: { newsletterId },
    select: {
      state: true,
      person: {
        select: { id: true, name: true, email: true, heldSince: true, heldReason: true, optedOut: true },
      },
    },
    orderBy: { id: "asc" },
  });
}

/** The people who have chosen a language for their mail. */
export async function chosenLanguages(db: RegionDb): Promise<Map<string, string>> {
  const found = await db.person.findMany({ where: { locale: { not: null } }, select: { id: true, locale: true } });
  return new Map(found.map(({ id, locale }) => [id, locale ?? ""]));
}
