import type { RegionDb } from "~/platform/db/region-db.server";

/** What decides who gets these newsletters, and in which language. */
export async function newsletterRules(db: RegionDb, ids: readonly string[]) {
  return db.newsletter.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, toContactPersons: true, toNetworkMembers: true, audienceId: true, language: true },
  });
}

export type NewsletterRule = Awaited<ReturnType<typeof newsletterRules>>[number];

export type Subscription = {
  newsletterId: string;
  state: string;
  personId: string;
  name: string;
  email: string;
  heldSince: Date | null;
  heldReason: "bounced" | "by_hand" | "complained" | null;
  optedOut: string[];
};

/** What everybody has said of getting them, in the order they said so. */
export async function subscriptionsOf(db: RegionDb, newsletterIds: readonly string[]): Promise<Subscription[]> {
  return db.$queryRaw<Subscription[]>`
    SELECT s.newsletter_id AS "newsletterId", s.state::text AS state, p.id AS "personId", p.name, p.email,
      p.held_since AS "heldSince", p.held_reason::text AS "heldReason", coalesce(p.opted_out::text[], '{}') AS "optedOut"
    FROM subscription s JOIN person p ON (p.region_id, p.id) = (s.region_id, s.person_id)
    WHERE s.newsletter_id = ANY (${newsletterIds}::uuid[]) ORDER BY s.id`;
}

/** The people who have chosen a language for their mail. */
export async function chosenLanguages(db: RegionDb): Promise<Map<string, string>> {
  const found = await db.person.findMany({ where: { locale: { not: null } }, select: { id: true, locale: true } });
  return new Map(found.map(({ id, locale }) => [id, locale ?? ""]));
}
