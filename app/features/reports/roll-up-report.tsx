import { AccountFigures } from "~/features/accounts/account-figures";
import { figureText } from "~/features/reports/figure-text";
import type { SubmittedReport } from "~/features/reports/roll-up.view.server";
import { figureNames } from "~/features/reports/roll-up-words";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { MarkdownBlocks } from "~/ui/markdown-blocks";
import { Panel, PanelBody } from "~/ui/panel";
import { DataTable, Empty } from "~/ui/table";

type Report = SubmittedReport["report"];
type Row = Report["areas"][number]["rows"][number];

/** A report as it was submitted: its texts, rows, figures and accounts. */
export function SubmittedReportPage({ report }: { report: Report }) {
  const { texts, areas, figures, columns, projects } = report;
  return (
    <>
      {texts.map(({ key, heading, blocks }) => (
        <Panel key={key} title={heading}>
          <PanelBody>
            <div className="sv-prose">
              <MarkdownBlocks blocks={blocks} headingLevel={3} />
            </div>
          </PanelBody>
        </Panel>
      ))}
      {figures.length > 0 && (
        <Panel title={m.reports_roll_up_figure()} count={figures.length}>
          <Figures figures={figures} />
        </Panel>
      )}
      <AccountFigures projects={projects} />
      {areas.map(({ area, rows }) => (
        <Panel key={area} title={area || m.reports_roll_up_rows()} count={rows.length}>
          <AreaRows caption={area || m.reports_roll_up_rows()} rows={rows} columns={columns} />
        </Panel>
      ))}
    </>
  );
}

function Figures({ figures }: { figures: Report["figures"] }) {
  return (
    <DataTable<Report["figures"][number]>
      caption={m.reports_roll_up_figure()}
      rows={figures}
      rowKey={({ key }) => key}
      columns={[
        {
          ...{ id: "name", head: m.reports_roll_up_figure(), rowHeader: true, onSmall: "full" },
          cell: (figure) => {
            const { name, is } = figureNames(figure);
            return (
              <>
                {name}
                {is && <small className="sv-roll__is">{is}</small>}
              </>
            );
          },
        },
        {
          ...{ id: "value", head: m.reports_roll_up_value(), align: "right", onSmall: "label" },
          cell: ({ value }) =>
            value === null ? <Empty label={m.reports_roll_up_not_known()} /> : <b>{figureText(value)}</b>,
        },
        {
          ...{ id: "source", head: m.reports_roll_up_source(), onSmall: "label", quiet: true },
          cell: ({ source, countedAt }) => {
            const counted = countedAt
              ? m.reports_roll_up_counted({ day: describeDay(countedAt.slice(0, 10)) })
              : m.reports_roll_up_typed();
            return [counted, source].filter(Boolean).join(" · ");
          },
        },
      ]}
    />
  );
}

function AreaRows({ caption, rows, columns }: { caption: string; rows: Row[]; columns: Report["columns"] }) {
  const numbered = rows.map((row, at) => ({ ...row, id: String(at) }));
  return (
    <DataTable<(typeof numbered)[number]>
      caption={caption}
      rows={numbered}
      rowKey={({ id }) => id}
      columns={[
        {
          ...{ id: "activity", head: m.reports_roll_up_activity(), rowHeader: true, onSmall: "full" },
          cell: ({ activity, measure, focusArea, timing }) => (
            <>
              {activity || measure}
              <small className="sv-roll__is">
                {[focusArea, activity && measure, timing].filter(Boolean).join(" · ")}
              </small>
            </>
          ),
        },
        ...columns.map(({ key, label }) => ({
          ...{ id: key, head: label, onSmall: "label" as const },
          cell: ({ answers }: Row) =>
            answers[key] ? <span className="sv-lines">{answers[key]}</span> : <Empty label={m.common_empty_cell()} />,
        })),
      ]}
    />
  );
}
