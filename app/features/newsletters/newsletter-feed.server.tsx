import { renderToStaticMarkup } from "react-dom/server";
import type { ContentItem, IssueContent } from "~/domain/newsletters/issue-content";
import { languageFor } from "~/domain/newsletters/languages";
import type { Language } from "~/domain/newsletters/words";
import { readMarkdown } from "~/domain/shared/markdown";
import { newestIssues } from "~/features/newsletters/archive.db.server";
import { summaryOf } from "~/features/newsletters/archive.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import type { RegionDb } from "~/platform/db/region-db.server";
import { readEnv } from "~/platform/env.server";
import { MarkdownBlocks } from "~/ui/markdown-blocks";

/** How many issues a feed has. */
const newest = 20;

/**
 * The newest issues everybody may read, as an Atom feed (RFC 4287) in one language, or the nearest each was written in.
 * What an entry is called never changes; what it says was frozen when it was sent. `self`: the path it was asked for at,
 * so that who subscribes to a language stays with it.
 */
export async function newsletterFeed(
  db: RegionDb,
  { slug, name, locale, self: path }: { slug: string; name: string; locale: Language; self: string },
): Promise<{ body: string; changedAt: Date | null }> {
  const { SAMVIRK_URL: origin } = readEnv();
  const issues = await newestIssues(db, newest);
  const entries = issues.flatMap((issue) => {
    const content = issue.frozen[languageFor(locale, Object.keys(issue.frozen) as Language[])];
    return content ? [entry(content, { ...issue, url: origin + paths.publicIssue(slug, issue.id) })] : [];
  });
  const changedAt = issues[0]?.sentAt ?? null;
  const self = origin + path;
  const body = element("feed", { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": locale }, [
    element("id", {}, [text(self)]),
    element("title", {}, [text(m.newsletters_feed_title({ region: name }, { locale }))]),
    // A feed without entries has changed at no time that matters.
    element("updated", {}, [text((changedAt ?? new Date(0)).toISOString())]),
    element("author", {}, [element("name", {}, [text(name)])]),
    element("link", { rel: "self", type: "application/atom+xml", href: self }),
    element("link", { rel: "alternate", type: "text/html", href: origin + paths.publicNewsletters(slug) }),
    ...entries,
  ]);
  return { body: `<?xml version="1.0" encoding="utf-8"?>\n${body}\n`, changedAt };
}

function entry(content: IssueContent, { id, sentAt, url }: { id: string; sentAt: Date; url: string }): string {
  const { language, newsletter, number, heading, sender } = content;
  return element("entry", { "xml:lang": language }, [
    element("id", {}, [text(`urn:uuid:${id}`)]),
    element("title", {}, [text(heading)]),
    element("published", {}, [text(sentAt.toISOString())]),
    element("updated", {}, [text(sentAt.toISOString())]),
    element("author", {}, [element("name", {}, [text(sender)])]),
    element("category", { term: newsletter, label: `${newsletter} ${number}` }),
    element("link", { rel: "alternate", type: "text/html", href: url }),
    element("summary", {}, [text(summaryOf(content))]),
    element("content", { type: "html" }, [text(asHtml(content))]),
  ]);
}

/** What an issue says, as HTML without a style of its own. */
function asHtml({ items }: IssueContent): string {
  return items.map((item) => renderToStaticMarkup(<FeedItem item={item} />)).join("");
}

function FeedItem({ item: { heading, body, image, link } }: { item: ContentItem }) {
  return (
    <section>
      {heading && <h2>{heading}</h2>}
      {image && <img src={image.url} alt={image.alt} />}
      <MarkdownBlocks blocks={readMarkdown(body)} headingLevel={3} />
      {link && (
        <p>
          <a href={link.url}>{link.label || link.url}</a>
        </p>
      )}
    </section>
  );
}

function element(name: string, attributes: Record<string, string>, children: string[] = []): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${text(value)}"`);
  return `<${name}${written.join("")}${children.length > 0 ? `>${children.join("")}</${name}>` : "/>"}`;
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Words as they may stand in XML 1.0: what it has no sign for is left out. */
function text(words: string): string {
  return words
    .replace(/(?![\t\n\r])[\p{Cc}\p{Surrogate}\uFFFE\uFFFF]/gu, "")
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}
