import { Form } from "@remix-run/react";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { Button } from "~/ui/button";
import { TextInput } from "~/ui/fields";
import { Panel, PanelBody } from "~/ui/panel";

type Props = {
  person: { name: string; email: string };
  version: string;
  /** Whether the reader is this person: nobody changes the address she signs in with herself. */
  self: boolean;
  refusal: { errors: FormErrors; values: FormValues } | null;
};

/** A person's name and address. */
export function PersonForm({ person, version, self, refusal }: Props) {
  const errors = refusal?.errors ?? {};
  const values: FormValues = refusal?.values ?? person;
  return (
    <Panel title={m.people_name_and_address()}>
      <PanelBody>
        <Form method="post" className="sv-form" noValidate>
          <FormProblems errors={errors} labels={{ name: m.people_name(), email: m.people_email() }} />
          <input type="hidden" name="version" value={version} />
          <TextInput
            name="name"
            label={m.people_name()}
            defaultValue={values.name}
            error={errors.name}
            maxLength={120}
            autoComplete="off"
          />
          <TextInput
            name="email"
            type="email"
            label={m.people_email()}
            hint={self ? m.people_own_address() : m.people_address_change_hint()}
            defaultValue={values.email}
            error={errors.email}
            readOnly={self}
            autoComplete="off"
          />
          <div className="sv-row">
            <Button name="intent" value="person" variant="secondary">
              {m.people_save_person()}
            </Button>
          </div>
        </Form>
      </PanelBody>
    </Panel>
  );
}
