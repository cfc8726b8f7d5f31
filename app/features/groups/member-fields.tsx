import { groupParts } from "~/domain/groups/words";
import { partNames } from "~/features/groups/group-words";
import { m } from "~/i18n/messages/messages";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { DateInput, FieldRow, Select } from "~/ui/fields";

type Named = { id: string; name: string };
type Props = { values: FormValues; errors: FormErrors };

/** The part a member plays, and the first and last day of it. */
export function PartFields({ values, errors }: Props) {
  return (
    <>
      <Select
        name="part"
        label={m.groups_part()}
        options={groupParts.map((part) => ({ value: part, label: partNames[part]() }))}
        defaultValue={values.part ?? "member"}
        error={errors.part}
        width="medium"
      />
      <FieldRow>
        <DateInput
          name="first"
          label={m.groups_first()}
          defaultValue={values.first ?? ""}
          error={errors.first}
          optional
        />
        <DateInput name="last" label={m.groups_last()} defaultValue={values.last ?? ""} error={errors.last} optional />
      </FieldRow>
    </>
  );
}

/** Whom a person represents in a group: an actor, a municipality, or nobody. */
export function RepresentsField({
  actors,
  municipalities,
  values,
  errors,
}: Props & { actors: Named[]; municipalities: Named[] }) {
  const options = (kind: string, of: Named[]) => of.map(({ id, name }) => ({ value: `${kind}:${id}`, label: name }));
  return (
    <Select
      name="represents"
      label={m.groups_represents()}
      placeholder={m.groups_represents_nobody()}
      options={[
        { group: m.groups_actors(), options: options("actor", actors) },
        { group: m.groups_municipalities(), options: options("municipality", municipalities) },
      ].filter((each) => each.options.length > 0)}
      defaultValue={values.represents ?? ""}
      error={errors.represents}
      optional
    />
  );
}
