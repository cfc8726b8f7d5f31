import { Link } from "@remix-run/react";
import type { CountedGathering, Gatherings } from "~/features/networks/gatherings.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { AnswerBar } from "~/ui/answer-bar";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Panel } from "~/ui/panel";
import { type Column, DataTable, Empty, type Group } from "~/ui/table";
import { Tag } from "~/ui/tag";

/** The gatherings of a network: to come with their answers, and those that have been. */
export function GatheringsPanel({
  gatherings,
  slug,
  makeTo,
}: {
  gatherings: Gatherings;
  slug: string;
  makeTo: string | null;
}) {
  const { coming, past } = gatherings;
  const groups: Group<CountedGathering>[] = [
    { id: "coming", title: m.events_upcoming(), count: coming.length, rows: coming },
    { id: "past", title: m.networks_gatherings_past(), count: past.length, rows: past },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <Panel title={m.networks_gatherings()} id="gatherings">
      {groups.length === 0 ? (
        <EmptyState
          icon="calendar"
          title={m.networks_gatherings_none()}
          why={m.networks_gatherings_none_why()}
          action={
            makeTo && (
              <LinkButton to={makeTo} variant="secondary" icon="plus">
                {m.networks_new_gathering()}
              </LinkButton>
            )
          }
        />
      ) : (
        <DataTable caption={m.networks_gatherings()} groups={groups} rowKey={({ id }) => id} columns={columns(slug)} />
      )}
    </Panel>
  );
}

const columns = (slug: string): Column<CountedGathering>[] => [
  {
    id: "event",
    head: m.events_col_event(),
    rowHeader: true,
    onSmall: "full",
    cell: ({ id, title, state, when, place }) => (
      <>
        <Link to={paths.event(slug, id)}>{title}</Link> {state === "draft" && <Tag>{m.events_state_draft()}</Tag>}
        {state === "cancelled" && <Tag tone="danger">{m.events_state_cancelled()}</Tag>}
        <div className="sv-quiet sv-small">{[when, place].filter(Boolean).join(" · ")}</div>
      </>
    ),
  },
  {
    id: "answers",
    head: m.events_col_answers(),
    width: 190,
    onSmall: "full",
    cell: ({ invited, counts }) =>
      invited === 0 ? (
        <span className="sv-quiet">{m.events_not_invited()}</span>
      ) : (
        <AnswerBar counts={counts} words={m.events_answer_words(counts)} />
      ),
  },
  {
    id: "missing",
    head: m.events_col_missing(),
    width: 96,
    align: "right",
    onSmall: "label",
    cell: ({ invited, counts }) =>
      invited === 0 ? (
        <Empty label={m.common_empty_cell()} />
      ) : counts.none === 0 ? (
        <span className="sv-quiet">{m.events_all_answered()}</span>
      ) : (
        m.events_of({ n: counts.none, total: invited })
      ),
  },
];
