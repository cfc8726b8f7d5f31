import { Link } from "@remix-run/react";
import { stateTag } from "~/features/events/event-words";
import type { ListedEvent } from "~/features/events/events.view.server";
import { asSentence, formatDate, formatDateTimeRange } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { AnswerBar } from "~/ui/answer-bar";
import { DataTable, Empty } from "~/ui/table";
import { Tag } from "~/ui/tag";

/** Events with how their invitations were answered. */
export function EventTable({ events, slug, caption }: { events: ListedEvent[]; slug: string; caption: string }) {
  const locale = getLocale();
  return (
    <DataTable
      caption={caption}
      rows={events}
      rowKey={(event) => event.id}
      columns={[
        {
          id: "event",
          head: m.events_col_event(),
          rowHeader: true,
          cell: (event) => (
            <>
              <Link to={paths.event(slug, event.id)}>{event.title}</Link>{" "}
              {(event.state !== "published" || event.invited === 0) && (
                <Tag tone={stateTag(event.state).tone}>{stateTag(event.state, event.invited > 0).words}</Tag>
              )}
              <div className="sv-quiet sv-small">
                {[asSentence(formatDateTimeRange(event.startsAt, event.endsAt, event.zone, locale)), event.place]
                  .filter(Boolean)
                  .join(" · ")}
              </div>
              {(event.network || event.holder) && (
                <div className="sv-quiet sv-small">
                  {event.network && event.network.name !== event.title && (
                    <Link to={paths.network(slug, event.network.id)}>{event.network.name}</Link>
                  )}
                  {event.network && event.network.name !== event.title && event.holder && " · "}
                  {event.holder}
                </div>
              )}
            </>
          ),
        },
        {
          id: "reply",
          head: m.events_col_reply_by(),
          width: 104,
          onSmall: "hide",
          cell: (event) =>
            event.replyBy ? formatDate(event.replyBy, locale, "short") : <Empty label={m.common_empty_cell()} />,
        },
        {
          id: "answers",
          head: m.events_col_answers(),
          width: 176,
          onSmall: "full",
          cell: (event) =>
            event.invited === 0 ? (
              <span className="sv-quiet">{m.events_not_invited()}</span>
            ) : (
              <AnswerBar
                counts={event.answers}
                words={m.events_answer_words({
                  yes: event.answers.yes,
                  maybe: event.answers.maybe,
                  no: event.answers.no,
                })}
              />
            ),
        },
        {
          id: "missing",
          head: m.events_col_missing(),
          width: 92,
          align: "right",
          onSmall: "label",
          cell: (event) =>
            event.invited === 0 ? (
              <Empty label={m.common_empty_cell()} />
            ) : event.answers.none === 0 ? (
              <span className="sv-quiet">{m.events_all_answered()}</span>
            ) : (
              m.events_of({ n: event.answers.none, total: event.invited })
            ),
        },
      ]}
    />
  );
}
