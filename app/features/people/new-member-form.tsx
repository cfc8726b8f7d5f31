import { Form } from "@remix-run/react";
import { RoleFields } from "~/features/people/role-fields";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { Button, LinkButton } from "~/ui/button";
import { TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";

type Props = {
  slug: string;
  actors: { id: string; name: string }[];
  today: string;
  refusal: { errors: FormErrors; values: FormValues; known: string | null } | null;
};

/** Adds a person with a first role. */
export function NewMemberForm({ slug, actors, today, refusal }: Props) {
  const errors = refusal?.errors ?? {};
  const values: FormValues = refusal?.values ?? {};
  return (
    <Panel title={m.people_add()}>
      <PanelBody>
        <Form method="post" action={paths.members(slug)} className="sv-form" noValidate>
          <FormProblems errors={errors} labels={{ name: m.people_name(), email: m.people_email() }} />
          {refusal?.known && (
            <Note tone="warning" action={{ label: m.people_to_person(), to: paths.member(slug, refusal.known) }}>
              {m.people_address_known()}
            </Note>
          )}
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
            hint={m.people_email_hint()}
            defaultValue={values.email}
            error={errors.email}
            autoComplete="off"
          />
          <RoleFields slug={slug} actors={actors} today={today} values={values} errors={errors} />
          <p className="sv-quiet sv-small">{m.people_invitation_goes()}</p>
          <div className="sv-row">
            <Button>{m.people_add_and_invite()}</Button>
            <LinkButton to={paths.members(slug)} variant="tertiary">
              {m.common_cancel()}
            </LinkButton>
          </div>
        </Form>
      </PanelBody>
    </Panel>
  );
}
