import { m } from "~/i18n/messages/messages";
import { ErrorSummary } from "~/ui/error-summary";
import { Note } from "~/ui/note";

/**
 * What stands against a form, over it: fields by their ids, and what belongs to no field (under "form") as a note.
 */
export function FormProblems({ errors, ids = {} }: { errors: Record<string, string>; ids?: Record<string, string> }) {
  const { form, ...fields } = errors;
  const problems = Object.entries(fields).map(([field, message]) => ({ field: ids[field] ?? field, message }));
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
