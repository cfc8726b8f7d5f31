import { Form, useNavigation } from "@remix-run/react";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { Button, LinkButton } from "~/ui/button";
import { TextArea, TextInput } from "~/ui/fields";

/** What an audience is called, and what it is for. */
export function AudienceForm({
  audience,
  refused,
  cancelTo,
}: {
  audience: { name: string; description: string; version: number } | null;
  refused: { errors: FormErrors; values: FormValues } | null;
  cancelTo: string;
}) {
  const busy = useNavigation().state === "submitting";
  const errors = refused?.errors ?? {};
  const { name = audience?.name ?? "", description = audience?.description ?? "" } = refused?.values ?? {};
  return (
    <Form method="post" className="sv-form" noValidate key={audience?.version ?? "new"}>
      <FormProblems errors={errors} labels={{ name: m.audiences_name(), description: m.audiences_description() }} />
      <input type="hidden" name="version" value={audience?.version ?? 0} />
      <TextInput
        name="name"
        label={m.audiences_name()}
        hint={m.audiences_name_hint()}
        defaultValue={name}
        error={errors.name}
        maxLength={120}
      />
      <TextArea
        name="description"
        label={m.audiences_description()}
        defaultValue={description}
        error={errors.description}
        rows={2}
        optional
      />
      <div className="sv-row">
        <Button name="intent" value="save" busy={busy} variant={audience ? "secondary" : "primary"}>
          {audience ? m.audiences_save() : m.audiences_make()}
        </Button>
        {!audience && (
          <LinkButton to={cancelTo} variant="tertiary">
            {m.common_cancel()}
          </LinkButton>
        )}
      </div>
    </Form>
  );
}
