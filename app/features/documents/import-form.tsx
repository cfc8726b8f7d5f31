import { Form, Link } from "@remix-run/react";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { FieldRow, FileInput, TextArea, TextInput } from "~/ui/fields";
import { Panel } from "~/ui/panel";
import { StateWords } from "~/ui/state";
import { DataTable } from "~/ui/table";

export type ImportProblem = { field: string; message: string };

/** The first sentence for each field, to stand under it. */
export function errorsByField(problems: ImportProblem[]): Record<string, string> {
  return Object.fromEntries([...problems].reverse().map(({ field, message }) => [field, message]));
}

type WordsProps = {
  problems: ImportProblem[];
  /** What the file is, and a sentence on which it may be. */
  file: { label: string; hint: string; sheet?: boolean };
  /** The field for words that are pasted, and what stood in it. */
  pasted: { name: "table" | "text"; label: string; hint?: string; rows?: number; value: string | undefined };
};

/** A Word or text file, or one of Excel where that may be, or its words pasted. */
export function WordsForm({ problems, file, pasted: { value, rows = 8, ...pasted } }: WordsProps) {
  const errors = errorsByField(problems);
  const word = ".docx,.txt,.tsv,.md,text/plain,application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const excel = ",.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return (
    <>
      <ErrorSummary title={m.documents_refused_title()} errors={problems} />
      <Form method="post" encType="multipart/form-data" className="sv-form">
        <FileInput
          {...{ name: "file", label: file.label, hint: file.hint, accept: file.sheet ? word + excel : word }}
          {...{ error: errors.file, optional: true }}
        />
        <TextArea
          {...pasted}
          {...{ rows, defaultValue: value, error: errors[pasted.name], spellCheck: false, optional: true }}
        />
        <div>
          <Button icon="upload">{m.documents_read()}</Button>
        </div>
      </Form>
    </>
  );
}

type Earlier = { id: string; fileName: string; at: string; state: "staged" | "saved" | "discarded" };

/** Imports that came before, the newest first; nothing where there are none. `to` is the page of one. */
export function EarlierImports({
  imports,
  zone,
  to,
}: {
  imports: Earlier[];
  zone: string;
  to: (id: string) => string;
}) {
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
            ...{ id: "file", head: m.documents_file_name(), rowHeader: true, onSmall: "full" },
            cell: ({ id, fileName }) => <Link to={to(id)}>{fileName}</Link>,
          },
          { id: "at", head: m.documents_at(), cell: ({ at }) => formatInstant(at, zone, getLocale()) },
          { id: "state", head: m.documents_state(), onSmall: "full", cell: ({ state }) => states[state] },
        ]}
      />
    </Panel>
  );
}

type YearProps = { values: Record<string, string>; errors: Record<string, string>; required?: boolean };

/** First and last year of a plan; the last may be left out when it is one year. */
export function YearFields({ values, errors, required = false }: YearProps) {
  const year = { type: "text", inputMode: "numeric", maxLength: 4, width: "short" } as const;
  return (
    <FieldRow>
      <TextInput
        {...year}
        name="from"
        label={m.documents_from()}
        defaultValue={values.from}
        error={errors.from}
        optional={!required}
      />
      <TextInput {...year} name="to" label={m.documents_to()} defaultValue={values.to} error={errors.to} optional />
    </FieldRow>
  );
}

/** A file or a pasted table, with the years of a plan that does not state its own. */
export function ImportForm({ problems, values }: { problems: ImportProblem[]; values: Record<string, string> }) {
  const errors = errorsByField(problems);
  return (
    <>
      <ErrorSummary title={m.documents_refused_title()} errors={problems} />
      <Form method="post" encType="multipart/form-data" className="sv-form">
        <FileInput
          name="file"
          label={m.documents_file()}
          hint={m.documents_file_hint()}
          accept=".txt,.tsv,.md,text/plain,text/tab-separated-values"
          error={errors.file}
          optional
        />
        <TextArea
          name="table"
          label={m.documents_table()}
          hint={m.documents_table_hint()}
          rows={8}
          defaultValue={values.table}
          error={errors.table}
          spellCheck={false}
          optional
        />
        <fieldset className="ds-fieldset">
          <legend className="ds-label">{m.documents_years()}</legend>
          <p className="sv-hinttext">{m.documents_years_hint()}</p>
          <YearFields values={values} errors={errors} />
        </fieldset>
        <div>
          <Button icon="upload">{m.documents_read()}</Button>
        </div>
      </Form>
    </>
  );
}
