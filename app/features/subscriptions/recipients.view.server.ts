import { type DefaultStandard, type WrittenStandard, writtenLocale } from "~/domain/municipalities/written-locale";
import { type AnyAudience, type Resolved, resolveMany } from "~/features/audiences/audience.view.server";
import { ensureAllNamed } from "~/features/people/ensure-named.server";
import { ownRegion } from "~/features/regions/own-region.server";
import {
  chosenLanguages,
  type NewsletterRule,
  newsletterRules,
  type Subscription,
  subscriptionsOf,
} from "~/features/subscriptions/recipients.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Language = "nb" | "nn" | "en";

/** Through what somebody gets a newsletter: the first of these that holds. */
export const reasons = ["contact", "member", "audience", "subscriber"] as const;
export type Because = (typeof reasons)[number];

export type NewsletterRecipient = {
  personId: string;
  name: string;
  email: string;
  /** The language she gets it in. */
  locale: Language;
  /** The municipality she gets it for. */
  municipalityId: string | null;
  municipalityName: string | null;
  because: Because;
};

export type NewsletterRecipients = {
  people: NewsletterRecipient[];
  /** Whose address is held (M3). */
  held: (NewsletterRecipient & { reason: "bounced" | "by_hand" | "complained" })[];
  /** Those who want no newsletters at all (M2). */
  optedOut: NewsletterRecipient[];
  /** Those who have left this one. */
  left: NewsletterRecipient[];
  /** Addresses in the audience that are nobody's yet: each must be a person before she can be sent anything. */
  unnamed: { name: string; email: string }[];
};

type Found = {
  personId: string;
  name: string;
  email: string;
  held: "bounced" | "by_hand" | "complained" | null;
  optedOut: readonly string[];
  municipalityId: string | null;
  municipalityName: string | null;
  writtenStandard: WrittenStandard | null;
};

/**
 * Who gets a newsletter on a day (midnight UTC), each once, through her role, the audience or her own subscription, and
 * those who do not and why. In a number of queries that does not depend on how many they are. Throws when there is no
 * such newsletter.
 */
export async function newsletterRecipients(
  db: RegionDb,
  newsletterId: string,
  day: Date,
): Promise<NewsletterRecipients> {
  const recipients = (await recipientsOfAll(db, [newsletterId], day)).get(newsletterId);
  if (!recipients) throw new Error("There is no such newsletter");
  return recipients;
}

/** The same of some newsletters, by id, in a number of queries that does not depend on how many they are. */
export async function recipientsOfAll(
  db: RegionDb,
  newsletterIds: readonly string[],
  day: Date,
): Promise<Map<string, NewsletterRecipients>> {
  if (newsletterIds.length === 0) return new Map();
  const rules = await newsletterRules(db, newsletterIds);
  const { defaultStandard } = await ownRegion(db);
  const subscriptions = Map.groupBy(await subscriptionsOf(db, newsletterIds), (one) => one.newsletterId);
  const asksLanguage = rules.some(({ language }) => language === "recipient");
  const languages = asksLanguage ? await chosenLanguages(db) : new Map<string, string>();
  const wanted = new Map(rules.flatMap(audiencesOf).map(([, key, audience]) => [key, audience]));
  const reached = await resolveMany(db, wanted, day);
  return new Map(
    rules.map((rule) => {
      const sources = audiencesOf(rule).map(([because, key]): Source => [because, reached.get(key) as Resolved]);
      const said = subscriptions.get(rule.id) ?? [];
      return [rule.id, sorted({ ...rule, defaultStandard }, { sources, said, languages })];
    }),
  );
}

type Source = [Because, Resolved];

/** Whom a newsletter goes to by itself, in the order of the reasons; an audience of two newsletters has one key. */
function audiencesOf(rule: NewsletterRule): [Because, string, AnyAudience][] {
  const { toContactPersons, toNetworkMembers, audienceId } = rule;
  const own: [Because, string, AnyAudience][] = [];
  if (toContactPersons) own.push(["contact", "contact", { is: "contact-persons" }]);
  if (toNetworkMembers) own.push(["member", "member", { is: "members", networkId: null }]);
  if (audienceId !== null) own.push(["audience", audienceId, { is: "audience", audienceId }]);
  return own;
}

type Read = { sources: readonly Source[]; said: readonly Subscription[]; languages: ReadonlyMap<string, string> };

/** Everybody a newsletter could go to, each once, by whether she gets it. */
function sorted(
  rule: NewsletterRule & { defaultStandard: DefaultStandard },
  { sources, said, languages }: Read,
): NewsletterRecipients {
  const found = new Map<string, Found & { because: Because }>();
  const unnamed = new Map<string, { name: string; email: string }>();
  for (const [because, { people, held, optedOut }] of sources)
    for (const { personId, ...each } of [...people, ...held, ...optedOut]) {
      if (personId === null) unnamed.set(each.email, { name: each.name, email: each.email });
      else if (!found.has(personId)) found.set(personId, { personId, ...each, because });
    }
  const left = new Set<string>();
  for (const { state, personId, name, email, heldSince, heldReason, optedOut } of said) {
    if (state === "left") left.add(personId);
    if (state !== "active" || found.has(personId)) continue;
    const held = heldSince === null ? null : (heldReason ?? "by_hand");
    const nowhere = { municipalityId: null, municipalityName: null, writtenStandard: null };
    found.set(personId, { personId, name, email, held, optedOut, ...nowhere, because: "subscriber" });
  }

  const result: NewsletterRecipients = { people: [], held: [], optedOut: [], left: [], unnamed: [...unnamed.values()] };
  for (const each of found.values()) {
    const { personId, name, email, municipalityId, municipalityName, because } = each;
    const locale = localeOf(rule, languages.get(personId), each.writtenStandard);
    const recipient = { personId, name, email, locale, municipalityId, municipalityName, because };
    if (left.has(personId)) result.left.push(recipient);
    else if (each.optedOut.includes("newsletters")) result.optedOut.push(recipient);
    else if (each.held !== null) result.held.push({ ...recipient, reason: each.held });
    else result.people.push(recipient);
  }
  return result;
}

/** The newsletter's own language, else what she has chosen, else her municipality's or the region's. */
function localeOf(
  { language, defaultStandard }: { language: Language | "recipient"; defaultStandard: DefaultStandard },
  chosen: string | undefined,
  standard: WrittenStandard | null,
): Language {
  if (language !== "recipient") return language;
  if (chosen === "nb" || chosen === "nn" || chosen === "en") return chosen;
  return writtenLocale(standard, defaultStandard);
}

/** The same for an issue that is about to be sent: addresses that are nobody's become people first. */
export async function recipientsToSend(db: RegionDb, newsletterId: string, day: Date): Promise<NewsletterRecipients> {
  const recipients = await newsletterRecipients(db, newsletterId, day);
  if (recipients.unnamed.length === 0) return recipients;
  await ensureAllNamed(db, recipients.unnamed);
  return newsletterRecipients(db, newsletterId, day);
}
