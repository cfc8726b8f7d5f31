import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { MemberChoices } from "~/features/bodies/bodies.view.server";
import { DayFields, PartField, type RefusedSeat } from "~/features/bodies/seat-form";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { CheckboxGroup } from "~/ui/choices";
import { TextInput } from "~/ui/fields";

/** The same office for many municipalities at once; all that are in the region are ticked to begin with. */
export function OfficesForm({
  choices,
  chosen,
  refused,
  children,
}: {
  choices: MemberChoices;
  /** What was ticked, where it was refused. */
  chosen: string[] | null;
  refused: RefusedSeat | null;
  children: ReactNode;
}) {
  const filled = { errors: refused?.errors ?? {}, values: refused?.values ?? {} };
  const all = choices.municipalities.filter(({ until }) => until === null);
  return (
    <Form method="post" className="sv-form" noValidate>
      <FormProblems
        errors={filled.errors}
        ids={{ municipalityIds: "municipalityIds[]" }}
        labels={{ office: m.bodies_office(), first: m.bodies_first(), last: m.bodies_last() }}
      />
      <TextInput
        name="office"
        label={m.bodies_office()}
        hint={m.bodies_office_hint()}
        defaultValue={filled.values.office ?? ""}
        error={filled.errors.office}
        maxLength={120}
      />
      <CheckboxGroup
        name="municipalityIds[]"
        legend={m.bodies_which_municipalities()}
        options={all.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValues={chosen ?? all.map(({ id }) => id)}
        error={filled.errors.municipalityIds ?? null}
      />
      <PartField {...filled} />
      <DayFields {...filled} />
      {children}
    </Form>
  );
}
