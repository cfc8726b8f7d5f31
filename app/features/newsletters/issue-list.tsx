import { Link } from "@remix-run/react";
import type { ArchiveView } from "~/features/newsletters/archive.view.server";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { CardSection } from "~/ui/public-parts";

type Issues = ArchiveView["issues"];

/** Sent issues: what each is called, which it is, and when it went out. */
export function IssueList({ issues, slug }: { issues: Issues; slug: string }) {
  return (
    <ul className="sv-issues">
      {issues.map(({ id, heading, newsletter, number, day }) => (
        <li key={id}>
          <h3>
            <Link to={paths.publicIssue(slug, id)}>{heading}</Link>
          </h3>
          <div className="sv-quiet">
            {newsletter} {number} · <time dateTime={day}>{formatDate(day, getLocale())}</time>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The newest of them on the region's own page; nothing where there is none. */
export function NewestIssues({ issues, slug }: { issues: Issues; slug: string }) {
  if (issues.length === 0) return null;
  return (
    <CardSection>
      <h2>{m.newsletters_title()}</h2>
      <IssueList issues={issues} slug={slug} />
      <p>
        <Link className="sv-link" to={paths.publicNewsletters(slug)}>
          {m.newsletters_archive_all()}
        </Link>
      </p>
    </CardSection>
  );
}
