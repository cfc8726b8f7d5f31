import { Link } from "@remix-run/react";
import type { TableCount } from "~/features/documents/compare-document";
import { titleWords } from "~/features/documents/document-words";
import type { ImportResult } from "~/features/documents/save-import.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { Note } from "~/ui/note";
import { Panel } from "~/ui/panel";
import { DataTable } from "~/ui/table";

/** How many rows an import saved, in words. */
export function savedWords({ tables }: ImportResult): string {
  return m.documents_saved({ n: tables.reduce((sum, { created, updated }) => sum + created + updated, 0) });
}

/** What a saved import did, with links to where the rows are now. */
export function ImportOutcome({ slug, result: { tables, missing } }: { slug: string; result: ImportResult }) {
  return (
    <>
      {missing > 0 && <Note>{m.documents_missing_note({ n: missing })}</Note>}
      <Panel title={m.documents_result()}>
        <DataTable<TableCount>
          caption={m.documents_result()}
          rows={tables}
          rowKey={({ number }) => String(number)}
          columns={[
            {
              id: "table",
              head: m.documents_table_found(),
              rowHeader: true,
              onSmall: "full",
              cell: (table) => (
                <Link to={placeOf(slug, table)}>
                  {titleWords(table.kind, table.kind === "communications-plan" ? table.period : null)}
                </Link>
              ),
            },
            figure("found", m.documents_found()),
            figure("created", m.documents_verdict_created()),
            figure("updated", m.documents_verdict_updated()),
            figure("unchanged", m.documents_verdict_unchanged()),
            figure("kept", m.documents_kept()),
          ]}
        />
      </Panel>
      <div className="sv-row">
        <LinkButton to={paths.plans(slug)} icon="table">
          {m.documents_to_plan()}
        </LinkButton>
        <LinkButton to={paths.actors(slug)} variant="secondary" icon="buildings">
          {m.documents_to_actors()}
        </LinkButton>
        <LinkButton to={paths.networks(slug)} variant="secondary" icon="network">
          {m.documents_to_networks()}
        </LinkButton>
      </div>
    </>
  );
}

function figure(id: "found" | "created" | "updated" | "unchanged" | "kept", head: string) {
  return { id, head, align: "right" as const, onSmall: "label" as const, cell: (table: TableCount) => table[id] };
}

function placeOf(slug: string, { kind, period }: TableCount): string {
  if (kind === "actors") return paths.actors(slug);
  if (kind === "networks" || !period) return paths.networks(slug);
  const [from, to] = [period.from.slice(0, 4), period.to.slice(0, 4)];
  return paths.plan(slug, from === to ? from : `${from}-${to}`);
}
