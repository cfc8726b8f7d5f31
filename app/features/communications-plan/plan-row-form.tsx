import { Form, useNavigation } from "@remix-run/react";
import type { RowToEdit } from "~/features/communications-plan/plan-row-edit.view.server";
import type { RefusedRow } from "~/features/communications-plan/refused-row";
import { RowRefusal, rowFields, rowProblems } from "~/features/communications-plan/row-fields";
import { TimingField } from "~/features/timing/timing-field";
import { m } from "~/i18n/messages/messages";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";

/** The form of a plan row on a page of its own, new or not. The meaning of "when" is shown as it is written. */
export function PlanRowForm({
  row,
  refused,
  cancelTo,
}: {
  row: RowToEdit;
  refused: RefusedRow | undefined;
  cancelTo: string;
}) {
  const busy = useNavigation().state === "submitting";
  const fields = rowFields(row, refused);
  const problems = rowProblems(refused);
  const version = refused?.now?.version ?? row.version;
  if (row.closed && !refused)
    return (
      <Note tone="warning" title={m.plan_row_closed()} action={{ label: m.common_back(), to: cancelTo }}>
        {m.plan_row_closed_why()}
      </Note>
    );
  return (
    <Form method="post" className="sv-form" key={version}>
      <ErrorSummary title={m.common_errors_title({ n: problems.length })} errors={problems} />
      <RowRefusal row={row} refused={refused} />
      <input type="hidden" name="version" value={version} />
      <TextInput {...fields.cell("channel")} dir="auto" required />
      {fields.channelId}
      {fields.theme}
      {fields.goal}
      <TimingField
        {...fields.cell("timing")}
        reading={row.reading}
        hint={m.plan_when_hint()}
        period={row.period}
        today={row.today}
        does={row.does}
      />
      {fields.responsible}
      {fields.audience}
      {fields.audienceId}
      {fields.notes}
      {fields.areas}
      <div className="sv-row">
        <Button busy={busy}>{row.id === null ? m.plan_row_add() : m.plan_save_row()}</Button>
        <LinkButton to={cancelTo} variant="tertiary">
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}
