import { Form } from "@remix-run/react";
import type { AttendanceView } from "~/features/attendance/attendance.view.server";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { Select, TextInput } from "~/ui/fields";

type Refused = { errors: Record<string, string>; values: Record<string, string> };

/** Somebody who came without being on the list. */
export function WalkInForm({ view, refused }: { view: AttendanceView; refused: Refused | undefined }) {
  const { errors = {}, values = {} } = refused ?? {};
  return (
    <details className="sv-door__add" id="add" open={refused !== undefined}>
      <summary>{m.attendance_add()}</summary>
      <FormProblems errors={errors} />
      <Form method="post" className="sv-form" noValidate>
        <input type="hidden" name="intent" value="add" />
        <TextInput
          name="name"
          label={m.attendance_add_name()}
          error={errors.name}
          defaultValue={values.name}
          autoComplete="off"
        />
        <TextInput
          type="email"
          name="email"
          label={m.attendance_add_email()}
          hint={m.attendance_add_email_hint()}
          error={errors.email}
          defaultValue={values.email}
          autoComplete="off"
        />
        <Select
          name="municipality"
          label={m.attendance_municipality()}
          optional
          error={errors.municipality}
          options={[
            { value: "", label: m.attendance_municipality_none() },
            ...view.municipalities.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          defaultValue={values.municipality}
        />
        <TextInput
          name="organisation"
          label={m.attendance_organisation()}
          optional
          error={errors.organisation}
          defaultValue={values.organisation}
          autoComplete="off"
        />
        <div>
          <Button icon="person-plus">{m.attendance_add_button()}</Button>
        </div>
      </Form>
    </details>
  );
}
