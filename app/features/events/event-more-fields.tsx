import type { ReactNode } from "react";
import type { DetailChoices } from "~/features/events/event-details.server";
import type { EventLists } from "~/features/events/event-fields";
import { languageNames } from "~/features/events/event-words";
import { m } from "~/i18n/messages/messages";
import { Checkbox, CheckboxGroup } from "~/ui/choices";
import { Select, TextInput } from "~/ui/fields";
import { Disclosure } from "~/ui/public-parts";

type Values = Partial<Record<string, string>>;

/** What else there is to say of an event, in groups that are closed until one wants them or something in them is wrong. */
export function EventMoreFields({
  values,
  lists,
  errors,
  choices,
}: {
  values: Values;
  lists: EventLists;
  errors: Values;
  choices: DetailChoices;
}) {
  const group = (title: string, fields: string[], children: ReactNode) => (
    <Disclosure summary={title} open={fields.some((field) => errors[field])}>
      <div className="sv-form">{children}</div>
    </Disclosure>
  );
  const groups = [...new Set(choices.rows.map((row) => row.group))];
  const rows = groups.map((group) => ({
    group,
    options: choices.rows.flatMap((row) => (row.group === group ? [{ value: row.value, label: row.label }] : [])),
  }));
  return (
    <div className="sv-foldout">
      {group(
        m.events_group_whom(),
        ["audience", "areaIds", "language"],
        <>
          <Select
            name="audience"
            label={m.events_audience()}
            hint={m.events_audience_hint()}
            placeholder={m.events_audience_unsaid()}
            options={[
              { value: "contact_persons", label: m.events_audience_contact_persons() },
              { value: "network_members", label: m.events_audience_network() },
              ...(choices.body
                ? [{ value: "body_members", label: m.bodies_members_of_body({ body: choices.body }) }]
                : []),
              ...choices.audiences,
            ]}
            defaultValue={values.audience ?? ""}
            error={errors.audience}
            optional
          />
          {choices.areas.length > 0 && (
            <CheckboxGroup
              name="areaIds[]"
              legend={m.events_areas()}
              options={choices.areas}
              defaultValues={lists.areaIds}
              error={errors.areaIds ?? null}
              optional
            />
          )}
          <Select
            name="language"
            label={m.events_language()}
            width="medium"
            placeholder={m.events_language_unsaid()}
            options={Object.entries(languageNames).map(([value, words]) => ({ value, label: words() }))}
            defaultValue={values.language ?? ""}
            error={errors.language}
            optional
          />
          <Checkbox
            name="callsDeputies"
            label={m.events_calls_deputies()}
            hint={m.events_calls_deputies_hint()}
            defaultChecked={values.callsDeputies === "on"}
          />
        </>,
      )}
      {group(
        m.events_group_who(),
        ["responsibleId", "organiserIds", "partners"],
        <>
          {choices.people.length > 0 && (
            <Select
              name="responsibleId"
              label={m.events_responsible()}
              hint={m.events_responsible_hint()}
              width="medium"
              placeholder={values.responsibleId ? undefined : m.events_responsible_me()}
              options={choices.people}
              defaultValue={values.responsibleId ?? ""}
              error={errors.responsibleId}
            />
          )}
          {choices.actors.length > 0 && (
            <CheckboxGroup
              name="organiserIds[]"
              legend={m.events_organisers_more()}
              hint={m.events_organisers_more_hint()}
              options={choices.actors}
              defaultValues={lists.organiserIds}
              error={errors.organiserIds ?? null}
              optional
            />
          )}
          {choices.regions.length > 0 && (
            <CheckboxGroup
              name="partners[]"
              legend={m.events_partners()}
              hint={m.events_partners_hint()}
              options={choices.regions}
              defaultValues={lists.partners}
              error={errors.partners ?? null}
              optional
            />
          )}
        </>,
      )}
      {group(
        m.events_group_open(),
        ["open", "joinLink"],
        <>
          <Checkbox
            name="open"
            label={m.events_open()}
            hint={m.events_open_hint()}
            defaultChecked={values.open === "on"}
          />
          <TextInput
            name="joinLink"
            type="url"
            label={m.events_join_link()}
            hint={m.events_join_link_hint()}
            defaultValue={values.joinLink}
            error={errors.joinLink}
            optional
          />
        </>,
      )}
      {choices.rows.length > 0 &&
        group(
          m.events_group_plan(),
          ["row"],
          <Select
            name="row"
            label={m.events_plan_row()}
            placeholder={m.events_plan_row_none()}
            options={rows}
            defaultValue={values.row ?? ""}
            error={errors.row}
            optional
          />,
        )}
    </div>
  );
}
