import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { PersonChoice } from "~/features/networks/find-person.server";
import type { MemberChoices, NetworkMember } from "~/features/networks/network.view.server";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { CheckboxGroup, RadioGroup } from "~/ui/choices";
import { DateInput, FieldRow, Select, TextInput } from "~/ui/fields";

/** A refused change of members: which form, one sentence a field, and all that was typed and ticked. */
export type MemberErrors = {
  intent: string;
  errors: Record<string, string>;
  values: Record<string, string>;
  municipalities?: string[];
  members?: string[];
  people?: PersonChoice[];
};

type Props = { choices: MemberChoices; today: string; refused: MemberErrors | undefined; present: NetworkMember[] };

/** The three ways into a network, each folded until it is wanted or was refused. */
export function MemberForms({ choices, today, refused, present }: Props) {
  const of = (intent: string) => (refused?.intent === intent ? refused : undefined);
  const { municipalities, areas, groups } = choices;
  const inside = new Set(present.map(({ number }) => number));
  const free = municipalities.filter(({ number }) => !inside.has(number));
  const [places, person, group] = [of("add-municipalities"), of("add-person"), of("add-group")];
  return (
    <div className="sv-folds">
      {municipalities.length > 0 && (
        <AddForm intent="add-municipalities" title={m.networks_add_municipalities()} today={today} refused={places}>
          {areas.length > 0 && (
            <Select
              name="area"
              label={m.networks_whole_area()}
              width="medium"
              placeholder={m.networks_no_area()}
              options={areas.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={places?.values.area ?? ""}
              error={places?.errors.area ?? null}
              optional
            />
          )}
          <CheckboxGroup
            name="municipalities[]"
            legend={m.networks_municipalities()}
            error={places?.errors.municipalities ?? null}
            options={free.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValues={places?.municipalities ?? []}
          />
        </AddForm>
      )}
      <AddForm intent="add-person" title={m.networks_add_person()} today={today} refused={person}>
        <TextInput
          name="person"
          label={m.networks_person()}
          defaultValue={person?.values.person}
          error={person?.errors.person ?? null}
        />
        {person?.people && person.people.length > 0 && (
          <RadioGroup
            name="personId"
            legend={m.networks_person_which()}
            options={person.people.map(({ id, name, email }) => ({ value: id, label: name, hint: email }))}
          />
        )}
        <TextInput
          name="personName"
          label={m.networks_person_name()}
          defaultValue={person?.values.personName}
          error={person?.errors.personName ?? null}
          optional
        />
      </AddForm>
      {groups.length > 0 && (
        <AddForm intent="add-group" title={m.networks_add_group()} today={today} refused={group}>
          <Select
            name="group"
            label={m.networks_group()}
            width="medium"
            placeholder={m.networks_choose_group()}
            options={groups.map(({ id, name, actor }) => ({ value: id, label: actor ? `${name} (${actor})` : name }))}
            defaultValue={group?.values.group ?? ""}
            error={group?.errors.group ?? null}
          />
        </AddForm>
      )}
    </div>
  );
}

function AddForm({
  intent,
  title,
  today,
  refused,
  children,
}: {
  intent: string;
  title: string;
  today: string;
  refused: MemberErrors | undefined;
  children: ReactNode;
}) {
  return (
    <details className="sv-sub" open={refused !== undefined}>
      <summary>{title}</summary>
      <div className="sv-sub__in">
        <Form method="post" className="sv-form" preventScrollReset noValidate>
          <input type="hidden" name="intent" value={intent} />
          {children}
          <FieldRow>
            <DateInput
              name="from"
              id={`${intent}-from`}
              label={m.networks_first_day()}
              defaultValue={refused?.values.from ?? today}
              error={refused?.errors.from ?? null}
            />
            <DateInput
              name="last"
              id={`${intent}-last`}
              label={m.networks_last_day()}
              hint={m.networks_last_day_hint()}
              defaultValue={refused?.values.last}
              error={refused?.errors.last ?? null}
              optional
            />
          </FieldRow>
          <div className="sv-row">
            <Button variant="secondary">{m.networks_add()}</Button>
          </div>
        </Form>
      </div>
    </details>
  );
}
