import { Form } from "@remix-run/react";
import type { PeopleProps } from "~/features/actors/actor-people";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { RadioGroup } from "~/ui/choices";
import { DateInput, FieldRow, TextInput } from "~/ui/fields";

/** Somebody is found among those who are known by a part of her name or address, or named anew. */
export function NewPersonForm({ slug, view, search, refusal }: PeopleProps) {
  const page = paths.actor(slug, view.actor.id);
  const { found } = view;
  const own = refusal?.about === "new-person" ? refusal : null;
  const errors = own?.errors ?? {};
  const field = (name: string) => ({
    name,
    id: `new-${name}`,
    defaultValue: own?.values[name] ?? "",
    error: errors[name] ?? null,
  });
  return (
    <>
      <h3>{m.actors_add_person_title()}</h3>
      <Form method="get" action={`${page}#people`} className="sv-form" role="search" preventScrollReset>
        <TextInput
          name="person"
          id="find-person"
          type="search"
          label={m.actors_find_person()}
          hint={m.actors_find_person_hint()}
          defaultValue={search}
        />
        <div className="sv-row">
          <Button variant="secondary" icon="search">
            {m.actors_find()}
          </Button>
        </div>
      </Form>
      <Form method="post" action={page} className="sv-form" noValidate key={search} preventScrollReset>
        <FormProblems
          errors={errors}
          ids={Object.fromEntries(Object.keys(errors).map((name) => [name, `new-${name}`]))}
        />
        {found && found.people.length === 0 && <p className="sv-quiet">{m.actors_nobody_found({ search })}</p>}
        {found && found.people.length > 0 && (
          <RadioGroup
            name="person"
            legend={m.actors_found_people()}
            hint={found.more ? m.actors_found_more() : undefined}
            defaultValue={own ? (own.values.person ?? "") : found.people[0]?.id}
            options={[
              ...found.people.map(({ id, name, email }) => ({ value: id, label: name, hint: email })),
              { value: "", label: m.actors_somebody_new() },
            ]}
          />
        )}
        <fieldset className="sv-form">
          <legend className="ds-sr-only">{m.actors_somebody_new()}</legend>
          <FieldRow>
            <TextInput {...field("name")} label={m.people_name()} autoComplete="off" />
            <TextInput {...field("email")} type="email" label={m.people_email()} autoComplete="off" />
          </FieldRow>
        </fieldset>
        <TextInput {...field("title")} label={m.actors_person_title()} hint={m.actors_person_title_hint()} optional />
        <FieldRow>
          <DateInput {...field("first")} label={m.actors_first_day()} optional />
          <DateInput {...field("last")} label={m.actors_last_day()} optional />
        </FieldRow>
        <div className="sv-row">
          <Button name="intent" value="add-person">
            {m.actors_add_person()}
          </Button>
          <LinkButton to={`${page}#people`} variant="tertiary">
            {m.common_cancel()}
          </LinkButton>
        </div>
      </Form>
    </>
  );
}
