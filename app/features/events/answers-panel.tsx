import { Link } from "@remix-run/react";
import { instantToLocal } from "~/domain/shared/local-time";
import { DeliveryCell, RemindedCell, RowActions } from "~/features/events/answer-cells";
import type { AnswerFilter } from "~/features/events/answer-filters";
import type { EventView } from "~/features/events/event.view.server";
import { answeredHow, answerNames } from "~/features/events/event-words";
import { isPicked, RemindForm } from "~/features/events/remind-form";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { AnswerTally } from "~/ui/answer-bar";
import { Panel, PanelBody, Row as PanelRow, Rows } from "~/ui/panel";
import { StateWords } from "~/ui/state";
import { type Column, DataTable } from "~/ui/table";
import { Tabs } from "~/ui/tabs";

const glyphs = { accepted: "yes", tentative: "maybe", declined: "no" } as const;
type Row = EventView["rows"][number];

/** Answers as they arrive, per municipality, and who has not answered (mock 06). */
export default function AnswersPanel({
  event,
  slug,
  filter,
  may,
}: {
  event: EventView;
  slug: string;
  filter: AnswerFilter;
  may: { edit: boolean; invite: boolean; deliveries: boolean; members: boolean };
}) {
  const locale = getLocale();
  const { counts, rows } = event;
  const total = rows.length;
  const substitutes = rows.filter((row) => row.meetsFor).length;
  const base = paths.event(slug, event.id);
  const shown = rows.filter(
    (row) => filter === "all" || (filter === "substitutes" ? row.meetsFor : (row.answer ?? "none") === filter),
  );
  const acts = may.invite && event.state === "published" && !event.begun;
  const reminds = acts && filter === "none";
  const tabs = [
    { filter: "none", label: m.events_answer_none(), count: counts.none },
    { filter: "accepted", label: m.events_answer_yes(), count: counts.yes },
    { filter: "tentative", label: m.events_answer_maybe(), count: counts.maybe },
    { filter: "declined", label: m.events_answer_no(), count: counts.no },
    ...(substitutes > 0 || filter === "substitutes"
      ? [{ filter: "substitutes", label: m.events_filter_substitutes(), count: substitutes }]
      : []),
    { filter: "all", label: m.events_all(), count: total },
  ];
  return (
    <Panel
      title={m.events_answers()}
      aside={event.replyBy ? m.events_reply_by_words({ date: formatDate(event.replyBy, locale, "short") }) : undefined}
    >
      <AnswerTally
        counts={counts}
        head={
          <>
            <b>{total - counts.none}</b> {m.events_answered_of({ n: "", total }).trim()}
          </>
        }
        note={m.events_coming({ yes: counts.yes, most: counts.yes + counts.maybe })}
        labels={{
          yes: m.events_answer_yes(),
          maybe: m.events_answer_maybe(),
          no: m.events_answer_no(),
          none: m.events_answer_none(),
        }}
      />
      <Tabs
        label={m.events_answers()}
        tabs={tabs.map((tab) => ({
          to: `${base}?answers=${tab.filter}`,
          label: tab.label,
          count: tab.count,
          current: tab.filter === filter,
        }))}
      />
      {shown.length === 0 ? (
        <PanelBody>
          <p className="sv-quiet">{m.events_nobody_here()}</p>
        </PanelBody>
      ) : (
        <RemindForm key={filter} event={event} slug={slug} shown={reminds ? shown : []}>
          <DataTable
            caption={m.events_answers()}
            rows={shown}
            rowKey={(row) => row.id}
            select={
              reminds
                ? {
                    name: "invitation",
                    value: (row) => row.id,
                    label: (row) => m.events_remind_choose({ name: row.municipality || row.name }),
                    checked: isPicked,
                    disabled: (row) => row.notReminded !== null,
                    allLabel: m.events_remind_choose_all(),
                  }
                : undefined
            }
            columns={[
              {
                id: "municipality",
                head: m.events_col_municipality(),
                rowHeader: true,
                cell: (row) => {
                  const name = row.municipality || row.name;
                  return may.edit ? <Link to={paths.invitation(slug, event.id, row.id)}>{name}</Link> : name;
                },
              },
              { id: "recipient", head: m.events_col_recipient(), onSmall: "hide", cell: (row) => row.name },
              ...(filter === "none"
                ? []
                : [
                    {
                      id: "answer",
                      head: m.events_col_answer(),
                      width: 170,
                      onSmall: "full",
                      cell: (row: Row) => (
                        <StateWords
                          state={row.answer ? glyphs[row.answer] : "no-answer"}
                          note={answerNote(row, event.zone)}
                        >
                          {row.answer ? answerNames[row.answer]() : m.events_answer_none()}
                        </StateWords>
                      ),
                    } satisfies Column<Row>,
                  ]),
              {
                id: "delivery",
                head: m.events_col_delivery(),
                width: 132,
                onSmall: "full",
                cell: (row) => <DeliveryCell row={row} event={event} slug={slug} linked={may.deliveries} />,
              },
              {
                id: "reminded",
                head: m.events_col_reminded(),
                onSmall: "label",
                cell: (row) => <RemindedCell row={row} zone={event.zone} />,
              },
              ...(acts
                ? [
                    {
                      id: "act",
                      head: m.events_col_act(),
                      headSpoken: true,
                      align: "right",
                      onSmall: "full",
                      cell: (row: Row) => <RowActions row={row} eventId={event.id} slug={slug} members={may.members} />,
                    } satisfies Column<Row>,
                  ]
                : []),
            ]}
          />
        </RemindForm>
      )}
      <PassedOn event={event} />
      {may.edit && (
        <div className="sv-panel__foot">
          <Link to={paths.needs(slug, event.id)}>{m.events_needs_list()}</Link>
        </div>
      )}
    </Panel>
  );
}

/** When it was answered, by what other way than the person's own link, and what she wrote. */
function answerNote(row: Row, zone: string) {
  if (row.beforeChange) return m.events_before_change();
  if (!row.answeredAt) return undefined;
  const when = formatDate(instantToLocal(row.answeredAt, zone).date, getLocale(), "short");
  const other = row.answeredBy === "mail" || row.answeredBy === "on_behalf";
  return (
    <>
      {other ? `${when}, ${answeredHow(row)}` : when}
      {row.comment && <q className="sv-answer__words">{row.comment}</q>}
    </>
  );
}

/** Invitations that another has taken over with the role: what had been answered stays to be read, and counts no more. */
function PassedOn({ event }: { event: EventView }) {
  const locale = getLocale();
  if (event.passed.length === 0) return null;
  const words = ({ answer, at, wasSubstitute, takenBack }: EventView["passed"][number]) => {
    const date = formatDate(instantToLocal(at, event.zone).date, locale, "short");
    if (takenBack) return m.events_withdrawn_on({ date });
    if (wasSubstitute)
      return answer
        ? m.events_substitution_ended({ answer: answerNames[answer]().toLowerCase(), date })
        : m.events_substitution_ended_unanswered({ date });
    return answer
      ? m.events_passed_on_answered({ answer: answerNames[answer]().toLowerCase(), date })
      : m.events_passed_on_unanswered({ date });
  };
  return (
    <>
      <PanelBody>
        <h3>{m.events_passed_on()}</h3>
      </PanelBody>
      <Rows>
        {event.passed.map((row) => (
          <PanelRow
            key={row.id}
            icon="swap"
            title={[row.municipality, row.name].filter(Boolean).join(" · ")}
            note={words(row)}
          />
        ))}
      </Rows>
    </>
  );
}
