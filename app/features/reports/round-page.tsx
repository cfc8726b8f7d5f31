import { Link, useSearchParams } from "@remix-run/react";
import { RowStateWords, rowStateNames } from "~/features/reports/report-words";
import type { RoundView, RowLine } from "~/features/reports/round.view.server";
import { nobody, rowStates } from "~/features/reports/round-filters";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FigureStrip } from "~/ui/figures";
import { FilterBar } from "~/ui/filter-bar";
import { ShowMore } from "~/ui/pagination";
import { Panel, Row, Rows } from "~/ui/panel";
import { type Column, DataTable, Empty } from "~/ui/table";

const pageOfRows = 50;

type Props = { view: RoundView; slug: string };

/** How many rows are delivered, are not, have nobody to answer for them, and ask which activity they are. */
export function RowFigures({ view, slug }: Props) {
  const { counts, round } = view;
  const to = (query: string) => `${paths.round(slug, round.id)}?${query}`;
  return (
    <FigureStrip
      label={m.reports_figures_label()}
      figures={[
        {
          value: String(counts.delivered),
          of: m.reports_of({ n: counts.all }),
          words: m.reports_figure_delivered(),
          to: to("state=delivered"),
        },
        {
          value: String(counts.all - counts.delivered),
          words: m.reports_figure_left(),
          to: to("state=empty&state=draft"),
          ...(view.late && { tone: "danger" as const }),
        },
        ...(view.mine
          ? [
              {
                value: String(view.mine.left),
                of: m.reports_of({ n: view.mine.rows }),
                words: m.reports_figure_mine(),
                to: to(`owner=${view.mine.id}`),
              },
            ]
          : []),
        { value: String(counts.nobody), words: m.reports_figure_nobody(), to: to(`owner=${nobody}`) },
        ...(counts.asks > 0
          ? [{ value: String(counts.asks), words: m.reports_figure_asks(), to: to("asks=yes") }]
          : []),
      ]}
    />
  );
}

/** Who has rows that are not delivered, those with most first. */
export function WhoLacks({ view, slug }: Props) {
  const lacking = view.owners.filter(({ left }) => left > 0);
  if (lacking.length === 0) return null;
  return (
    <Panel title={m.reports_who_lacks()} count={lacking.length}>
      <Rows>
        {lacking.map(({ id, name, rows, left }) => (
          <Row
            key={id ?? nobody}
            icon={id ? "person" : "warning"}
            title={id ? name : m.reports_nobody()}
            to={`${paths.round(slug, view.round.id)}?owner=${id ?? nobody}`}
            note={id ? m.reports_left_of({ left, n: rows }) : m.reports_nobody_why({ n: rows })}
          />
        ))}
      </Rows>
    </Panel>
  );
}

/** The filters of the rows, as a form that gets the page again. */
export function RoundFilterBar({ view, slug }: Props) {
  const [params] = useSearchParams();
  const { filters, options, owners, counts, isFiltered, round } = view;
  return (
    <FilterBar
      key={params.toString()}
      label={m.reports_filter()}
      search={{ name: "q", label: m.reports_search(), defaultValue: filters.search }}
      filters={[
        {
          ...{ name: "area", label: m.action_plan_area(), selected: filters.areas },
          options: options.areas.filter(Boolean).map((name) => ({ value: name, label: name })),
        },
        {
          ...{ name: "owner", label: m.reports_owner(), selected: filters.owners },
          options: owners.map(({ id, name }) => ({ value: id ?? nobody, label: id ? name : m.reports_nobody() })),
        },
        {
          ...{ name: "state", label: m.reports_state(), selected: filters.states },
          options: rowStates.map((state) => ({ value: state, label: rowStateNames[state]() })),
        },
        {
          ...{ name: "changed", label: m.reports_changed(), selected: filters.changed ? ["yes"] : [] },
          options: round.previous ? [{ value: "yes", label: m.reports_changed_only() }] : [],
        },
        {
          ...{ name: "asks", label: m.reports_asks(), selected: filters.asks ? ["yes"] : [] },
          options: counts.asks > 0 ? [{ value: "yes", label: m.reports_asks_only() }] : [],
        },
      ].filter(({ options: own, selected }) => own.length > 0 || selected.length > 0)}
      submitLabel={m.common_show()}
      {...(isFiltered && { resetTo: paths.round(slug, round.id) })}
    />
  );
}

/** The rows of a round under their focus areas. */
export function RoundTable({ view, slug, mayEdit }: Props & { mayEdit: boolean }) {
  const [params] = useSearchParams();
  const { round } = view;
  if (view.shown === 0) return <NoRows {...{ view, slug, mayEdit }} />;
  const shown = Math.max(Number(params.get("show")) || 0, pageOfRows);
  let left = shown;
  const groups = view.areas.flatMap((area, at) =>
    area.focusAreas.flatMap((focus, on) => {
      const rows = focus.rows.slice(0, Math.max(left, 0));
      left -= focus.rows.length;
      if (rows.length === 0) return [];
      const title = [area.name, focus.name].filter(Boolean).join(" · ") || m.reports_no_area();
      return [{ id: `${at}-${on}`, title, count: m.reports_count({ n: focus.rows.length }), rows }];
    }),
  );
  const more = new URLSearchParams(params);
  more.set("show", String(shown + pageOfRows));
  return (
    <>
      <div className="sv-panel sv-planbox">
        <DataTable<RowLine>
          caption={round.name}
          columns={columnsOf({ view, slug })}
          rowKey={({ id }) => id}
          groups={groups}
          mark={({ asks }) => (asks ? "warning" : undefined)}
        />
      </div>
      {shown < view.shown && (
        <ShowMore
          to={`${paths.round(slug, round.id)}?${more}`}
          label={m.common_next_50()}
          preventScrollReset
          shown={m.reports_shown({ shown, n: view.shown })}
        />
      )}
    </>
  );
}

function NoRows({ view, slug, mayEdit }: Props & { mayEdit: boolean }) {
  if (view.counts.all > 0)
    return <EmptyState icon="search" title={m.reports_no_match()} why={m.reports_no_match_why()} />;
  const adds = mayEdit && view.round.state !== "submitted";
  return (
    <EmptyState
      {...{ icon: "tasklist", title: m.reports_no_rows(), why: m.reports_no_rows_why() }}
      {...(adds && { action: <AddRow round={view.round.id} slug={slug} /> })}
    />
  );
}

/** Leads to where a row is added. */
export function AddRow({ round, slug }: { round: string; slug: string }) {
  return (
    <LinkButton to={paths.newReportRow(slug, round)} variant="secondary" icon="plus">
      {m.reports_row_add()}
    </LinkButton>
  );
}

function columnsOf({ view, slug }: Props): Column<RowLine>[] {
  const { round } = view;
  return [
    {
      ...{ id: "row", head: m.reports_row(), rowHeader: true, onSmall: "full" },
      cell: (row) => (
        <>
          <Link to={paths.reportRow(slug, round.id, row.id)} dir="auto">
            {row.activity || row.measure || m.action_plan_unnamed()}
          </Link>
          <small dir="auto">
            {[row.activity && row.measure, row.strategy, row.timing].filter(Boolean).join(" · ")}
          </small>
        </>
      ),
    },
    {
      ...{ id: "owner", head: m.reports_owner(), width: 170, quiet: true, onSmall: "label" },
      cell: ({ owner, ownerWords }) => owner?.name || ownerWords || <Empty label={m.reports_nobody()} />,
    },
    {
      ...{ id: "state", head: m.reports_state(), width: 160, onSmall: "full" },
      cell: ({ state, asks, changed }) => (
        <>
          <RowStateWords state={state} />
          {asks && <small data-tone="warning">{m.reports_asks_which()}</small>}
          {changed !== null && changed > 0 && <small>{m.reports_changed_n({ n: changed })}</small>}
        </>
      ),
    },
    {
      ...{ id: "words", head: view.form.columns[0]?.label ?? m.reports_said(), onSmall: "hide" },
      cell: ({ words }) => (words ? <span dir="auto">{words}</span> : <Empty label={m.common_empty_cell()} />),
    },
  ];
}
