import { languageFor, languagesOf } from "~/domain/newsletters/languages";
import { isUuid } from "~/domain/shared/ids";
import {
  countDeliveriesOfIssue,
  deliveriesOfIssue,
  recipientPageSize,
} from "~/features/newsletters/issue-recipients.db.server";
import type { StoredIssue } from "~/features/newsletters/issues.db.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { todayIn } from "~/features/regions/today";
import { newsletterRecipients } from "~/features/subscriptions/recipients.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Asked = { after: string | null; now: Date };

/** Who gets an issue, fifty at a time: those it was sent to, or those who would get it now and who would not, and why. */
export async function issueRecipients(db: RegionDb, issue: StoredIssue, { after: asked, now }: Asked) {
  const after = isUuid(asked) ? asked : null;
  return issue.state === "sent" ? sentTo(db, issue.id, after) : goesTo(db, issue, { after, now });
}

async function sentTo(db: RegionDb, issueId: string, after: string | null) {
  const found = await deliveriesOfIssue(db, issueId, after);
  const shown = found.slice(0, recipientPageSize);
  const counts = await countDeliveriesOfIssue(db, issueId);
  return {
    kind: "sent" as const,
    people: shown.map(({ id, toName, toAddress, locale, state, sentAt }) => ({
      ...{ id, name: toName, email: toAddress, locale, state },
      sentAt: sentAt?.toISOString() ?? null,
    })),
    total: counts.reduce((sum, { count }) => sum + count, 0),
    languages: gather(counts.map(({ locale, count }) => [locale, count])),
    states: gather(counts.map(({ state, count }) => [state, count])),
    next: found.length > recipientPageSize ? (shown.at(-1)?.id ?? null) : null,
  };
}

async function goesTo(db: RegionDb, issue: StoredIssue, { after, now }: Asked) {
  const region = await ownRegion(db);
  const found = await newsletterRecipients(db, issue.newsletterId, new Date(todayIn(region.zone, now)));
  const written = languagesOf(issue.newsletter.language, region.languages);
  const { people, held, optedOut, left, unnamed } = found;
  const from = after === null ? 0 : people.findIndex(({ personId }) => personId === after) + 1;
  const shown = people.slice(from, from + recipientPageSize);
  return {
    kind: "goes" as const,
    people: shown.map((person) => ({ ...person, locale: languageFor(person.locale, written) })),
    unnamed: from === 0 ? unnamed : [],
    total: people.length + unnamed.length,
    because: gather(people.map(({ because }) => [because, 1])),
    languages: gather(people.map(({ locale }) => [languageFor(locale, written), 1])),
    out: { held, optedOut, left },
    next: from + recipientPageSize < people.length ? (shown.at(-1)?.personId ?? null) : null,
  };
}

export type IssueRecipients = Awaited<ReturnType<typeof issueRecipients>>;
export type GoesTo = Extract<IssueRecipients, { kind: "goes" }>;
export type SentTo = Extract<IssueRecipients, { kind: "sent" }>;

/** How many there are of each: [name, number] in the order they come. */
function gather<K extends string>(pairs: readonly (readonly [K, number])[]): [K, number][] {
  const sums = new Map<K, number>();
  for (const [key, count] of pairs) sums.set(key, (sums.get(key) ?? 0) + count);
  return [...sums];
}
