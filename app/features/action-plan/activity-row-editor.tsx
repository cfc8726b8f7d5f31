import type { ActivityFormView } from "~/features/action-plan/activity.view.server";
import { type RefusedForm, standingValues } from "~/features/action-plan/activity-form";
import { type PlanPlace, saveActivity } from "~/features/action-plan/activity-send";
import { FormProblems } from "~/features/regions/form-problems";
import { useTimingReading } from "~/features/timing/timing-field";
import { Reading } from "~/features/timing/timing-reading";
import { m } from "~/i18n/messages/messages";
import { Select, TextArea, TextInput } from "~/ui/fields";
import { NoAnswerNote, RowButtons, type RowFormProps, useRowForm } from "~/ui/row-form";

const prefix = "row-";

/** The field of a column of the table. */
const fieldOf: Record<string, string> = { measure: "measure", timing: "timing", owner: "ownerId" };

const ids = Object.fromEntries(
  ["name", "measure", "newMeasure", "timing", "ownerId", "owner"].map((name) => [name, prefix + name]),
);

/** An activity of the plan's table as a form in its place. */
export default function ActivityRowEditor({
  row,
  place,
  ...around
}: RowFormProps & { row: ActivityFormView; place: PlanPlace }) {
  const { activity, period, today, owners, measures } = row;
  const { refused, noAnswer, ...made } = useRowForm<RefusedForm>({
    ...around,
    fieldId: (column) => prefix + (fieldOf[column ?? ""] ?? (activity ? "name" : "measure")),
    send: (form) => saveActivity(place, activity?.id ?? null, form),
  });
  const values = refused?.values ?? standingValues(activity);
  const errors = refused?.errors ?? {};
  const field = (name: string) => ({
    ...{ name, id: prefix + name, defaultValue: values[name] ?? "", error: errors[name] ?? null },
  });
  const { reading, setWords, tooLong } = useTimingReading({
    ...{ defaultValue: values.timing ?? "", reading: row.reading, period },
  });
  return (
    <form
      {...made.form}
      aria-label={activity ? m.plan_edit_named({ row: activity.name }) : m.action_plan_new_activity()}
    >
      <input type="hidden" name="version" value={refused?.version ?? activity?.version ?? 0} />
      <FormProblems errors={errors} ids={ids} />
      <NoAnswerNote title={m.action_plan_not_saved()} noAnswer={noAnswer} gone={m.action_plan_activity_gone()} />
      <div className="sv-edit__fields" data-activity>
        <div className="sv-stack">
          <Select
            {...field("measure")}
            label={m.action_plan_measure()}
            placeholder={m.action_plan_measure_choose()}
            options={measures}
            required
          />
          <TextInput {...field("newMeasure")} label={m.action_plan_new_measure()} maxLength={500} optional />
        </div>
        <TextArea {...field("name")} label={m.action_plan_activity()} rows={3} maxLength={1000} dir="auto" required />
        <TextInput
          {...field("timing")}
          error={tooLong ?? errors.timing ?? null}
          label={m.action_plan_when()}
          dir="auto"
          onChange={(event) => setWords(event.target.value)}
        />
        <div className="sv-stack">
          <Select
            {...field("ownerId")}
            label={m.action_plan_owner()}
            options={[{ value: "", label: m.action_plan_nobody() }, ...owners]}
            optional
          />
          <TextInput {...field("owner")} label={m.action_plan_owner_words()} maxLength={200} optional />
        </div>
      </div>
      <div className="sv-edit__foot">
        <Reading reading={reading} period={period} today={today} editing does={null} />
        <RowButtons save={activity ? m.action_plan_save_activity() : m.action_plan_add_activity()} {...made.buttons} />
      </div>
    </form>
  );
}
