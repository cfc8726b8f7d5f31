import { Form } from "@remix-run/react";
import type { NewsletterOptions } from "~/features/newsletters/newsletter-settings.view.server";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { Button, LinkButton } from "~/ui/button";
import { Checkbox, CheckboxGroup, RadioGroup } from "~/ui/choices";
import { Select, TextArea, TextInput } from "~/ui/fields";

/** What a form of a newsletter was refused for, with all that was typed. */
export type RefusedNewsletter = {
  about: "settings" | "logo";
  errors: Record<string, string>;
  values: Record<string, string>;
  editors: string[];
  /** What stands now, when somebody else was first. */
  version?: number;
};

type Props = {
  values: Record<string, string>;
  editors: string[];
  version: number;
  options: NewsletterOptions;
  refused: RefusedNewsletter | undefined;
  submit: string;
  cancelTo: string;
};

/** The settings of a newsletter: what it is, who gets it, how it looks, and who writes and approves it. */
export function NewsletterForm({ values: standing, editors, version, options, refused, submit, cancelTo }: Props) {
  const values = refused?.values ?? standing;
  const errors = refused?.errors ?? {};
  const chosen = refused?.editors ?? editors;
  const now = refused?.version ?? version;
  const field = (name: string) => ({ name, defaultValue: values[name] ?? "", error: errors[name] ?? null });
  const box = (name: string) => ({ name, defaultChecked: values[name] === "on", error: errors[name] ?? null });
  return (
    <Form method="post" className="sv-form" noValidate key={now}>
      <FormProblems errors={errors} ids={{ editors: "editors[]" }} />
      <input type="hidden" name="version" value={now} />
      <TextInput
        {...field("name")}
        label={m.newsletters_settings_name()}
        hint={m.newsletters_settings_name_hint()}
        maxLength={120}
        required
      />
      <TextArea
        {...field("description")}
        label={m.newsletters_settings_description()}
        hint={m.newsletters_settings_description_hint()}
        rows={3}
        optional
      />
      <fieldset className="ds-fieldset sv-stack">
        <legend className="ds-label">{m.newsletters_settings_whom()}</legend>
        <div>
          <Checkbox {...box("toContactPersons")} label={m.newsletters_settings_contacts()} />
          <Checkbox {...box("toNetworkMembers")} label={m.newsletters_settings_members()} />
        </div>
        {options.audiences.length > 0 && (
          <Select
            {...field("audienceId")}
            label={m.newsletters_settings_audience()}
            placeholder={m.newsletters_settings_audience_none()}
            options={options.audiences}
            optional
          />
        )}
        <Checkbox {...box("open")} label={m.newsletters_settings_open()} hint={m.newsletters_settings_open_hint()} />
      </fieldset>
      <RadioGroup
        {...field("language")}
        legend={m.newsletters_settings_language()}
        options={[
          { value: "recipient", label: m.newsletters_settings_language_own(), hint: m.newsletters_settings_own_hint() },
          ...options.languages.map((language) => ({ value: language, label: languageNames[language]() })),
        ]}
      />
      <RadioGroup
        {...field("accent")}
        legend={m.newsletters_settings_accent()}
        hint={m.newsletters_settings_accent_hint()}
        options={[
          { value: "", label: m.newsletters_settings_accent_region() },
          { value: "fjord", label: m.regions_accent_fjord() },
          { value: "skifer", label: m.regions_accent_skifer() },
          { value: "lyng", label: m.regions_accent_lyng() },
        ]}
      />
      {options.editors.length > 0 && (
        <CheckboxGroup
          name="editors[]"
          legend={m.newsletters_settings_editors()}
          hint={m.newsletters_settings_editors_hint()}
          error={errors.editors ?? null}
          options={options.editors}
          defaultValues={chosen}
          optional
        />
      )}
      <Checkbox
        {...box("fourEyes")}
        label={m.newsletters_settings_four_eyes()}
        hint={m.newsletters_settings_four_eyes_hint()}
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

/** The languages a newsletter may be written in, in words. */
const languageNames = {
  nb: () => m.newsletters_in_nb(),
  nn: () => m.newsletters_in_nn(),
  en: () => m.newsletters_in_en(),
};
