import type { StatedLine } from "~/features/documents/stated-accounts.view.server";
import { m } from "~/i18n/messages/messages";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";
import { DataTable, Empty } from "~/ui/table";

type Props = { stated: { rows: StatedLine[]; hasLines: boolean; differ: number }; disagreements?: string[] };

/** What a report says of the accounts, beside the lines of its round. Nothing where it says no sum. */
export function StatedSums({ stated: { rows, hasLines, differ }, disagreements = [] }: Props) {
  if (rows.length === 0) return null;
  const title = m.documents_sr_accounts();
  return (
    <Panel title={title}>
      <PanelBody>
        {disagreements.length > 0 && (
          <Note tone="warning" title={m.documents_sr_disagrees_title()}>
            <ul>
              {disagreements.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </Note>
        )}
        {hasLines ? (
          <Note tone={differ > 0 ? "warning" : "success"}>
            {differ > 0 ? m.documents_sr_lines_differ({ n: differ }) : m.documents_sr_lines_same()}
          </Note>
        ) : (
          <p>{m.documents_sr_no_lines()}</p>
        )}
      </PanelBody>
      <DataTable<Figure>
        caption={title}
        rows={figuresOf(rows)}
        rowKey={({ figure }) => figure}
        mark={({ cells }) => (cells.some(({ difference }) => difference !== "") ? "warning" : undefined)}
        columns={[
          {
            ...{ id: "figure", head: m.documents_sr_sum(), rowHeader: true, onSmall: "full" },
            cell: ({ figure }) => figure,
          },
          ...[...new Set(rows.map(({ column }) => column))].map((column) => ({
            ...{ id: column, head: column, align: "right" as const, onSmall: "label" as const },
            cell: ({ cells }: Figure) => <Said line={cells.find((cell) => cell.column === column)} />,
          })),
        ]}
      />
    </Panel>
  );
}

type Figure = { figure: string; cells: StatedLine[] };

const figuresOf = (rows: StatedLine[]): Figure[] =>
  [...Map.groupBy(rows, ({ figure }) => figure)].map(([figure, cells]) => ({ figure, cells }));

/** What the report says, and what the lines come to where that is something else. */
function Said({ line }: { line: StatedLine | undefined }) {
  if (!line) return <Empty label={m.common_empty_cell()} />;
  const { said, lines, difference } = line;
  return (
    <>
      <span className="sv-num">{said}</span>
      {difference && <small className="sv-lines">{`\n${m.documents_sr_lines_say({ lines, difference })}`}</small>}
    </>
  );
}
