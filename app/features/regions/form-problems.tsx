import { m } from "~/i18n/messages/messages";
import { ErrorSummary } from "~/ui/error-summary";
import { Note } from "~/ui/note";

type Props = {
  errors: Record<string, string>;
  /** The id of a field, where it is not its name. */
  ids?: Record<string, string>;
  /** What a field is called, where the message alone does not say which it is. */
  labels?: Record<string, string>;
};

/**
 * What stands against a form, over it: fields by their ids, and what belongs to no field (under "form") as a note.
 */
export function FormProblems({ errors, ids = {}, labels = {} }: Props) {
  const { form, ...fields } = errors;
  const problems = Object.entries(fields).map(([field, message]) => ({
    field: ids[field] ?? field,
    message: labels[field] ? `${labels[field]}: ${message}` : message,
  }));
  return (
    <>
      {form && (
        <Note tone="danger" live>
          {form}
        </Note>
      )}
      <ErrorSummary title={m.common_errors_title({ n: problems.length })} errors={problems} />
    </>
  );
}
