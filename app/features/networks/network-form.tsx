import { Form } from "@remix-run/react";
import { type Stage, stages } from "~/domain/networks/stage";
import type { PersonChoice } from "~/features/networks/find-person.server";
import type { NetworkChoices } from "~/features/networks/network.view.server";
import { stageNames } from "~/features/networks/network-words";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { Button, LinkButton } from "~/ui/button";
import { Checkbox, CheckboxGroup, RadioGroup } from "~/ui/choices";
import { Select, TextArea, TextInput } from "~/ui/fields";

/** What stands in the form, and what was refused of it. */
export type NetworkFields = {
  values: Record<string, string>;
  operatorIds: string[];
  areaIds: string[];
  open: boolean;
  readStage: Stage | null;
};

export type RefusedNetwork = Omit<NetworkFields, "readStage"> & {
  errors: Record<string, string>;
  people: PersonChoice[];
  /** What stands now, when somebody else was first. */
  version?: number;
};

/** The form of a network: every column in words, and beside it what it means where somebody chooses. */
export function NetworkForm({
  fields,
  refused,
  choices,
  limited,
  submit,
  cancelTo,
}: {
  fields: NetworkFields;
  refused: RefusedNetwork | undefined;
  choices: NetworkChoices;
  /** The editor may choose operators among all, but one must be her own. */
  limited: boolean;
  submit: string;
  cancelTo: string;
}) {
  const { values, operatorIds, areaIds, open } = refused ?? fields;
  const errors = refused?.errors ?? {};
  const field = (name: string) => ({ name, defaultValue: values[name] ?? "", error: errors[name] ?? null });
  const version = refused?.version ?? values.version ?? "0";
  const stageHint = fields.readStage ? stageNames[fields.readStage]() : m.networks_read_unknown();
  const people = refused?.people ?? [];
  return (
    <Form method="post" className="sv-form" noValidate key={version}>
      <FormProblems errors={errors} ids={{ operatorIds: "operatorIds[]", areaIds: "areaIds[]" }} />
      <input type="hidden" name="version" value={version} />
      <TextInput {...field("name")} label={m.networks_name()} required />
      <TextInput {...field("operators")} label={m.networks_operators_words()} optional />
      {choices.actors.length > 0 && (
        <CheckboxGroup
          name="operatorIds[]"
          legend={m.networks_operators_chosen()}
          hint={limited ? m.networks_operators_own_hint() : m.networks_operators_hint()}
          error={errors.operatorIds ?? null}
          optional={!limited}
          options={choices.actors.map(({ id, name, outside }) => ({
            value: id,
            label: outside ? `${name} (${m.networks_outside()})` : name,
          }))}
          defaultValues={operatorIds}
        />
      )}
      <TextInput {...field("status")} label={m.networks_status_words()} optional />
      <Select
        {...field("stage")}
        label={m.networks_stage()}
        width="medium"
        placeholder={m.networks_stage_read({ stage: stageHint })}
        options={stages.map((stage) => ({ value: stage, label: stageNames[stage]() }))}
        optional
      />
      <TextArea {...field("audience")} label={m.networks_audience_words()} rows={2} optional />
      {choices.audiences.length > 0 && (
        <Select
          {...field("audienceId")}
          label={m.networks_audience_bound()}
          width="medium"
          placeholder={m.networks_audience_unbound()}
          options={choices.audiences.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
      )}
      <TextArea {...field("theme")} label={m.networks_how_theme()} rows={3} optional />
      {choices.areas.length > 0 && (
        <CheckboxGroup
          name="areaIds[]"
          legend={m.networks_areas()}
          hint={m.networks_areas_hint()}
          error={errors.areaIds ?? null}
          optional
          options={choices.areas.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }))}
          defaultValues={areaIds}
        />
      )}
      <TextArea {...field("form")} label={m.networks_form()} rows={2} optional />
      <TextArea {...field("benefit")} label={m.networks_benefit()} rows={3} optional />
      <TextArea {...field("links")} label={m.networks_links()} hint={m.networks_links_hint()} rows={2} optional />
      <TextInput {...field("contact")} label={m.networks_contact()} hint={m.networks_contact_hint()} optional />
      {people.length > 0 ? (
        <RadioGroup
          name="contactPersonId"
          legend={m.networks_person_which()}
          options={people.map(({ id, name, email }) => ({ value: id, label: name, hint: email }))}
        />
      ) : (
        <input type="hidden" name="contactPersonId" value={values.contactPersonId ?? ""} />
      )}
      <Checkbox name="open" label={m.networks_open()} hint={m.networks_open_hint()} defaultChecked={open} />
      <div className="sv-row">
        <Button>{submit}</Button>
        <LinkButton to={cancelTo} variant="tertiary">
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}
