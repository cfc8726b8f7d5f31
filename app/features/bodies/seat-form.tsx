import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { seatName } from "~/domain/bodies/seats";
import { bodyParts } from "~/domain/bodies/words";
import type { MemberChoices } from "~/features/bodies/bodies.view.server";
import type { MemberFacts } from "~/features/bodies/body-members.db.server";
import { lastDayOf, partNames } from "~/features/bodies/body-words";
import { FormProblems } from "~/features/regions/form-problems";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { Button } from "~/ui/button";
import { Checkbox, RadioGroup } from "~/ui/choices";
import { DateInput, FieldRow, Select, TextInput } from "~/ui/fields";

export type RefusedSeat = { errors: FormErrors; values: FormValues; version?: number };

type Filled = { values: FormValues; errors: FormErrors };

/** How a seat stands, as its form shows it; a new one without it. */
export function seatValues(seat: MemberFacts | null): FormValues {
  if (!seat) return { part: "member", votes: "on" };
  const { municipalityId, actorId } = seat;
  return {
    person: seat.personId ?? "",
    office: seat.office,
    represents: actorId ? `actor:${actorId}` : municipalityId ? `municipality:${municipalityId}` : "",
    part: seat.part,
    deputyForId: seat.deputyForId ?? "",
    votes: seat.votes ? "on" : "",
    first: seat.span.from ?? "",
    last: lastDayOf(seat.span),
  };
}

/** Looks for a person of the register; what is found can be chosen in the form below. */
export function PersonSearch({
  action,
  search,
  found,
  hidden = {},
}: {
  action: string;
  search: string;
  found: MemberChoices["found"];
  hidden?: Record<string, string>;
}) {
  return (
    <>
      <Form method="get" action={action} className="sv-form">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextInput name="q" type="search" label={m.bodies_search_person()} defaultValue={search} width="medium" />
        <div className="sv-row">
          <Button variant="secondary" icon="search">
            {m.bodies_search()}
          </Button>
        </div>
      </Form>
      {search !== "" && found.people.length === 0 && <p role="status">{m.bodies_search_none({ words: search })}</p>}
      {found.more && <p className="sv-quiet">{m.bodies_search_more({ n: found.people.length })}</p>}
    </>
  );
}

/** The form of a seat: who, for whom, as what, and when. `kind` is "office" where no person is asked for. */
export function SeatForm({
  seat,
  kind,
  choices,
  search,
  refused,
  children,
}: {
  seat: MemberFacts | null;
  kind: "person" | "office";
  choices: MemberChoices;
  search: string;
  refused: RefusedSeat | null;
  children: ReactNode;
}) {
  const filled = { errors: refused?.errors ?? {}, values: refused?.values ?? seatValues(seat) };
  const version = refused?.version ?? seat?.version ?? 0;
  const labels = {
    name: m.bodies_person_name(),
    email: m.bodies_person_email(),
    office: m.bodies_office(),
    first: m.bodies_first(),
    last: m.bodies_last(),
    deputyForId: m.bodies_deputy_for(),
  };
  return (
    <Form method="post" className="sv-form" noValidate key={`${search} ${version}`}>
      <FormProblems errors={filled.errors} labels={labels} />
      <input type="hidden" name="version" value={version} />
      {kind === "person" && <PersonFields {...filled} seat={seat} choices={choices} />}
      <TextInput
        name="office"
        label={kind === "person" ? m.bodies_office_held() : m.bodies_office()}
        hint={kind === "person" ? m.bodies_office_person_hint() : m.bodies_office_hint()}
        defaultValue={filled.values.office ?? ""}
        error={filled.errors.office}
        maxLength={120}
        optional={kind === "person"}
      />
      <RepresentsField {...filled} choices={choices} />
      <PartFields {...filled} members={choices.members.filter(({ id }) => id !== seat?.id)} />
      <DayFields {...filled} />
      {children}
    </Form>
  );
}

function PersonFields({
  values,
  errors,
  seat,
  choices,
}: Filled & { seat: MemberFacts | null; choices: MemberChoices }) {
  const { people } = choices.found;
  const holder = seat?.person && !people.some(({ id }) => id === seat.personId) ? [seat.person] : [];
  const options = [...holder, ...people].map(({ id, name, email }) => ({ value: id, label: name, hint: email }));
  const other = { value: "", label: seat ? m.bodies_no_person() : m.bodies_another_person() };
  return (
    <>
      {options.length > 0 && (
        <RadioGroup
          name="person"
          legend={m.bodies_choose_person()}
          options={[...options, other]}
          defaultValue={values.person ?? people[0]?.id ?? ""}
          error={errors.person}
        />
      )}
      <FieldRow>
        <TextInput
          name="name"
          label={m.bodies_person_name()}
          defaultValue={values.name ?? ""}
          error={errors.name}
          maxLength={120}
          autoComplete="off"
          optional
        />
        <TextInput
          name="email"
          type="email"
          label={m.bodies_person_email()}
          defaultValue={values.email ?? ""}
          error={errors.email}
          autoComplete="off"
          optional
        />
      </FieldRow>
    </>
  );
}

function RepresentsField({ values, errors, choices }: Filled & { choices: MemberChoices }) {
  const groups = [
    {
      group: m.bodies_municipalities(),
      options: choices.municipalities.map(({ id, name, until }) => ({
        value: `municipality:${id}`,
        label: until ? `${name} (${m.bodies_span_to({ to: describeDay(until) }).toLowerCase()})` : name,
      })),
    },
    {
      group: m.bodies_actors(),
      options: choices.actors.map(({ id, name }) => ({ value: `actor:${id}`, label: name })),
    },
  ];
  return (
    <Select
      name="represents"
      label={m.bodies_represents()}
      placeholder={m.bodies_represents_nobody()}
      options={groups.filter(({ options }) => options.length > 0)}
      defaultValue={values.represents ?? ""}
      error={errors.represents}
      optional
    />
  );
}

function PartFields({ values, errors, members }: Filled & { members: MemberChoices["members"] }) {
  return (
    <>
      <FieldRow>
        <PartField values={values} errors={errors} />
        <Select
          name="deputyForId"
          label={m.bodies_deputy_for()}
          hint={m.bodies_deputy_for_hint()}
          placeholder={m.bodies_deputy_for_all()}
          options={members.map(({ id, name, represents }) => ({ value: id, label: seatName(name, represents) }))}
          defaultValue={values.deputyForId ?? ""}
          error={errors.deputyForId}
          optional
        />
      </FieldRow>
      <Checkbox name="votes" label={m.bodies_votes()} defaultChecked={Boolean(values.votes)} />
    </>
  );
}

/** What somebody is in the body. */
export function PartField({ values, errors }: Filled) {
  return (
    <Select
      name="part"
      label={m.bodies_part()}
      options={bodyParts.map((part) => ({ value: part, label: partNames[part]() }))}
      defaultValue={values.part ?? "member"}
      error={errors.part}
    />
  );
}

/** The first and last day of a term. */
export function DayFields({ values, errors }: Filled) {
  return (
    <FieldRow>
      <DateInput
        name="first"
        label={m.bodies_first()}
        defaultValue={values.first ?? ""}
        error={errors.first}
        optional
      />
      <DateInput name="last" label={m.bodies_last()} defaultValue={values.last ?? ""} error={errors.last} optional />
    </FieldRow>
  );
}
