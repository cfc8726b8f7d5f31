import type { RegionDb } from "~/platform/db/region-db.server";

const shown = {
  id: true,
  name: true,
  description: true,
  open: true,
  toContactPersons: true,
  toNetworkMembers: true,
  audienceId: true,
} as const;

/** The newsletters that are still made, in their order. */
export async function newslettersNow(db: RegionDb) {
  return db.newsletter.findMany({
    where: { endedAt: null },
    select: shown,
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

export type NewsletterNow = Awaited<ReturnType<typeof newslettersNow>>[number];

/** One newsletter, also one that is no longer made; null for an id that is none. */
export async function findNewsletter(db: RegionDb, id: string) {
  return db.newsletter.findFirst({ where: { id }, select: { ...shown, endedAt: true } });
}

export async function subscriptionsOfPerson(db: RegionDb, personId: string) {
  return db.subscription.findMany({
    where: { personId },
    select: {
      id: true,
      newsletterId: true,
      state: true,
      askedAt: true,
      newsletter: { select: { name: true, endedAt: true } },
    },
    orderBy: { id: "asc" },
  });
}

/** What everybody has said of one newsletter, what was said last first. */
export async function subscribersOf(db: RegionDb, newsletterId: string) {
  return db.subscription.findMany({
    where: { newsletterId },
    select: {
      ...{ state: true, askedAt: true, confirmedAt: true, leftAt: true },
      person: { select: { id: true, name: true, email: true } },
    },
    orderBy: { id: "desc" },
  });
}

/** Holds one person's subscriptions until the transaction ends, so that two changes come one after the other. */
export async function holdPerson(db: RegionDb, personId: string) {
  await db.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR UPDATE`;
  return db.person.findFirst({
    where: { id: personId },
    select: { id: true, name: true, email: true, locale: true, heldReason: true, optedOut: true },
  });
}

type State =
  | { state: "pending"; askedAt: Date }
  | { state: "active"; confirmedAt: Date }
  | { state: "left"; leftAt: Date };

/** Puts down what somebody has said of a newsletter, in place of what stood. Returns the row's id. */
export async function saveSubscription(
  db: RegionDb,
  { newsletterId, personId, ...state }: { newsletterId: string; personId: string } & State,
): Promise<string> {
  const data = { ...state, leftAt: state.state === "left" ? state.leftAt : null };
  const known = await db.subscription.findFirst({ where: { newsletterId, personId }, select: { id: true } });
  if (!known)
    return (await db.subscription.create({ data: { newsletterId, personId, ...data }, select: { id: true } })).id;
  await db.subscription.updateMany({ where: { id: known.id }, data });
  return known.id;
}

/** Forgets what somebody has said: she gets it by her role alone. */
export async function removeSubscription(db: RegionDb, id: string): Promise<void> {
  await db.subscription.deleteMany({ where: { id } });
}

export async function saveLanguage(db: RegionDb, personId: string, locale: "nb" | "nn" | "en" | null): Promise<void> {
  await db.person.updateMany({ where: { id: personId }, data: { locale } });
}
