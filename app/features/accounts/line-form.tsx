import { Form } from "@remix-run/react";
import { accountGroups } from "~/domain/shared/account-sums";
import { groupWords } from "~/features/accounts/amounts";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { type Option, Select, TextInput } from "~/ui/fields";

/** A line in its form; `id` is empty for a new one, `seen` what the form was filled from. */
export type EditedLine = { id: string; seen: string; values: Record<string, string>; errors: Record<string, string> };

/** A line of accounts: project, account, group and the three amounts. */
export function LineForm({
  edited: { id, seen, values, errors },
  slug,
  round,
  projects,
}: {
  edited: EditedLine;
  slug: string;
  round: string;
  projects: Option[];
}) {
  const field = (name: string) => ({ name, defaultValue: values[name] ?? "", error: errors[name] ?? null });
  const amount = (name: string) => ({ ...field(name), inputMode: "decimal" as const, optional: true });
  return (
    <Form method="post" noValidate key={`${id} ${seen}`}>
      <FormProblems errors={errors} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={seen} />
      <div className="sv-edit__fields">
        <Select
          {...field("projectId")}
          label={m.accounts_project()}
          placeholder={m.accounts_choose_project()}
          options={projects}
          required
        />
        <TextInput {...field("account")} label={m.accounts_account()} maxLength={40} required />
        <TextInput {...field("name")} label={m.accounts_account_name()} maxLength={200} optional />
        <Select
          {...field("group")}
          label={m.accounts_group()}
          placeholder={m.accounts_choose_group()}
          options={accountGroups.map((group) => ({ value: group, label: groupWords[group]() }))}
          required
        />
        <TextInput {...amount("actual")} label={m.accounts_actual()} />
        <TextInput {...amount("budget")} label={m.accounts_budget()} />
        <TextInput {...amount("yearBudget")} label={m.accounts_year_budget()} />
      </div>
      <div className="sv-edit__foot">
        <p className="sv-small sv-quiet">{m.accounts_amount_hint()}</p>
        <div className="sv-edit__actions">
          <LinkButton to={paths.roundAccounts(slug, round)} variant="tertiary" small>
            {m.common_cancel()}
          </LinkButton>
          <Button name="intent" value="save" small>
            {m.accounts_save_line()}
          </Button>
        </div>
      </div>
    </Form>
  );
}
