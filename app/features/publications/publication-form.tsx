import { Form } from "@remix-run/react";
import { publicationKinds } from "~/domain/publications/kinds";
import type { ActorOptions } from "~/features/publications/publication-actors.view.server";
import { kindNames } from "~/features/publications/publication-words";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { Button, LinkButton } from "~/ui/button";
import { Checkbox } from "~/ui/choices";
import { DateInput, type Option, Select, TextArea, TextInput } from "~/ui/fields";

/** What was refused, with all that was typed. */
export type RefusedPublication = {
  errors: Record<string, string>;
  values: Record<string, string>;
  /** What stands now, when somebody else was first. */
  version?: number;
};

type Props = {
  values: Record<string, string>;
  version: number;
  refused: RefusedPublication | undefined;
  options: ActorOptions;
  rows: { group: string; options: Option[] }[];
  submit: string;
  cancelTo: string;
};

/** The form of something said elsewhere. */
export function PublicationForm({ values: standing, version, refused, options, rows, submit, cancelTo }: Props) {
  const values = refused?.values ?? standing;
  const errors = refused?.errors ?? {};
  const field = (name: string) => ({ name, defaultValue: values[name] ?? "", error: errors[name] ?? null });
  const now = refused?.version ?? values.version ?? version;
  return (
    <Form method="post" className="sv-form" noValidate key={now}>
      <FormProblems errors={errors} />
      <input type="hidden" name="version" value={now} />
      <Select
        {...field("kind")}
        label={m.publications_kind()}
        width="medium"
        placeholder={m.publications_kind_choose()}
        options={publicationKinds.map((kind) => ({ value: kind, label: kindNames[kind]() }))}
        required
      />
      <TextInput {...field("title")} label={m.publications_field_title()} maxLength={300} required />
      <DateInput {...field("day")} label={m.publications_day()} hint={m.publications_day_hint()} required />
      <TextInput {...field("place")} label={m.publications_place()} hint={m.publications_place_hint()} optional />
      <TextInput {...field("author")} label={m.publications_author()} hint={m.publications_author_hint()} optional />
      {options.actors.length > 0 && (
        <Select
          {...field("actorId")}
          label={m.publications_actor()}
          hint={m.publications_actor_hint()}
          placeholder={options.limited ? m.publications_actor_choose() : m.publications_actor_none()}
          options={options.actors}
          optional={!options.limited}
        />
      )}
      <TextInput
        {...field("link")}
        type="url"
        label={m.publications_link()}
        hint={m.publications_link_hint()}
        optional
      />
      <TextArea {...field("text")} label={m.publications_text()} hint={m.publications_text_hint()} rows={8} optional />
      {rows.length > 0 && (
        <Select
          {...field("planRowId")}
          label={m.publications_row()}
          hint={m.publications_row_hint()}
          placeholder={m.publications_row_none()}
          options={rows}
          optional
        />
      )}
      <Checkbox
        name="open"
        label={m.publications_open()}
        hint={m.publications_open_hint()}
        defaultChecked={values.open === "on"}
      />
      <div className="sv-row">
        <Button>{submit}</Button>
        <LinkButton to={cancelTo} variant="tertiary">
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}
