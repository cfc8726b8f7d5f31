import type { IssueContent } from "~/domain/newsletters/issue-content";
import type { Language, Words } from "~/domain/newsletters/words";
import { isUuid } from "~/domain/shared/ids";
import type { RegionDb } from "~/platform/db/region-db.server";

const sent = { state: "sent" as const, newsletter: { open: true } };
const shown = {
  ...{ id: true, year: true, number: true, subject: true, sentAt: true },
  newsletter: { select: { id: true, name: true } },
} as const;

/** Sent issues of the newsletters everybody may read, the newest first; `after`: the id the last page ended with. */
export async function sentIssues(
  db: RegionDb,
  { newsletterId, after, take }: { newsletterId: string | null; after: string | null; take: number },
) {
  const last = isUuid(after)
    ? await db.newsletterIssue.findFirst({ where: { id: after, ...sent }, select: { sentAt: true } })
    : null;
  const older = last?.sentAt && {
    OR: [{ sentAt: { lt: last.sentAt } }, { sentAt: last.sentAt, id: { lt: after ?? "" } }],
  };
  const found = await db.newsletterIssue.findMany({
    where: { ...sent, ...older, ...(newsletterId && { newsletterId }) },
    select: shown,
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
    take,
  });
  return found.map((issue) => ({ ...issue, subject: issue.subject as Words, sentAt: issue.sentAt ?? new Date(0) }));
}

export async function countSent(db: RegionDb, newsletterId: string | null): Promise<number> {
  return db.newsletterIssue.count({ where: { ...sent, ...(newsletterId && { newsletterId }) } });
}

type Frozen = Partial<Record<Language, IssueContent>>;

/** One sent issue everybody may read, as it went out; null for any other. */
export async function sentIssue(db: RegionDb, id: string) {
  if (!isUuid(id)) return null;
  const found = await db.newsletterIssue.findFirst({ where: { id, ...sent }, select: { ...shown, frozen: true } });
  if (!found?.sentAt) return null;
  return { ...found, frozen: (found.frozen ?? {}) as Frozen, sentAt: found.sentAt };
}

/** The newest sent issues with what they say. */
export async function newestIssues(db: RegionDb, take: number) {
  const found = await db.newsletterIssue.findMany({
    where: sent,
    select: { ...shown, frozen: true },
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
    take,
  });
  return found.flatMap(({ frozen, sentAt, ...issue }) =>
    sentAt ? [{ ...issue, frozen: (frozen ?? {}) as Frozen, sentAt }] : [],
  );
}

/** What an approved or sent issue says, for its images; also of a newsletter whose issues stand nowhere. */
export async function frozenText(db: RegionDb, issueId: string): Promise<string | null> {
  if (!isUuid(issueId)) return null;
  const found = await db.newsletterIssue.findFirst({
    where: { id: issueId, state: { in: ["approved", "sent"] } },
    select: { frozen: true },
  });
  return found ? JSON.stringify(found.frozen) : null;
}

const file = { select: { id: true, type: true, size: true, hash: true, content: true } } as const;

export async function findFile(db: RegionDb, id: string) {
  return db.storedFile.findFirst({ where: { id }, ...file });
}

/** The logo of a newsletter everybody may subscribe to. */
export async function findLogo(db: RegionDb, newsletterId: string) {
  if (!isUuid(newsletterId)) return null;
  const found = await db.newsletter.findFirst({ where: { id: newsletterId, open: true }, select: { logo: file } });
  return found?.logo ?? null;
}
