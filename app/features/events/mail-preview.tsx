import type { ReactNode } from "react";
import type { ShownMail } from "~/features/events/shown-mail.server";
import { asSentence, formatDateTimeRange } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { Panel, PanelBody } from "~/ui/panel";
import { Disclosure } from "~/ui/public-parts";

/** A mail as it will be sent: subject, the mail itself in a sealed frame, its text part, and its calendar entry. */
export function MailPreview({
  title,
  mail,
  lang,
  frame,
  children,
}: {
  title: string;
  mail: Omit<ShownMail, "html">;
  lang: string;
  /** The address of the mail's HTML part. */
  frame: string;
  /** Whose mail it is, to be chosen. */
  children?: ReactNode;
}) {
  const { subject, text, calendar } = mail;
  return (
    <Panel title={title}>
      <PanelBody>
        <div className="sv-stack">
          {children}
          <p>
            <span className="sv-quiet">{m.events_preview_subject()}</span> <strong lang={lang}>{subject}</strong>
          </p>
          <iframe className="sv-mailframe" title={subject} src={frame} sandbox="" lang={lang} />
          <Disclosure summary={m.delivery_text_part()}>
            <pre className="sv-pre" lang={lang}>
              {text}
            </pre>
          </Disclosure>
          {calendar ? <Entry calendar={calendar} /> : <p className="sv-quiet">{m.events_preview_no_calendar()}</p>}
        </div>
      </PanelBody>
    </Panel>
  );
}

function Entry({ calendar }: { calendar: NonNullable<ShownMail["calendar"]> }) {
  const when = formatDateTimeRange(calendar.startsAt, calendar.endsAt, calendar.zone, getLocale());
  const facts: [string, string][] = [
    [m.events_field_title(), calendar.title],
    [m.events_preview_when(), asSentence(when)],
    [m.events_field_place(), calendar.place ?? m.events_no_place()],
    [m.events_organiser(), `${calendar.organizer.name} (${calendar.organizer.address})`],
    [m.events_preview_attendee(), `${calendar.attendee.name} (${calendar.attendee.address})`],
  ];
  return (
    <section>
      <h3>{m.events_preview_calendar()}</h3>
      <dl className="sv-terms">
        {facts.map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <Disclosure summary={m.events_preview_source()}>
        <pre className="sv-pre">{calendar.source}</pre>
      </Disclosure>
    </section>
  );
}
