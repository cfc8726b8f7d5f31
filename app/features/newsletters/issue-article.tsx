import type { ReactNode } from "react";
import type { PublicIssue, ShownItem } from "~/features/newsletters/archive.view.server";
import { dayOfTile, formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { LinkButton } from "~/ui/button";
import { DateTile } from "~/ui/date-tile";
import { MarkdownBlocks } from "~/ui/markdown-blocks";
import { Card, CardSection } from "~/ui/public-parts";

type Language = PublicIssue["language"];

/** An issue as a page to read: what went out by mail, in the same order and words. `children` stand under it. */
export function IssueArticle({ issue, children }: { issue: PublicIssue; children?: ReactNode }) {
  const { language, logo, newsletter, number, day, heading, items } = issue;
  const [first, ...rest] = items;
  const leads = first?.kind === "introduction";
  return (
    <Card>
      <article lang={language}>
        <CardSection>
          {logo && logo.width > 0 && <img className="sv-issue__logo" src={logo.url} alt={logo.alt} />}
          <p className="sv-eyebrow">
            {newsletter} {number} · <time dateTime={day}>{formatDate(day, language)}</time>
          </p>
          <h1>{heading}</h1>
          {leads && <IssueItem item={first} language={language} />}
        </CardSection>
        {(leads ? rest : items).map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what has been sent is never reordered
          <CardSection key={at}>
            <IssueItem item={item} language={language} />
          </CardSection>
        ))}
      </article>
      {children}
    </Card>
  );
}

function IssueItem({ item, language }: { item: ShownItem; language: Language }) {
  const { heading, blocks, from, image, link, day, kind } = item;
  const label = link?.label || m.mail_issue_more({}, { locale: language });
  const words = (
    <div className="sv-issue">
      {heading && <h2>{heading}</h2>}
      {from && <p className="sv-quiet sv-small">{m.mail_issue_from({ from }, { locale: language })}</p>}
      {image && (
        <img
          src={image.url}
          alt={image.alt}
          {...(image.width > 0 && { width: image.width, height: image.height })}
          loading="lazy"
        />
      )}
      {blocks.length > 0 && <MarkdownBlocks blocks={blocks} headingLevel={heading ? 3 : 2} />}
      {link && (
        <p>
          {kind === "event" ? (
            <LinkButton to={link.url} variant="secondary" accent>
              {label}
            </LinkButton>
          ) : (
            <a className="sv-link" href={link.url} rel="noreferrer">
              {label}
            </a>
          )}
        </p>
      )}
    </div>
  );
  if (day === null) return words;
  return (
    <div className="sv-issue__day">
      <DateTile {...dayOfTile(day, language)} />
      {words}
    </div>
  );
}
