import { Form, Link } from "@remix-run/react";
import { errorsByField, type ImportProblem } from "~/features/documents/import-form";
import type { EarlierReport } from "~/features/documents/status-report-import.view.server";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { FileInput, TextArea } from "~/ui/fields";
import { Panel } from "~/ui/panel";
import { StateWords } from "~/ui/state";
import { DataTable } from "~/ui/table";

/** A status report as a Word or text file, or pasted. */
export function StatusReportForm({ problems, text }: { problems: ImportProblem[]; text: string }) {
  const errors = errorsByField(problems);
  return (
    <>
      <ErrorSummary title={m.documents_refused_title()} errors={problems} />
      <Form method="post" encType="multipart/form-data" className="sv-form">
        <FileInput
          name="file"
          label={m.documents_sr_file()}
          hint={m.documents_minutes_file_hint()}
          accept=".docx,.txt,.md,text/plain,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          error={errors.file}
          optional
        />
        <TextArea
          name="table"
          label={m.documents_sr_pasted()}
          hint={m.documents_sr_pasted_hint()}
          rows={8}
          defaultValue={text}
          error={errors.table}
          spellCheck={false}
          optional
        />
        <div>
          <Button icon="upload">{m.documents_read()}</Button>
        </div>
      </Form>
    </>
  );
}

/** Reports that came before, the newest first; nothing where there are none. */
export function EarlierReports({ slug, zone, imports }: { slug: string; zone: string; imports: EarlierReport[] }) {
  if (imports.length === 0) return null;
  const states = {
    staged: <StateWords state="needs-person">{m.documents_state_staged()}</StateWords>,
    saved: <StateWords state="done">{m.documents_state_saved()}</StateWords>,
    discarded: <StateWords state="no">{m.documents_state_discarded()}</StateWords>,
  };
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
            cell: ({ id, fileName }) => <Link to={paths.statusReportImport(slug, id)}>{fileName}</Link>,
          },
          { id: "at", head: m.documents_at(), cell: ({ at }) => formatInstant(at, zone, getLocale()) },
          { id: "state", head: m.documents_state(), onSmall: "full", cell: ({ state }) => states[state] },
        ]}
      />
    </Panel>
  );
}
