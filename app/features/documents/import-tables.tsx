import { columnWords, kindWords, titleWords } from "~/features/documents/document-words";
import type { ImportPreview, PreviewRow, PreviewTable } from "~/features/documents/import-preview.view.server";
import { m } from "~/i18n/messages/messages";
import { Panel, PanelBody } from "~/ui/panel";
import { DataTable } from "~/ui/table";
import { CellChange, Verdict, VerdictStrip } from "~/ui/verdicts";

const verdictWords = {
  created: () => m.documents_verdict_created(),
  updated: () => m.documents_verdict_updated(),
  unchanged: () => m.documents_verdict_unchanged(),
  asks: () => m.documents_verdict_asks(),
};

/** How many rows get each verdict. */
export function ImportCounts({ counts }: { counts: ImportPreview["counts"] }) {
  return (
    <VerdictStrip
      items={[
        { verdict: "created", count: counts.created, words: m.documents_count_created({ n: counts.created }) },
        { verdict: "updated", count: counts.updated, words: m.documents_count_updated({ n: counts.updated }) },
        { verdict: "unchanged", count: counts.unchanged, words: m.documents_count_unchanged({ n: counts.unchanged }) },
        { verdict: "asks", count: counts.asks, words: m.documents_count_asks({ n: counts.asks }) },
        { verdict: "problem", count: counts.problems, words: m.documents_count_problems({ n: counts.problems }) },
      ]}
    />
  );
}

/** The tables an import found, with a verdict per row and the words before and after per changed cell. */
export function ImportTables({ tables }: { tables: PreviewTable[] }) {
  return tables.map((table) => <ImportTable key={table.number} table={table} />);
}

function ImportTable({ table: { kind, period, heading, found, rows } }: { table: PreviewTable }) {
  const title = titleWords(kind, period);
  return (
    <Panel
      title={title}
      count={m.documents_rows({ n: found })}
      aside={heading ?? undefined}
      foot={rows.length < found ? m.documents_more_rows({ n: found - rows.length }) : undefined}
    >
      <DataTable<PreviewRow>
        caption={title}
        rows={rows}
        rowKey={({ row }) => String(row)}
        mark={({ verdict }) => (verdict === "asks" ? "warning" : undefined)}
        columns={[
          {
            id: "row",
            head: m.documents_row(),
            width: 56,
            quiet: true,
            onSmall: "label",
            cell: ({ row }) => row,
          },
          {
            id: "name",
            head: columnWords(kind, kind === "communications-plan" ? "channel" : "name"),
            rowHeader: true,
            onSmall: "full",
            cell: ({ name, note }) => (
              <>
                {name}
                {note && <small className="sv-quiet"> {note}</small>}
              </>
            ),
          },
          {
            id: "verdict",
            head: m.documents_verdict(),
            onSmall: "full",
            cell: ({ verdict, changes }) => (
              <>
                <Verdict verdict={verdict}>{verdictWords[verdict]()}</Verdict>
                {changes.map(({ column, before, after }) => (
                  <p key={column}>
                    <span className="sv-quiet sv-small">{columnWords(kind, column)}: </span>
                    <CellChange
                      before={before}
                      after={after || m.documents_empty_cell()}
                      beforeLabel={m.documents_before()}
                      afterLabel={m.documents_after()}
                    />
                  </p>
                ))}
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}

/** Rows imported before that the file no longer has. */
export function MissingRows({ missing }: { missing: ImportPreview["missing"] }) {
  if (missing.length === 0) return null;
  return (
    <Panel title={m.documents_missing()} count={missing.length}>
      <PanelBody>
        <p>{m.documents_missing_why()}</p>
        <ul>
          {missing.map(({ id, name, kind, period }) => (
            <li key={id}>
              {name} <span className="sv-quiet">({kindWords(kind, period)})</span>
            </li>
          ))}
        </ul>
      </PanelBody>
    </Panel>
  );
}
