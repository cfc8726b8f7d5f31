import type { IssueContent } from "~/domain/newsletters/issue-content";
import type { IssueState } from "~/domain/newsletters/issue-step";
import type { Language, Words } from "~/domain/newsletters/words";
import { isoDay } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import type { RegionDb } from "~/platform/db/region-db.server";
import { Prisma } from "../../../prisma/generated/client";
import type { IssueItemKind } from "../../../prisma/generated/enums";

export type { IssueItemKind };
export type Frozen = Partial<Record<Language, IssueContent>>;

export const issuePageSize = 50;

const shown = {
  ...{ id: true, newsletterId: true, year: true, number: true, state: true, subject: true, since: true },
  ...{ planRowId: true, windowFrom: true, windowTo: true, sendAt: true, askedAt: true, askedById: true },
  ...{ askedOfId: true, approvedAt: true, approvedById: true, sentAt: true, version: true, createdAt: true },
  newsletter: {
    select: {
      ...{ id: true, name: true, open: true, language: true, accent: true, fourEyes: true, endedAt: true },
      logo: { select: { id: true, name: true } },
      editors: { select: { personId: true } },
    },
  },
  planRow: {
    select: { id: true, channel: true, theme: true, timing: true, plan: { select: { from: true, to: true } } },
  },
  askedBy: { select: { id: true, name: true } },
  askedOf: { select: { id: true, name: true } },
  approvedBy: { select: { id: true, name: true } },
} as const;

/** One issue; null for an id that is none, or another region's. */
export async function findIssue(db: RegionDb, id: string) {
  if (!isUuid(id)) return null;
  const found = await db.newsletterIssue.findFirst({ where: { id }, select: shown });
  if (!found) return null;
  const { subject, windowFrom, windowTo, planRow, ...issue } = found;
  return {
    ...issue,
    subject: subject as Words,
    windowFrom: isoDay(windowFrom),
    windowTo: isoDay(windowTo),
    planRow: planRow && { ...planRow, plan: { from: isoDay(planRow.plan.from), to: isoDay(planRow.plan.to) } },
  };
}

export type StoredIssue = NonNullable<Awaited<ReturnType<typeof findIssue>>>;

/** The same, held until the transaction ends, so that two who act on it go one after the other. */
export async function holdIssue(db: RegionDb, id: string): Promise<StoredIssue | null> {
  if (!isUuid(id)) return null;
  await db.$queryRaw`SELECT 1 FROM newsletter_issue WHERE id = ${id}::uuid FOR UPDATE`;
  return findIssue(db, id);
}

/** What was approved or sent of an issue, by language; null while nothing is. */
export async function frozenOf(db: RegionDb, id: string): Promise<Frozen | null> {
  const found = await db.newsletterIssue.findFirst({ where: { id }, select: { frozen: true } });
  return (found?.frozen as Frozen | null | undefined) ?? null;
}

type IssueColumns = {
  state?: IssueState;
  subject?: Words;
  sendAt?: Date | null;
  askedAt?: Date | null;
  askedById?: string | null;
  askedOfId?: string | null;
  approvedAt?: Date | null;
  approvedById?: string | null;
  sentAt?: Date | null;
};

/** Saves an issue and raises its version; `frozen`: what is approved of it, null for nothing any longer. */
export async function saveIssue(
  db: RegionDb,
  id: string,
  columns: IssueColumns,
  frozen?: Frozen | null,
): Promise<void> {
  const json = frozen === null ? Prisma.DbNull : (frozen as Prisma.InputJsonObject | undefined);
  const data = { ...columns, version: { increment: 1 }, ...(json !== undefined && { frozen: json }) };
  await db.newsletterIssue.updateMany({ where: { id }, data: data as Prisma.NewsletterIssueUncheckedUpdateManyInput });
}

type NewIssue = {
  newsletterId: string;
  year: number;
  number: number;
  subject: Words;
  since: Date;
  planRowId: string | null;
  windowFrom: string | null;
  windowTo: string | null;
  sendAt: Date | null;
  createdAt: Date;
};

const dateOf = (day: string | null) => (day === null ? null : new Date(`${day}T00:00:00Z`));

export async function createIssue(db: RegionDb, { windowFrom, windowTo, ...issue }: NewIssue): Promise<{ id: string }> {
  return db.newsletterIssue.create({
    data: { ...issue, windowFrom: dateOf(windowFrom), windowTo: dateOf(windowTo) },
    select: { id: true },
  });
}

/** The issue that was made from this time of a plan row; null when none was. */
export async function issueOfWindow(
  db: RegionDb,
  { newsletterId, planRowId, from, to }: { newsletterId: string; planRowId: string; from: string; to: string },
) {
  return db.newsletterIssue.findFirst({
    where: { newsletterId, planRowId, windowFrom: dateOf(from), windowTo: dateOf(to) },
    select: { id: true },
  });
}

/** The highest number of a newsletter's issues in a year; 0 when it has none. */
export async function lastNumber(db: RegionDb, newsletterId: string, year: number): Promise<number> {
  const { _max } = await db.newsletterIssue.aggregate({ where: { newsletterId, year }, _max: { number: true } });
  return _max.number ?? 0;
}

/** The moment until which what has happened has been told: when the last issue was approved, or else made. */
export async function toldUntil(db: RegionDb, newsletterId: string): Promise<Date | null> {
  const last = await db.newsletterIssue.findFirst({
    where: { newsletterId, state: { not: "dropped" } },
    select: { approvedAt: true, createdAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return last && (last.approvedAt ?? last.createdAt);
}

export async function planRowExists(db: RegionDb, id: string): Promise<boolean> {
  return (await db.planRow.findFirst({ where: { id }, select: { id: true } })) !== null;
}

const listed = {
  ...{ id: true, year: true, number: true, state: true, subject: true, sendAt: true, sentAt: true },
  ...{ createdAt: true, askedById: true, askedOfId: true, newsletterId: true, windowFrom: true, windowTo: true },
  newsletter: { select: { name: true, fourEyes: true } },
  askedBy: { select: { name: true } },
  askedOf: { select: { name: true } },
} as const;

type Listed = Prisma.NewsletterIssueGetPayload<{ select: typeof listed }>;
const asListed = ({ subject, windowFrom, windowTo, ...issue }: Listed) => ({
  ...issue,
  subject: subject as Words,
  windowFrom: isoDay(windowFrom),
  windowTo: isoDay(windowTo),
});

/** Issues that have not gone out, the next to go first: those whose time is set, then the others as they were made. */
export async function openIssues(db: RegionDb, states: IssueState[] = ["draft", "approval", "approved"]) {
  const found = await db.newsletterIssue.findMany({
    where: { state: { in: states } },
    select: listed,
    orderBy: [{ sendAt: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }, { id: "asc" }],
    take: 100,
  });
  return found.map(asListed);
}

/** Fifty and one issues that have been sent or dropped, the newest first. `before`: where the last page ended. */
export async function closedIssuePage(
  db: RegionDb,
  { newsletterId, before }: { newsletterId: string | null; before: string | null },
) {
  const found = await db.newsletterIssue.findMany({
    where: {
      state: { in: ["sent", "dropped"] },
      ...(newsletterId && { newsletterId }),
      ...(before && { id: { lt: before } }),
    },
    select: { ...listed, _count: { select: { deliveries: true } } },
    orderBy: { id: "desc" },
    take: issuePageSize + 1,
  });
  return found.map(({ _count, ...issue }) => ({ ...asListed(issue), recipients: _count.deliveries }));
}

export async function countClosedIssues(db: RegionDb, newsletterId: string | null): Promise<number> {
  return db.newsletterIssue.count({
    where: { state: { in: ["sent", "dropped"] }, ...(newsletterId && { newsletterId }) },
  });
}

/** How many issues of a newsletter stand where. */
export async function issueCounts(db: RegionDb) {
  const groups = await db.newsletterIssue.groupBy({ by: ["newsletterId", "state"], _count: true });
  return groups.map(({ newsletterId, state, _count }) => ({ newsletterId, state, count: _count }));
}
