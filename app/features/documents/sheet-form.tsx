import { Form, Link } from "@remix-run/react";
import type { EarlierSheet } from "~/features/documents/sheet-preview.view.server";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { FileInput, TextArea } from "~/ui/fields";
import { Panel, PanelBody, Row, Rows } from "~/ui/panel";
import { StateWords } from "~/ui/state";
import { DataTable } from "~/ui/table";

type Problem = { field: string; message: string };

/** A file or pasted cells. */
export function SheetForm({ problems, values }: { problems: Problem[]; values: Record<string, string> }) {
  const error = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <>
      <ErrorSummary title={m.documents_sheet_refused_title()} errors={problems} />
      <Form method="post" encType="multipart/form-data" className="sv-form">
        <FileInput
          name="file"
          label={m.documents_sheet_file()}
          hint={m.documents_sheet_file_hint()}
          accept=".xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          error={error("file")}
          optional
        />
        <TextArea
          name="table"
          label={m.documents_sheet_table()}
          hint={m.documents_sheet_table_hint()}
          rows={6}
          defaultValue={values.table}
          error={error("table")}
          spellCheck={false}
          optional
        />
        <div>
          <Button name="intent" value="read" icon="upload">
            {m.documents_sheet_read()}
          </Button>
        </div>
      </Form>
    </>
  );
}

/** What columns a sheet may have. */
export function SheetColumns() {
  return (
    <Panel title={m.documents_sheet_what()}>
      <PanelBody>
        <p>
          <b>{m.documents_sheet_what_contacts()}.</b> {m.documents_sheet_what_contacts_columns()}
        </p>
        <p>
          <b>{m.documents_sheet_what_facts()}.</b> {m.documents_sheet_what_facts_columns()}
        </p>
        <p className="sv-small sv-quiet">{m.documents_sheet_what_order()}</p>
      </PanelBody>
    </Panel>
  );
}

/** The files a region's sheets go out as. */
export function SheetDownloads({ slug }: { slug: string }) {
  const files = [
    { kind: "contacts", what: m.documents_sheet_download_contacts(), formats: ["xlsx", "csv"] },
    { kind: "facts", what: m.documents_sheet_download_facts(), formats: ["xlsx", "csv"] },
    { kind: "register", what: m.documents_sheet_download_register(), formats: ["csv"] },
  ];
  return (
    <Panel title={m.documents_sheet_out()} foot={m.documents_sheet_download_vacant()}>
      <Rows>
        {files.map(({ kind, what, formats }) => (
          <Row
            key={kind}
            title={what}
            note={
              <span className="sv-row">
                {formats.map((format) => (
                  <DownloadLink
                    key={format}
                    to={paths.contactSheetFile(slug, kind, format)}
                    what={what}
                    format={format}
                  />
                ))}
              </span>
            }
          />
        ))}
      </Rows>
    </Panel>
  );
}

function DownloadLink({ to, what, format }: { to: string; what: string; format: string }) {
  const words = format === "xlsx" ? m.documents_sheet_download_xlsx() : m.documents_sheet_download_csv();
  return (
    <a className="sv-link" href={to} download aria-label={m.documents_sheet_download_name({ what, format: words })}>
      {words}
    </a>
  );
}

/** The sheets that came last, with a way back to those that wait. */
export function EarlierSheets({ slug, zone, sheets }: { slug: string; zone: string; sheets: EarlierSheet[] }) {
  if (sheets.length === 0) return null;
  const words = {
    staged: () => <StateWords state="needs-person">{m.documents_state_staged()}</StateWords>,
    saved: () => <StateWords state="done">{m.documents_state_saved()}</StateWords>,
    discarded: () => <StateWords state="no">{m.documents_state_discarded()}</StateWords>,
  };
  return (
    <Panel title={m.documents_sheet_earlier()}>
      <DataTable<EarlierSheet>
        caption={m.documents_sheet_earlier()}
        rows={sheets}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "file",
            head: m.documents_sheet_file(),
            rowHeader: true,
            onSmall: "full",
            cell: ({ id, fileName }) => <Link to={`${paths.contactSheet(slug)}?import=${id}`}>{fileName}</Link>,
          },
          { id: "at", head: m.documents_at(), cell: ({ at }) => formatInstant(at, zone, getLocale()) },
          { id: "state", head: m.documents_state(), onSmall: "full", cell: ({ state }) => words[state]() },
        ]}
      />
    </Panel>
  );
}
