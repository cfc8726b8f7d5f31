import type { ReactNode } from "react";
import type { RefusedSubstitute } from "~/features/events/answer-substitute-form.server";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choices";
import { FieldRow, TextArea, TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";

type Props = {
  /** Those named in advance who can be asked, the first of them chosen. */
  deputies: { id: string; name: string }[];
  refused: RefusedSubstitute | null;
  /** Somebody else fills it in on her behalf. */
  onBehalf?: boolean;
  /** The way out, beside the button. */
  cancel?: ReactNode;
};

/** The fields that name a substitute, and their button: two presses where a deputy is named in advance. */
export function SubstituteFields({ deputies, refused, onBehalf = false, cancel }: Props) {
  const { values, errors } = refused ?? { values: {} as Record<string, string>, errors: {} as Record<string, string> };
  const other = { value: "other", label: m.events_substitute_other() };
  return (
    <div className="sv-form sv-substitute">
      {refused?.problem && (
        <Note tone="danger" live>
          {refused.problem}
        </Note>
      )}
      {deputies.length > 0 && (
        <RadioGroup
          name="deputy"
          legend={onBehalf ? m.events_substitute_who_for() : m.events_substitute_who()}
          options={[...deputies.map(({ id, name }) => ({ value: id, label: name })), other]}
          defaultValue={values.deputy ?? deputies[0]?.id ?? "other"}
          error={errors.deputy}
        />
      )}
      <div className="sv-substitute__other">
        <FieldRow>
          <TextInput
            name="name"
            label={m.events_substitute_name()}
            defaultValue={values.name}
            error={errors.name}
            maxLength={120}
            autoComplete="off"
          />
          <TextInput
            name="email"
            type="email"
            label={m.events_substitute_email()}
            defaultValue={values.email}
            error={errors.email}
            maxLength={254}
            autoComplete="off"
          />
        </FieldRow>
      </div>
      <TextArea
        name="note"
        label={m.events_substitute_note()}
        rows={2}
        defaultValue={values.note}
        error={errors.note}
        maxLength={500}
        optional
      />
      <div className="sv-row">
        <Button name="intent" value="substitute" variant={onBehalf ? "primary" : "secondary"} accent={!onBehalf}>
          {m.events_substitute_send()}
        </Button>
        {cancel}
      </div>
    </div>
  );
}
