import type { OrganiserOptions } from "~/features/events/choose-organiser.server";
import type { DetailChoices } from "~/features/events/event-details.server";
import { EventMoreFields } from "~/features/events/event-more-fields";
import { kindNames } from "~/features/events/event-words";
import { m } from "~/i18n/messages/messages";
import { DateInput, FieldRow, Select, TextArea, TextInput, TimeInput } from "~/ui/fields";

type Values = Partial<Record<string, string>>;

/** The fields where several can be chosen. */
export type EventLists = { organiserIds: string[]; areaIds: string[]; partners: string[] };

export const noLists: EventLists = { organiserIds: [], areaIds: [], partners: [] };

/** The ids of these fields in the form. */
export const listIds = { organiserIds: "organiserIds[]", areaIds: "areaIds[]", partners: "partners[]" };

/** The fields of an event, for a new one and for a change: what everybody is told first, the rest in groups. */
export function EventFields({
  values,
  lists,
  errors,
  options,
  choices,
}: {
  values: Values;
  lists: EventLists;
  errors: Values;
  options: OrganiserOptions;
  choices: DetailChoices;
}) {
  return (
    <>
      <TextInput
        name="title"
        label={m.events_field_title()}
        defaultValue={values.title}
        error={errors.title}
        required
      />
      <Select
        name="kind"
        label={m.events_kind()}
        width="medium"
        options={Object.entries(kindNames).map(([value, words]) => ({ value, label: words() }))}
        defaultValue={values.kind ?? "meeting"}
        error={errors.kind}
      />
      {options.actors.length > 0 && (
        <Select
          name="actorId"
          label={m.events_organiser()}
          hint={m.events_organiser_hint()}
          width="medium"
          placeholder={options.limited ? m.events_organiser_choose() : m.events_organiser_region()}
          options={options.actors}
          defaultValue={values.actorId ?? ""}
          error={errors.actorId}
          optional={!options.limited}
        />
      )}
      {options.networks.length > 0 && (
        <Select
          name="networkId"
          label={m.events_network()}
          width="medium"
          placeholder={m.events_network_none()}
          options={options.networks}
          defaultValue={values.networkId ?? ""}
          error={errors.networkId}
          optional
        />
      )}
      <DateInput name="date" label={m.events_field_date()} defaultValue={values.date} error={errors.date} required />
      <FieldRow>
        <TimeInput
          name="start"
          label={m.events_field_start()}
          defaultValue={values.start}
          error={errors.start}
          required
        />
        <TimeInput name="end" label={m.events_field_end()} defaultValue={values.end} error={errors.end} required />
      </FieldRow>
      <DateInput
        name="endDate"
        label={m.events_field_end_date()}
        hint={m.events_field_end_date_hint()}
        width="short"
        defaultValue={values.endDate}
        error={errors.endDate}
        optional
      />
      <TextInput
        name="place"
        label={m.events_field_place()}
        defaultValue={values.place}
        error={errors.place}
        optional
      />
      <TextInput
        name="link"
        type="url"
        label={m.events_field_link()}
        hint={m.events_field_link_hint()}
        defaultValue={values.link}
        error={errors.link}
        optional
      />
      <TextArea
        name="description"
        label={m.events_field_description()}
        rows={5}
        defaultValue={values.description}
        error={errors.description}
        optional
      />
      <DateInput
        name="replyBy"
        label={m.events_field_reply_by()}
        width="short"
        defaultValue={values.replyBy}
        error={errors.replyBy}
        optional
      />
      <EventMoreFields values={values} lists={lists} errors={errors} choices={choices} />
    </>
  );
}
