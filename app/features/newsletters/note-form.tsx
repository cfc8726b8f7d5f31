import { Form } from "@remix-run/react";
import { longestNote } from "~/features/newsletters/note-limits";
import type { NoteOptions } from "~/features/newsletters/notes.view.server";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { Button, LinkButton } from "~/ui/button";
import { RadioGroup } from "~/ui/choices";
import { Select, TextArea, TextInput } from "~/ui/fields";

/** What was refused, with all that was typed. */
export type RefusedNote = {
  errors: Record<string, string>;
  values: Record<string, string>;
  /** What stands now, when somebody else was first. */
  version?: number;
};

type Props = {
  values: Record<string, string>;
  version: number;
  options: NoteOptions;
  languages: readonly ("nn" | "nb" | "en")[];
  refused: RefusedNote | undefined;
  submit: string;
  cancelTo: string;
};

const languageNames = {
  nb: () => m.newsletters_in_nb(),
  nn: () => m.newsletters_in_nn(),
  en: () => m.newsletters_in_en(),
};

/** What an actor wants said in the next issue: a note of its own, or news from elsewhere by link; in one language or more. */
export function NoteForm({ values: standing, version, options, languages, refused, submit, cancelTo }: Props) {
  const values = refused?.values ?? standing;
  const errors = refused?.errors ?? {};
  const now = refused?.version ?? version;
  const field = (name: string) => ({ name, defaultValue: values[name] ?? "", error: errors[name] ?? null });
  const written = (part: string, language: "nn" | "nb" | "en") =>
    m.newsletters_field_in({ field: part, language: languageNames[language]().toLowerCase() });
  return (
    <Form method="post" className="sv-form" noValidate key={now}>
      <FormProblems errors={errors} />
      <input type="hidden" name="version" value={now} />
      <RadioGroup
        {...field("kind")}
        legend={m.newsletters_notes_kind()}
        options={[
          { value: "note", label: m.newsletters_notes_kind_note(), hint: m.newsletters_notes_kind_note_hint() },
          { value: "news", label: m.newsletters_notes_kind_news(), hint: m.newsletters_notes_kind_news_hint() },
        ]}
      />
      {options.newsletters.length === 1 ? (
        <input type="hidden" name="newsletterId" value={options.newsletters[0]?.value} />
      ) : (
        <Select
          {...field("newsletterId")}
          label={m.newsletters_notes_newsletter()}
          placeholder={m.newsletters_notes_newsletter_choose()}
          options={options.newsletters}
          required
        />
      )}
      <Select
        {...field("actorId")}
        label={m.newsletters_notes_from()}
        hint={m.newsletters_notes_from_hint()}
        placeholder={m.newsletters_notes_actor_choose()}
        options={options.actors}
        required
      />
      {languages.map((language) => (
        <div key={language} className="sv-stack" lang={language}>
          <TextInput
            {...field(`heading_${language}`)}
            label={written(m.newsletters_field_heading(), language)}
            maxLength={longestNote.heading}
            optional={language !== languages[0]}
          />
          <TextArea
            {...field(`body_${language}`)}
            label={written(m.newsletters_field_body(), language)}
            {...(language === languages[0] && { hint: m.newsletters_notes_body_hint() })}
            rows={5}
            optional
          />
        </div>
      ))}
      <TextInput
        {...field("link")}
        type="url"
        label={m.newsletters_field_link()}
        hint={m.newsletters_notes_link_hint()}
        optional
      />
      <div className="sv-row">
        <Button name="intent" value="save">
          {submit}
        </Button>
        <LinkButton to={cancelTo} variant="tertiary">
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}
