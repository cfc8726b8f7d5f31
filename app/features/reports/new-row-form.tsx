import { Form } from "@remix-run/react";
import { FormProblems } from "~/features/regions/form-problems";
import { activityGroups } from "~/features/reports/activity-options";
import type { NewRowView } from "~/features/reports/new-row.view.server";
import { m } from "~/i18n/messages/messages";
import { Button, LinkButton } from "~/ui/button";
import { FieldRow, Select, TextArea, TextInput } from "~/ui/fields";

type Props = {
  view: NewRowView;
  back: string;
  refused: { errors: Record<string, string>; values: Record<string, string> } | undefined;
};

/** What a row that is added is, where it stands, and who answers for it. */
export function NewRowForm({ view, back, refused }: Props) {
  const { errors = {}, values = {} } = refused ?? {};
  const field = (name: string) => ({ name, defaultValue: values[name] ?? "", error: errors[name] ?? null });
  const { activities, areas, focusAreas, owners } = view;
  return (
    <Form method="post" className="sv-form" noValidate>
      <FormProblems errors={errors} />
      {activities.length > 0 && (
        <Select
          {...field("activityId")}
          label={m.reports_row_planned()}
          hint={m.reports_row_planned_hint()}
          optional
          options={[{ value: "", label: m.reports_activity_none() }, ...activityGroups(activities)]}
        />
      )}
      <TextArea {...field("activity")} label={m.action_plan_activity()} rows={2} maxLength={2000} dir="auto" />
      <TextInput {...field("measure")} label={m.action_plan_measure()} maxLength={500} optional dir="auto" />
      <FieldRow>
        <TextInput {...field("area")} label={m.action_plan_area()} maxLength={300} optional list="areas" />
        <TextInput {...field("focusArea")} label={m.action_plan_focus_area()} maxLength={300} optional list="focus" />
      </FieldRow>
      <datalist id="areas">
        {areas.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <datalist id="focus">
        {focusAreas.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <FieldRow>
        <TextInput {...field("strategy")} label={m.action_plan_strategy()} maxLength={500} optional dir="auto" />
        <TextInput {...field("timing")} label={m.action_plan_when()} maxLength={200} optional dir="auto" />
      </FieldRow>
      <Select
        {...field("ownerId")}
        label={m.reports_owner()}
        options={[
          { value: "", label: m.reports_nobody() },
          ...owners.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <div className="sv-row">
        <Button>{m.reports_row_add()}</Button>
        <LinkButton to={back} variant="tertiary">
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}
