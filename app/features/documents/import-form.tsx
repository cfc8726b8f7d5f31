import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { FieldRow, FileInput, TextArea, TextInput } from "~/ui/fields";

export type ImportProblem = { field: string; message: string };

/** The first sentence for each field, to stand under it. */
export function errorsByField(problems: ImportProblem[]): Record<string, string> {
  return Object.fromEntries([...problems].reverse().map(({ field, message }) => [field, message]));
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
