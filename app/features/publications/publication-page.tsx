import { Form, Link } from "@remix-run/react";
import { isPlanned } from "~/domain/publications/kinds";
import { HistoryPanel } from "~/features/audit/history-panel";
import type { PublicationDetail } from "~/features/publications/publication.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { MarkdownBlocks } from "~/ui/markdown-blocks";
import { OutwardLink } from "~/ui/outward-links";
import { Columns, Panel, PanelBody, Row, Rows } from "~/ui/panel";

type Props = { publication: PublicationDetail; slug: string; today: string };

/** Something said elsewhere: where to find it, its text, the plan row it came of, and its history. */
export function PublicationPage({ publication, slug, today }: Props) {
  const { link, blocks, planRow, open, history } = publication;
  const planned = isPlanned(publication, today);
  return (
    <Columns
      main={
        <Panel title={m.publications_text()}>
          <PanelBody>
            {link && (
              <p>
                <OutwardLink to={link} />
              </p>
            )}
            {blocks.length > 0 ? (
              <MarkdownBlocks blocks={blocks} headingLevel={3} />
            ) : (
              !link && <p className="sv-quiet">{m.publications_no_text()}</p>
            )}
          </PanelBody>
        </Panel>
      }
      side={
        <>
          <Panel title={m.publications_row()}>
            {planRow ? (
              <Rows>
                <Row
                  icon="table"
                  title={planRow.channel || planRow.theme}
                  to={paths.planRow(slug, planRow.period, planRow.id)}
                  note={[planRow.theme, planRow.timing && `«${planRow.timing}»`].filter(Boolean).join(" · ")}
                />
              </Rows>
            ) : (
              <PanelBody>
                <p className="sv-quiet">{m.publications_no_row()}</p>
              </PanelBody>
            )}
          </Panel>
          <Panel title={m.publications_who_sees()}>
            <PanelBody>
              {open && !planned ? (
                <Link className="sv-link" to={paths.publicPublications(slug)}>
                  {m.publications_open_now()}
                </Link>
              ) : open ? (
                <p>{m.publications_open_later()}</p>
              ) : (
                <p className="sv-quiet">{m.publications_not_open()}</p>
              )}
            </PanelBody>
          </Panel>
          <HistoryPanel lines={history} />
        </>
      }
    />
  );
}

/** Asks before a publication is taken out of the log. */
export function RemovePublication({ publication, slug }: Omit<Props, "today">) {
  return (
    <Confirm
      title={m.publications_remove_title({ title: publication.title })}
      tone="danger"
      cancel={{ label: m.common_cancel(), to: paths.publication(slug, publication.id) }}
      action={
        <Form method="post">
          <Button name="intent" value="remove" variant="danger" icon="trash">
            {m.publications_remove()}
          </Button>
        </Form>
      }
    >
      <p>{publication.open ? m.publications_remove_why_open() : m.publications_remove_why()}</p>
    </Confirm>
  );
}
