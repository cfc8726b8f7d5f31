import { Form, Link } from "@remix-run/react";
import { NoticeNote } from "~/features/cases/agenda-page";
import type { NoticeView } from "~/features/cases/notice.view.server";
import { HoldNote } from "~/features/delivery/hold-note";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { Note } from "~/ui/note";
import { Columns, Panel, PanelBody, Row, Rows } from "~/ui/panel";

type Props = { view: NoticeView; slug: string; zone: string; today: string; refused: string | undefined };

/** The notice of a meeting before it goes out: its words, when, and to whom. */
export function NoticePage({ view, slug, zone, today, refused }: Props) {
  const { frame, text, people, held, optedOut, invited, changed } = view;
  const { body, id, noticeAt, state } = frame;
  const set = state !== "planned";
  const open = state === "agenda" && !frame.cancelled && !frame.electronic;
  return (
    <>
      {refused && (
        <Note tone="danger" live>
          {refused}
        </Note>
      )}
      {view.onHold && open && <HoldNote slug={slug} />}
      {!set && (
        <Note action={{ label: m.cases_agenda_edit(), to: paths.setAgenda(slug, body.id, id) }}>
          {m.cases_notice_not_set()}
        </Note>
      )}
      {frame.electronic && <Note>{m.cases_notice_electronic()}</Note>}
      {noticeAt ? (
        <Note tone="success">
          {m.cases_notice_sent({ when: formatInstant(noticeAt, zone, getLocale()), n: invited })}{" "}
          {frame.eventId && (
            <Link className="sv-link" to={paths.event(slug, frame.eventId)}>
              {m.cases_notice_answers()}
            </Link>
          )}
        </Note>
      ) : (
        open && <NoticeNote frame={frame} today={today} />
      )}
      <Columns
        main={
          <Panel title={m.cases_notice_words()}>
            <PanelBody>
              <p className="sv-small sv-quiet">{m.cases_notice_words_lead()}</p>
              <p className="sv-prose sv-lines sv-notice">{text}</p>
            </PanelBody>
          </Panel>
        }
        side={
          <>
            {open && (people.length > 0 || changed) && (
              <Form method="post" className="sv-row sv-notice-send">
                <Button icon="send" name="intent" value="send">
                  {changed && people.length === 0
                    ? m.cases_notice_again({ n: invited })
                    : m.cases_notice_send_to({ n: people.length })}
                </Button>
                <LinkButton to={paths.agenda(slug, body.id, id)} variant="tertiary">
                  {m.common_cancel()}
                </LinkButton>
              </Form>
            )}
            <Panel title={m.cases_notice_to()} count={people.length || undefined}>
              {people.length === 0 ? (
                <PanelBody>
                  <p className="sv-quiet">{invited > 0 ? m.cases_notice_all_invited() : m.cases_notice_nobody()}</p>
                </PanelBody>
              ) : (
                <Rows>
                  {people.map(({ name, place, email }) => (
                    <Row key={email} icon="person" title={name} note={place} />
                  ))}
                </Rows>
              )}
              {held.length + optedOut.length > 0 && (
                <PanelBody>
                  <p className="sv-small">
                    {m.cases_notice_left_out({ names: [...held, ...optedOut].map(({ name }) => name).join(", ") })}
                  </p>
                </PanelBody>
              )}
            </Panel>
          </>
        }
      />
    </>
  );
}
