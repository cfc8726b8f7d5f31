import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages/messages";
import { Button, LinkButton } from "~/ui/button";
import { Checkbox } from "~/ui/choices";
import { FieldRow, Select, TextArea, TextInput } from "~/ui/fields";

type Row = { kind: string; label: string; options: string; required: boolean };

/** The questions in one form, with two empty rows under them; a row whose words are taken away is taken out. */
export function QuestionRows({
  rows,
  most,
  errors,
  seen,
  back,
}: {
  rows: Row[];
  most: number;
  errors: Record<string, string>;
  seen: string;
  back: string;
}) {
  const empty: Row = { kind: "long", label: "", options: "", required: false };
  const written = rows.filter(({ label }) => label !== "");
  const shown = [...written, empty, empty].slice(0, most);
  const kinds = [
    { value: "scale", label: m.feedback_kind_scale() },
    { value: "choice", label: m.feedback_kind_choice() },
    { value: "several", label: m.feedback_kind_several() },
    { value: "long", label: m.feedback_kind_long() },
    { value: "short", label: m.feedback_kind_short() },
  ];
  return (
    <Form method="post" className="sv-form" noValidate>
      <input type="hidden" name="seen" value={seen} />
      <p className="sv-quiet">{m.feedback_questions_hint()}</p>
      {shown.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
        <fieldset key={at} className="sv-feedback__question">
          <legend className="ds-label">{m.feedback_question_number({ n: at + 1 })}</legend>
          <FieldRow>
            <TextInput
              name={`label.${at}`}
              label={m.feedback_question()}
              defaultValue={row.label}
              error={errors[`label.${at}`]}
              optional={at > 0}
            />
            <Select name={`kind.${at}`} label={m.feedback_kind()} options={kinds} defaultValue={row.kind} />
          </FieldRow>
          <TextArea
            name={`options.${at}`}
            label={m.feedback_options()}
            hint={m.feedback_options_hint()}
            rows={2}
            defaultValue={row.options}
            error={errors[`options.${at}`]}
            optional
          />
          <Checkbox name={`required.${at}`} label={m.feedback_required()} defaultChecked={row.required} />
        </fieldset>
      ))}
      <div className="sv-row">
        <Button>{m.feedback_questions_save()}</Button>
        <LinkButton variant="tertiary" to={back}>
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}
