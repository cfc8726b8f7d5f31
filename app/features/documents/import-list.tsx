import { Link } from "@remix-run/react";
import type { ImportEntry } from "~/features/documents/imports.view.server";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { ShowMore } from "~/ui/pagination";
import { Panel } from "~/ui/panel";
import { StateWords } from "~/ui/state";
import { DataTable } from "~/ui/table";

type Props = { slug: string; zone: string; imports: ImportEntry[]; next: string | null };

/** Earlier imports, newest first. */
export function ImportList({ slug, zone, imports, next }: Props) {
  if (imports.length === 0) {
    return <EmptyState icon="import" title={m.documents_none()} why={m.documents_none_why()} />;
  }
  return (
    <Panel title={m.documents_earlier()}>
      <DataTable
        caption={m.documents_earlier()}
        rows={imports}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "file",
            head: m.documents_file_name(),
            rowHeader: true,
            onSmall: "full",
            cell: ({ id, fileName }) => <Link to={paths.import(slug, id)}>{fileName}</Link>,
          },
          { id: "at", head: m.documents_at(), cell: ({ at }) => formatInstant(at, zone, getLocale()) },
          { id: "state", head: m.documents_state(), onSmall: "full", cell: (entry) => <ImportState entry={entry} /> },
        ]}
      />
      {next && <ShowMore to={`?after=${next}`} label={m.common_next_50()} />}
    </Panel>
  );
}

function ImportState({ entry: { state, created, updated } }: { entry: ImportEntry }) {
  if (state === "staged") return <StateWords state="needs-person">{m.documents_state_staged()}</StateWords>;
  if (state === "discarded") return <StateWords state="no">{m.documents_state_discarded()}</StateWords>;
  return (
    <StateWords state="done" note={m.documents_state_saved_note({ created, updated })}>
      {m.documents_state_saved()}
    </StateWords>
  );
}
