import { Form, Link } from "@remix-run/react";
import { ClosedTable, WaitingTable } from "~/features/newsletters/issue-tables";
import { whomWords } from "~/features/newsletters/newsletter-words";
import type { ListedNewsletter, NewslettersView } from "~/features/newsletters/newsletters.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ShowMore } from "~/ui/pagination";
import { Columns, Panel, PanelBody } from "~/ui/panel";
import { Tag } from "~/ui/tag";

type Props = { view: NewslettersView; slug: string; mayEdit: boolean };

/** The region's issues, those to come and those that have gone, and beside them its newsletters. */
export function NewslettersPage({ view, slug, mayEdit }: Props) {
  if (view.newsletters.length === 0)
    return (
      <EmptyState
        icon="newsletter"
        title={m.newsletters_none()}
        why={mayEdit ? m.newsletters_none_why() : m.newsletters_none_wait()}
        action={
          mayEdit && (
            <LinkButton to={paths.newNewsletter(slug)} icon="plus">
              {m.newsletters_settings_new()}
            </LinkButton>
          )
        }
      />
    );
  return (
    <Columns
      main={<IssuePanels view={view} slug={slug} />}
      side={view.newsletters.map((newsletter) => (
        <NewsletterPanel key={newsletter.id} newsletter={newsletter} slug={slug} mayEdit={mayEdit} />
      ))}
    />
  );
}

function IssuePanels({ view, slug }: Omit<Props, "mayEdit">) {
  const { waiting, closed, zone, next, total, asked } = view;
  const of = asked.newsletter ? `newsletter=${asked.newsletter}&` : "";
  return (
    <>
      {!asked.paged && (
        <Panel title={m.newsletters_issues_waiting()} count={waiting.length}>
          {waiting.length === 0 ? (
            <PanelBody>
              <p className="sv-quiet">{m.newsletters_issues_waiting_none()}</p>
            </PanelBody>
          ) : (
            <WaitingTable issues={waiting} slug={slug} zone={zone} />
          )}
        </Panel>
      )}
      <Panel title={m.newsletters_issues_closed()} count={total}>
        {closed.length === 0 ? (
          <PanelBody>
            <p className="sv-quiet">{m.newsletters_issues_closed_none()}</p>
          </PanelBody>
        ) : (
          <ClosedTable issues={closed} slug={slug} zone={zone} />
        )}
      </Panel>
      {next && <ShowMore to={`${paths.newsletters(slug)}?${of}before=${next}`} label={m.common_next_50()} />}
    </>
  );
}

type OneProps = { newsletter: ListedNewsletter; slug: string; mayEdit: boolean };

function NewsletterPanel({ newsletter, slug, mayEdit }: OneProps) {
  const { id, name, description, ended, open, mayWrite } = newsletter;
  return (
    <Panel
      title={name}
      {...(mayEdit && { link: { label: m.newsletters_settings_link(), to: paths.newsletterSettings(slug, id) } })}
    >
      <PanelBody>
        {ended && (
          <p>
            <Tag>{m.newsletters_ended()}</Tag>
          </p>
        )}
        {description && <p className="sv-lines">{description}</p>}
        <p className="sv-quiet">{m.newsletters_goes_to({ whom: whomWords(newsletter) })}</p>
        <p className="sv-quiet">{open ? m.newsletters_is_open() : m.newsletters_is_closed()}</p>
        {(mayEdit || open) && (
          <p className="sv-row">
            {mayEdit && <Link to={paths.subscribers(slug, id)}>{m.newsletters_subscribers()}</Link>}
            {open && <Link to={paths.publicNewsletters(slug)}>{m.newsletters_archive()}</Link>}
          </p>
        )}
        {mayWrite && !ended && (
          <Form method="post">
            <input type="hidden" name="newsletter" value={id} />
            <Button name="intent" value="make" variant="secondary" icon="plus">
              {m.newsletters_make()}
            </Button>
          </Form>
        )}
      </PanelBody>
    </Panel>
  );
}
