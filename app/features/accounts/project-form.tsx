import { Form } from "@remix-run/react";
import type { AccountsView } from "~/features/accounts/accounts.view.server";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { Select, TextInput } from "~/ui/fields";

/** A project in its form; `id` is empty for a new one. */
export type EditedProject = {
  id: string;
  slug: string;
  version: number;
  values: Record<string, string>;
  errors: Record<string, string>;
};

/** A project's number, name and focus area, in its row. */
export function ProjectForm({
  edited: { id, slug, version, values, errors },
  focusAreas,
}: {
  edited: EditedProject;
  focusAreas: AccountsView["focusAreas"];
}) {
  const field = (name: string) => ({ name, defaultValue: values[name] ?? "", error: errors[name] ?? null });
  const years = [...new Set(focusAreas.map(({ year }) => year))];
  return (
    <Form method="post" noValidate key={`${id} ${version}`}>
      <FormProblems errors={errors} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <div className="sv-edit__fields">
        <TextInput
          {...field("number")}
          label={m.accounts_number()}
          hint={m.accounts_number_hint()}
          maxLength={40}
          required
        />
        <TextInput {...field("name")} label={m.accounts_project_name()} maxLength={200} required />
        <Select
          {...field("focusAreaId")}
          label={m.accounts_focus_area()}
          optional
          options={[
            { value: "", label: m.accounts_no_focus_area() },
            ...years.map((year) => ({
              group: m.accounts_plan_year({ year: String(year) }),
              options: focusAreas.filter((one) => one.year === year).map((one) => ({ value: one.id, label: one.name })),
            })),
          ]}
        />
      </div>
      <div className="sv-edit__foot">
        <div className="sv-edit__actions">
          <LinkButton to={paths.projects(slug)} variant="tertiary" small>
            {m.common_cancel()}
          </LinkButton>
          <Button name="intent" value="save" small>
            {m.accounts_save_project()}
          </Button>
        </div>
      </div>
    </Form>
  );
}
