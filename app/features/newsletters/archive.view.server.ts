import type { ContentItem, IssueContent } from "~/domain/newsletters/issue-content";
import { languageFor } from "~/domain/newsletters/languages";
import { type Language, wordsIn } from "~/domain/newsletters/words";
import { isUuid } from "~/domain/shared/ids";
import { plainText, readMarkdown } from "~/domain/shared/markdown";
import { countSent, sentIssue, sentIssues } from "~/features/newsletters/archive.db.server";
import { todayIn } from "~/features/regions/today";
import type { RegionDb } from "~/platform/db/region-db.server";

const pageSize = 50;

type Asked = { locale: Language; zone: string; newsletterId: string | null; after: string | null };

/** What has been sent and stands open, fifty at a time, in the reader's language. */
export async function archiveView(db: RegionDb, { locale, zone, newsletterId: asked, after }: Asked) {
  const newsletterId = isUuid(asked) ? asked : null;
  const found = await sentIssues(db, { newsletterId, after, take: pageSize + 1 });
  const issues = found.slice(0, pageSize).map(({ id, year, number, subject, sentAt, newsletter }) => ({
    id,
    newsletter: newsletter.name,
    number: `${number}/${year}`,
    heading: wordsIn(subject, locale) || `${newsletter.name} ${number}/${year}`,
    day: todayIn(zone, sentAt),
  }));
  return {
    newsletterId,
    issues,
    total: await countSent(db, newsletterId),
    next: found.length > pageSize ? (issues.at(-1)?.id ?? null) : null,
  };
}

export type ArchiveView = Awaited<ReturnType<typeof archiveView>>;

/** The newest of them, for the region's own page. */
export async function newestOpenIssues(db: RegionDb, asked: { locale: Language; zone: string; most: number }) {
  const { issues } = await archiveView(db, { ...asked, newsletterId: null, after: null });
  return issues.slice(0, asked.most);
}

/** One issue as it was sent, in the reader's language or the nearest it was written in; null where none stands open. */
export async function publicIssueView(db: RegionDb, id: string, { locale, zone }: { locale: Language; zone: string }) {
  const issue = await sentIssue(db, id);
  const written = Object.keys(issue?.frozen ?? {}) as Language[];
  const content = issue?.frozen[languageFor(locale, written)];
  if (!issue || !content) return null;
  return { id: issue.id, day: todayIn(zone, issue.sentAt), ...readContent(content), summary: summaryOf(content) };
}

/** What is said, its Markdown read. */
export function readContent({ items, ...content }: IssueContent) {
  return { ...content, items: items.map(readItem) };
}

const readItem = ({ body, ...item }: ContentItem) => ({ ...item, blocks: readMarkdown(body) });

export type PublicIssue = NonNullable<Awaited<ReturnType<typeof publicIssueView>>>;
export type ShownItem = PublicIssue["items"][number];

/** The first words of an issue. */
export function summaryOf({ items, heading }: Pick<IssueContent, "items" | "heading">): string {
  for (const { body } of items)
    for (const block of readMarkdown(body))
      if (block.type === "paragraph") return plainText(block.inlines).replace(/\s+/g, " ").slice(0, 200);
  return heading;
}
