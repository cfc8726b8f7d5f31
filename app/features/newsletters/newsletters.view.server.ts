import { can, type HeldRole } from "~/domain/auth/permissions";
import { wordsIn } from "~/domain/newsletters/words";
import { isUuid } from "~/domain/shared/ids";
import {
  closedIssuePage,
  countClosedIssues,
  issueCounts,
  issuePageSize,
} from "~/features/newsletters/issues.db.server";
import { issuesWaiting } from "~/features/newsletters/issues-waiting.view.server";
import { listNewsletters } from "~/features/newsletters/newsletters.db.server";
import { countNotes } from "~/features/newsletters/notes.db.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { getLocale } from "~/i18n/messages/runtime";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What of the issues is asked for; what is none of the region's counts for nothing. */
type IssuesAsked = { newsletter: string | null; before: string | null };

export function readIssuesAsked(query: URLSearchParams): IssuesAsked {
  const [newsletter, before] = [query.get("newsletter") ?? "", query.get("before") ?? ""];
  return { newsletter: isUuid(newsletter) ? newsletter : null, before: isUuid(before) ? before : null };
}

/**
 * The region's newsletters, the issues that have not gone out, and a page of those that have been sent or dropped, the
 * newest first. Instants are ISO 8601. `may`: whether the reader writes each newsletter.
 */
export async function newslettersView(
  db: RegionDb,
  { asked, roles, personId }: { asked: IssuesAsked; roles: readonly HeldRole[]; personId: string },
) {
  const { zone } = await ownRegion(db);
  const newsletters = await listNewsletters(db);
  const counts = await issueCounts(db);
  const own = newsletters.find(({ id }) => id === asked.newsletter)?.id ?? null;
  const waiting = (await issuesWaiting(db)).filter(({ newsletterId }) => own === null || newsletterId === own);
  const found = await closedIssuePage(db, { newsletterId: own, before: asked.before });
  const shown = found.slice(0, issuePageSize);
  const locale = getLocale();
  const notes = await countNotes(db);
  return {
    zone,
    newsletters: newsletters.map(({ id, name, description, endedAt, open, editors, audience, ...newsletter }) => ({
      ...{ id, name, description, open, audience, ended: endedAt !== null },
      toContactPersons: newsletter.toContactPersons,
      toNetworkMembers: newsletter.toNetworkMembers,
      mayWrite: can(roles, "newsletters.write", { isEditor: editors.some((editor) => editor.personId === personId) }),
      sent: counts.find((one) => one.newsletterId === id && one.state === "sent")?.count ?? 0,
    })),
    waiting: waiting.map(({ subject, ...issue }) => ({ ...issue, heading: wordsIn(subject, locale) })),
    closed: shown.map(({ subject, newsletter, sentAt, ...issue }) => ({
      ...{ id: issue.id, year: issue.year, number: issue.number, state: issue.state, recipients: issue.recipients },
      heading: wordsIn(subject, locale),
      newsletter: newsletter.name,
      sentAt: sentAt?.toISOString() ?? null,
    })),
    total: await countClosedIssues(db, own),
    next: found.length > issuePageSize ? (shown.at(-1)?.id ?? null) : null,
    asked: { newsletter: own, paged: asked.before !== null },
    notes: notes.waiting,
  };
}

export type NewslettersView = Awaited<ReturnType<typeof newslettersView>>;
export type ListedNewsletter = NewslettersView["newsletters"][number];
