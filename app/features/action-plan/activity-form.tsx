import { Form } from "@remix-run/react";
import type { ActivityFormView } from "~/features/action-plan/activity.view.server";
import { FormProblems } from "~/features/regions/form-problems";
import { TimingField } from "~/features/timing/timing-field";
import { m } from "~/i18n/messages/messages";
import { Button, LinkButton } from "~/ui/button";
import { Select, TextArea, TextInput } from "~/ui/fields";

export type RefusedForm = { errors: Record<string, string>; values: Record<string, string>; version?: number };

/** The values of an activity's fields as it stands; of a new one, with the measure or focus area chosen at first. */
export function standingValues(activity: ActivityFormView["activity"], chosen = ""): Record<string, string> {
  if (!activity) return { measure: chosen };
  const { name, timing, ownerId, owner, measure } = activity;
  return { name, timing, ownerId, owner, measure };
}

/** An activity: what, under which measure, when and who. */
export function ActivityForm({
  view,
  chosen = "",
  refused,
  submit,
  cancelTo,
}: {
  view: ActivityFormView;
  /** The measure or focus area that is chosen at first. */
  chosen?: string;
  refused: RefusedForm | undefined;
  submit: string;
  cancelTo: string;
}) {
  const { activity, period, today, reading, owners, measures } = view;
  const values = refused?.values ?? standingValues(activity, chosen);
  const errors = refused?.errors ?? {};
  const version = refused?.version ?? activity?.version ?? 0;
  const field = (name: string) => ({ name, defaultValue: values[name] ?? "", error: errors[name] ?? null });
  return (
    <Form method="post" className="sv-form" noValidate key={version}>
      <FormProblems errors={errors} />
      <input type="hidden" name="version" value={version} />
      <TextArea {...field("name")} label={m.action_plan_activity()} rows={2} maxLength={1000} required />
      <Select
        {...field("measure")}
        label={m.action_plan_measure()}
        placeholder={m.action_plan_measure_choose()}
        options={measures}
        required
      />
      <TextInput
        {...field("newMeasure")}
        label={m.action_plan_new_measure()}
        hint={m.action_plan_new_measure_hint()}
        maxLength={500}
        optional
      />
      <TimingField
        {...field("timing")}
        label={m.action_plan_when()}
        hint={m.action_plan_when_hint()}
        reading={reading}
        period={period}
        today={today}
      />
      <Select
        {...field("ownerId")}
        label={m.action_plan_owner()}
        hint={m.action_plan_owner_hint()}
        options={[{ value: "", label: m.action_plan_nobody() }, ...owners]}
        optional
      />
      <TextInput
        {...field("owner")}
        label={m.action_plan_owner_words()}
        hint={m.action_plan_owner_words_hint()}
        maxLength={200}
        optional
      />
      <div className="sv-row">
        <Button>{submit}</Button>
        <LinkButton to={cancelTo} variant="tertiary">
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}
