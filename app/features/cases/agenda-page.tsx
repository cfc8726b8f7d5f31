import { Form } from "@remix-run/react";
import { AgendaList } from "~/features/cases/agenda-list";
import type { MeetingView } from "~/features/cases/meeting.view.server";
import { MeetingHead } from "~/features/cases/meeting-head";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Note } from "~/ui/note";
import { PrintButton } from "~/ui/print-button";

type Props = {
  view: MeetingView;
  slug: string;
  zone: string;
  today: string;
  mayEdit: boolean;
  refused: string | undefined;
};

/** A meeting with its agenda; the next thing to do with it stands in its head. */
export function AgendaPage({ view, slug, zone, today, mayEdit, refused }: Props) {
  const { frame, items } = view;
  const editable = mayEdit && !frame.cancelled && (frame.state === "planned" || frame.state === "agenda");
  const numbered = items.some(({ kind }) => kind !== "opening");
  return (
    <>
      <MeetingHead
        frame={frame}
        slug={slug}
        zone={zone}
        part="agenda"
        mayEdit={mayEdit}
        actions={
          <>
            {items.length > 0 && <Files view={view} slug={slug} />}
            {editable && <NextStep view={view} slug={slug} />}
          </>
        }
      />
      {refused && (
        <Note tone="danger" live>
          {refused}
        </Note>
      )}
      {editable && <NoticeNote frame={frame} today={today} />}
      {editable && frame.state === "planned" && numbered && <Note>{m.cases_not_set_yet()}</Note>}
      {items.length === 0 ? (
        <EmptyState
          icon="tasklist"
          title={m.cases_agenda_empty()}
          why={mayEdit ? m.cases_agenda_empty_why() : m.cases_agenda_empty_wait()}
          action={
            editable && (
              <LinkButton to={paths.setAgenda(slug, frame.body.id, frame.id)} icon="plus">
                {m.cases_agenda_choose()}
              </LinkButton>
            )
          }
        />
      ) : (
        <section aria-label={m.cases_agenda()} className="sv-panel">
          <h2 className="ds-sr-only">{m.cases_agenda()}</h2>
          <AgendaList
            items={items}
            paperTo={({ id, caseId }) => paths.casePaper(slug, caseId, id)}
            caseTo={({ caseId, kind }) => (kind === "opening" ? null : paths.case(slug, caseId))}
          />
        </section>
      )}
    </>
  );
}

/** The agenda to take along: on paper, and as a Word file with the closed cases one may see, or without them. */
function Files({ view: { frame, items }, slug }: { view: MeetingView; slug: string }) {
  const { body, id } = frame;
  return (
    <>
      <PrintButton>{m.cases_agenda_print()}</PrintButton>
      <LinkButton to={paths.agendaFile(slug, body.id, id)} variant="secondary" icon="download" reloadDocument>
        {m.cases_agenda_word()}
      </LinkButton>
      {items.some(({ closed, hidden }) => closed && !hidden) && (
        <LinkButton to={paths.agendaFile(slug, body.id, id, true)} variant="tertiary" icon="download" reloadDocument>
          {m.cases_agenda_word_open()}
        </LinkButton>
      )}
    </>
  );
}

function NextStep({ view: { frame, items }, slug }: { view: MeetingView; slug: string }) {
  const { body, id, state, noticeAt } = frame;
  const numbered = items.some(({ kind }) => kind !== "opening");
  return (
    <>
      {state === "agenda" && !noticeAt && (
        <Form method="post">
          <Button variant="tertiary" icon="undo" name="intent" value="reopen">
            {m.cases_agenda_reopen()}
          </Button>
        </Form>
      )}
      <LinkButton to={paths.setAgenda(slug, body.id, id)} variant={numbered ? "secondary" : "primary"} icon="pencil">
        {m.cases_agenda_edit()}
      </LinkButton>
      {state === "planned" && numbered && (
        <Form method="post">
          <Button icon="numbers" name="intent" value="set">
            {m.cases_agenda_set()}
          </Button>
        </Form>
      )}
      {state === "agenda" && !noticeAt && (
        <LinkButton to={paths.notice(slug, body.id, id)} icon="send">
          {m.cases_notice_send()}
        </LinkButton>
      )}
    </>
  );
}

/** When the notice must be out, and that it has gone too late. */
export function NoticeNote({ frame, today }: { frame: MeetingView["frame"]; today: string }) {
  if (frame.noticeAt || frame.electronic) return null;
  const date = formatDate(frame.noticeBy, getLocale());
  const late = today > frame.noticeBy;
  return (
    <div className="sv-noprint">
      <Note tone={late ? "warning" : "info"}>
        {(late ? m.cases_notice_late : m.cases_notice_by)({ date, days: frame.noticeDays })}
      </Note>
    </div>
  );
}
