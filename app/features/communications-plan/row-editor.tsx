import { liesOutside } from "~/domain/communications-plan/outside";
import { periodTitle } from "~/features/communications-plan/period-title";
import type { RowToEdit } from "~/features/communications-plan/plan-row-edit.view.server";
import type { RefusedRow } from "~/features/communications-plan/refused-row";
import { RowRefusal, rowFields, rowProblems } from "~/features/communications-plan/row-fields";
import { type PlanPlace, saveRow } from "~/features/communications-plan/row-send";
import { useTimingReading } from "~/features/timing/timing-field";
import { Reading } from "~/features/timing/timing-reading";
import { m } from "~/i18n/messages/messages";
import { ErrorSummary } from "~/ui/error-summary";
import { TextInput } from "~/ui/fields";
import { NoAnswerNote, RowButtons, type RowFormProps, useRowForm } from "~/ui/row-form";

const prefix = "row-";

/** A row of the plan's table as a form in its place. Nothing that was typed goes away but by asking. */
export default function RowEditor({ row, place, ...around }: RowFormProps & { row: RowToEdit; place: PlanPlace }) {
  const { refused, noAnswer, ...made } = useRowForm<RefusedRow>({
    ...around,
    fieldId: (name) => prefix + (name ?? "channel"),
    send: (form) => saveRow(place, row.id, form),
  });
  const { cell, ...fields } = rowFields(row, refused, prefix);
  const timing = cell("timing");
  const { reading, setWords, tooLong } = useTimingReading({ ...timing, reading: row.reading, period: row.period });

  const isOutside = reading.words !== row.cells.timing && liesOutside(reading, row.period);
  const timingError = isOutside
    ? m.plan_row_outside({ words: reading.words, period: periodTitle(row.period) })
    : refused?.values.timing === reading.words
      ? timing.error
      : null;

  const problems = rowProblems(refused, prefix);
  const chosen = refused?.areaIds.length ?? row.chosenAreaIds.length;
  return (
    <form
      {...made.form}
      aria-label={row.id === null ? m.plan_row_new() : m.plan_edit_named({ row: row.cells.channel })}
    >
      <input type="hidden" name="version" value={refused?.now?.version ?? row.version} />
      <ErrorSummary title={m.common_errors_title({ n: problems.length })} errors={problems} />
      <RowRefusal row={row} refused={refused} />
      <NoAnswerNote title={m.plan_edit_failed()} noAnswer={noAnswer} gone={m.plan_edit_gone()} />
      <div className="sv-edit__fields" data-cells>
        <div className="sv-stack">
          <TextInput {...cell("channel")} dir="auto" required />
          {fields.channelId}
        </div>
        {fields.theme}
        {fields.goal}
        <TextInput
          {...timing}
          error={tooLong ?? timingError}
          dir="auto"
          onChange={(event) => setWords(event.target.value)}
        />
        {fields.responsible}
        {fields.audience}
        {fields.audienceId}
      </div>
      <div className="sv-edit__fields" data-rest>
        {fields.notes}
        {fields.areas && (
          <details className="sv-edit__more" open={Boolean(refused?.errors.areaIds) || undefined}>
            <summary>{chosen > 0 ? m.plan_areas_chosen({ n: chosen }) : m.plan_areas()}</summary>
            {fields.areas}
          </details>
        )}
      </div>
      <div className="sv-edit__foot">
        <Reading reading={reading} period={row.period} today={row.today} editing does={row.does} />
        <RowButtons save={row.id === null ? m.plan_row_add() : m.plan_save_row()} {...made.buttons} />
      </div>
    </form>
  );
}
