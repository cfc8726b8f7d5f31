import { Form } from "@remix-run/react";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { Button, LinkButton } from "~/ui/button";
import { Checkbox } from "~/ui/choices";
import { DateInput, FieldRow, TextInput, TimeInput } from "~/ui/fields";

type Props = {
  values: Record<string, string>;
  refused: { errors: Record<string, string>; values: Record<string, string> } | undefined;
  cancelTo: string;
};

/** A meeting of a body to be made. */
export function MeetingForm({ values: standing, refused, cancelTo }: Props) {
  const values = refused?.values ?? standing;
  const errors = refused?.errors ?? {};
  const field = (name: string) => ({ name, defaultValue: values[name] ?? "", error: errors[name] ?? null });
  return (
    <Form method="post" className="sv-form" noValidate>
      <FormProblems errors={errors} />
      <DateInput {...field("day")} label={m.events_field_date()} width="short" required />
      <FieldRow>
        <TimeInput {...field("from")} label={m.cases_from()} />
        <TimeInput {...field("to")} label={m.cases_to()} />
      </FieldRow>
      <TextInput {...field("place")} label={m.events_field_place()} optional />
      <Checkbox
        name="electronic"
        value="on"
        label={m.cases_electronic_field()}
        hint={m.cases_electronic_hint()}
        defaultChecked={values.electronic === "on"}
      />
      <FieldRow>
        <DateInput {...field("answerDay")} label={m.cases_answer_by()} hint={m.cases_answer_by_hint()} optional />
        <TimeInput {...field("answerTime")} label={m.cases_answer_by_time()} optional />
      </FieldRow>
      <div className="sv-row">
        <Button name="intent" value="make">
          {m.cases_meeting_make()}
        </Button>
        <LinkButton to={cancelTo} variant="tertiary">
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}
