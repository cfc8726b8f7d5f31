import { Form } from "@remix-run/react";
import type { RefusedForm } from "~/features/action-plan/activity-form";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { Button, LinkButton } from "~/ui/button";
import { FieldRow, Select, TextArea, TextInput } from "~/ui/fields";

/** A focus area: where it stands, its text, and how it is organised, paid and reported. */
export function FocusAreaForm({
  values: standing,
  version: standingVersion,
  areas,
  refused,
  submit,
  cancelTo,
}: {
  values: Record<string, string>;
  version: number;
  areas: { value: string; label: string }[];
  refused: RefusedForm | undefined;
  submit: string;
  cancelTo: string;
}) {
  const values = refused?.values ?? standing;
  const errors = refused?.errors ?? {};
  const version = refused?.version ?? standingVersion;
  const field = (name: string) => ({ name, defaultValue: values[name] ?? "", error: errors[name] ?? null });
  return (
    <Form method="post" className="sv-form" noValidate key={version}>
      <FormProblems errors={errors} />
      <input type="hidden" name="version" value={version} />
      <Select
        {...field("priorityAreaId")}
        label={m.action_plan_area()}
        placeholder={m.action_plan_area_choose()}
        options={areas}
        required
      />
      <TextInput {...field("name")} label={m.action_plan_focus_area_name()} maxLength={200} required />
      <TextArea {...field("body")} label={m.action_plan_body()} rows={6} optional />
      <TextArea {...field("organisation")} label={m.action_plan_organisation()} rows={3} optional />
      <TextArea {...field("resources")} label={m.action_plan_resources()} rows={3} optional />
      <FieldRow>
        <TextInput
          {...field("amount")}
          label={m.action_plan_amount()}
          hint={m.action_plan_amount_hint()}
          inputMode="decimal"
          width="medium"
          optional
        />
        <TextInput
          {...field("positions")}
          label={m.action_plan_positions()}
          hint={m.action_plan_positions_hint()}
          inputMode="numeric"
          width="short"
          optional
        />
      </FieldRow>
      <TextArea {...field("reporting")} label={m.action_plan_reporting()} rows={3} optional />
      <div className="sv-row">
        <Button>{submit}</Button>
        <LinkButton to={cancelTo} variant="tertiary">
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}
