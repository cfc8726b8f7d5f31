import { Form } from "@remix-run/react";
import type { MemberChoices } from "~/features/groups/groups.view.server";
import { PartFields, RepresentsField } from "~/features/groups/member-fields";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { Button, LinkButton } from "~/ui/button";
import { RadioGroup } from "~/ui/choices";
import { Select, TextInput } from "~/ui/fields";
import { Panel, PanelBody } from "~/ui/panel";
import { Segments } from "~/ui/tabs";

export const memberKinds = ["person", "actor", "municipality", "group"] as const;
export type MemberKind = (typeof memberKinds)[number];

type Props = {
  slug: string;
  groupId: string;
  kind: MemberKind;
  search: string;
  choices: MemberChoices;
  refusal: { errors: FormErrors; values: FormValues } | null;
};

/** Takes a member in: a person, found or named; or an actor, a municipality or a group as such. */
export function AddMemberPanel(props: Props) {
  const { slug, groupId, kind } = props;
  const page = paths.group(slug, groupId);
  const words: Record<MemberKind, string> = {
    person: m.groups_person(),
    actor: m.groups_actor(),
    municipality: m.groups_municipality(),
    group: m.groups_group(),
  };
  return (
    <Panel title={m.groups_add_member()} id="add-member">
      <PanelBody>
        <Segments
          label={m.groups_add_what()}
          items={memberKinds.map((each) => ({
            to: `${page}?add=${each}#add-member`,
            label: words[each],
            current: each === kind,
          }))}
        />
        {kind === "person" ? <AddPerson {...props} page={page} /> : <AddOther {...props} page={page} />}
      </PanelBody>
    </Panel>
  );
}

function AddPerson({ page, search, choices, refusal }: Props & { page: string }) {
  const errors = refusal?.errors ?? {};
  const values: FormValues = refusal?.values ?? {};
  const { people, more } = choices.found;
  return (
    <>
      <Form method="get" action={`${page}#add-member`} className="sv-form">
        <input type="hidden" name="add" value="person" />
        <TextInput name="q" type="search" label={m.groups_search_person()} defaultValue={search} width="medium" />
        <div className="sv-row">
          <Button variant="secondary" icon="search">
            {m.groups_search()}
          </Button>
        </div>
      </Form>
      {search !== "" && people.length === 0 && <p role="status">{m.groups_search_none({ words: search })}</p>}
      {more && <p className="sv-quiet">{m.groups_search_more({ n: people.length })}</p>}
      <Form method="post" className="sv-form" noValidate key={search}>
        <FormProblems errors={errors} labels={{ name: m.groups_person_name(), email: m.groups_person_email() }} />
        {people.length > 0 && (
          <RadioGroup
            name="person"
            legend={m.groups_choose_person()}
            options={[
              ...people.map(({ id, name, email }) => ({ value: id, label: name, hint: email })),
              { value: "", label: m.groups_another_person() },
            ]}
            defaultValue={values.person ?? people[0]?.id ?? ""}
            error={errors.person}
          />
        )}
        <TextInput
          name="name"
          label={m.groups_person_name()}
          hint={people.length > 0 ? m.groups_another_person_hint() : undefined}
          defaultValue={values.name ?? ""}
          error={errors.name}
          maxLength={120}
          autoComplete="off"
        />
        <TextInput
          name="email"
          type="email"
          label={m.groups_person_email()}
          hint={m.groups_person_email_hint()}
          defaultValue={values.email ?? ""}
          error={errors.email}
          autoComplete="off"
        />
        <RepresentsField
          actors={choices.actors}
          municipalities={choices.municipalities}
          values={values}
          errors={errors}
        />
        <PartFields values={values} errors={errors} />
        <Buttons page={page} intent="add-person" />
      </Form>
    </>
  );
}

function AddOther({ page, kind, choices, refusal }: Props & { page: string }) {
  const errors = refusal?.errors ?? {};
  const values: FormValues = refusal?.values ?? {};
  const from = { person: [], actor: choices.actors, municipality: choices.municipalities, group: choices.groups }[kind];
  const labels = {
    person: "",
    actor: m.groups_actor(),
    municipality: m.groups_municipality(),
    group: m.groups_group(),
  };
  return (
    <Form method="post" className="sv-form" noValidate key={kind}>
      <FormProblems errors={errors} />
      <input type="hidden" name="kind" value={kind} />
      <Select
        name="of"
        label={labels[kind]}
        placeholder={m.groups_choose_one()}
        options={from.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={values.of ?? ""}
        error={errors.of}
      />
      <PartFields values={values} errors={errors} />
      <Buttons page={page} intent="add-other" />
    </Form>
  );
}

function Buttons({ page, intent }: { page: string; intent: string }) {
  return (
    <div className="sv-row">
      <Button name="intent" value={intent}>
        {m.groups_add_member()}
      </Button>
      <LinkButton to={page} variant="tertiary">
        {m.common_cancel()}
      </LinkButton>
    </div>
  );
}
