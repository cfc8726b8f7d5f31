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
      <DataTable
        caption={title}
        rows={rows}
        rowKey={({ figure, column }) => `${figure} ${column}`}
        mark={({ difference }) => (difference === "" ? undefined : "warning")}
        columns={[
          {
            ...{ id: "figure", head: m.documents_sr_sum(), rowHeader: true, onSmall: "full" },
            cell: ({ figure, column }) => `${figure}, ${column.toLowerCase()}`,
          },
          {
            ...{ id: "said", head: m.documents_sr_said(), align: "right", onSmall: "label" },
            cell: ({ said }) => <span className="sv-num">{said}</span>,
          },
          ...(hasLines
            ? [
                {
                  ...{ id: "lines", head: m.documents_sr_lines(), align: "right" as const, onSmall: "label" as const },
                  cell: ({ lines }: StatedLine) => <span className="sv-num">{lines}</span>,
                },
                {
                  ...{ id: "difference", head: m.documents_sr_difference() },
                  ...{ align: "right" as const, onSmall: "label" as const },
                  cell: ({ difference }: StatedLine) =>
                    difference ? (
                      <span className="sv-num">{difference}</span>
                    ) : (
                      <Empty label={m.documents_sr_no_difference()} />
                    ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}
