import { ownFigure } from "~/domain/reports/figure-definitions";
import { sumOfCells, writeRollUpKey } from "~/domain/reports/roll-up";
import { figureText } from "~/features/reports/figure-text";
import type { FigureRow, RollUpView } from "~/features/reports/roll-up.view.server";
import { RegionAccounts } from "~/features/reports/roll-up-accounts";
import { addsUp, figureNames } from "~/features/reports/roll-up-words";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Panel, PanelBody, Row, Rows } from "~/ui/panel";
import { type Column, DataTable, Empty } from "~/ui/table";
import { Tag } from "~/ui/tag";

type Region = RollUpView["regions"][number];

/** The reports of a period side by side: who has submitted, figures by definition, and accounts. */
export function RollUpPage({ view }: { view: RollUpView }) {
  const { regions, figures, accounts } = view;
  const counted = figures.filter(({ definition }) => definition !== ownFigure);
  const typed = figures.filter(({ definition }) => definition === ownFigure);
  return (
    <>
      <Panel title={m.reports_roll_up_regions()} count={regions.length}>
        <Rows>
          {regions.map((region) => (
            <RegionRow key={region.slug} region={region} view={view} />
          ))}
        </Rows>
      </Panel>
      <Panel title={m.reports_roll_up_figures()} count={counted.length} aside={m.reports_roll_up_figures_aside()}>
        {counted.length === 0 ? (
          <PanelBody>
            <p className="sv-quiet">{m.reports_roll_up_no_figures()}</p>
          </PanelBody>
        ) : (
          <FigureTable caption={m.reports_roll_up_figures()} rows={counted} regions={regions} sums />
        )}
      </Panel>
      {typed.length > 0 && (
        <Panel title={m.reports_roll_up_own()} count={typed.length} aside={m.reports_roll_up_own_means()}>
          <FigureTable caption={m.reports_roll_up_own()} rows={typed} regions={regions} />
        </Panel>
      )}
      <RegionAccounts accounts={accounts} regions={regions} />
    </>
  );
}

function RegionRow({ region: { slug, name, programme, number, day }, view }: { region: Region; view: RollUpView }) {
  if (number === null || day === null)
    return (
      <Row icon="pin" title={name} note={programme} end={<Tag tone="warning">{m.reports_roll_up_missing()}</Tag>} />
    );
  return (
    <Row
      icon="file"
      title={name}
      to={paths.rollUpReport(writeRollUpKey(view), slug, number)}
      note={[programme, m.reports_roll_up_version({ number, day: describeDay(day) })].filter(Boolean).join(" · ")}
    />
  );
}

type Props = { caption: string; rows: FigureRow[]; regions: Region[]; sums?: boolean };

function FigureTable({ caption, rows, regions, sums }: Props) {
  const nameOf = (slug: string) => regions.find((region) => region.slug === slug)?.name ?? slug;
  return (
    <DataTable<FigureRow>
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      small={regions.length > 2 ? "scroll" : "stack"}
      columns={[
        {
          ...{ id: "name", head: m.reports_roll_up_figure(), rowHeader: true, onSmall: "full" },
          cell: (row) => {
            const { name, is } = figureNames(row);
            return (
              <>
                {name}
                {is && <small className="sv-roll__is">{is}</small>}
                {row.otherwise.length > 0 && (
                  <small className="sv-roll__is" data-tone="warning">
                    {m.reports_roll_up_otherwise({ names: row.otherwise.map(nameOf).join(", ") })}
                  </small>
                )}
              </>
            );
          },
        },
        ...regions.map(
          (region): Column<FigureRow> => ({
            ...{ id: region.slug, head: region.name, align: "right", onSmall: "label" },
            cell: (row) => <FigureCell row={row} region={region} />,
          }),
        ),
        ...(sums && regions.length > 1
          ? [
              {
                ...({ id: "sum", head: m.reports_roll_up_sum(), align: "right", onSmall: "label" } as const),
                cell: (row: FigureRow) => <SumCell row={row} of={regions.length} />,
              },
            ]
          : []),
      ]}
    />
  );
}

/** A figure with where it comes from: which version of the report, when it was counted, and from what. */
function FigureCell({ row, region: { slug, number } }: { row: FigureRow; region: Region }) {
  const cell = row.cells[slug];
  if (number === null) return <Empty label={m.reports_roll_up_missing()} />;
  if (!cell) return <Empty label={m.reports_roll_up_not_asked()} />;
  const counted = cell.day ? m.reports_roll_up_counted({ day: describeDay(cell.day) }) : m.reports_roll_up_typed();
  return (
    <>
      {cell.value === null ? <Empty label={m.reports_roll_up_not_known()} /> : <b>{figureText(cell.value)}</b>}
      <small className="sv-roll__is">
        {[m.reports_roll_up_version_only({ number }), counted, cell.source].filter(Boolean).join(" · ")}
      </small>
    </>
  );
}

function SumCell({ row, of }: { row: FigureRow; of: number }) {
  const { sum, of: n } = sumOfCells(Object.values(row.cells).map((cell) => ({ ...cell, countedAt: cell.day })));
  if (!addsUp(row.definition) || n === 0) return <Empty label={m.reports_roll_up_no_sum()} />;
  return (
    <>
      <b>{figureText(String(sum))}</b>
      <small className="sv-roll__is">{m.reports_roll_up_sum_of({ n, of })}</small>
    </>
  );
}
