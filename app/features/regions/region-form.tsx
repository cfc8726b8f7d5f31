import { Form } from "@remix-run/react";
import { timeOf } from "~/domain/regions/clock-minutes";
import type { RegionSettings } from "~/features/regions/change-region.server";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { Button } from "~/ui/button";
import { Checkbox, CheckboxGroup, RadioGroup } from "~/ui/choices";
import { FieldRow, TextInput, TimeInput } from "~/ui/fields";

type RegionRefusal = { errors: FormErrors; values: FormValues; languages: string[] };

/** The names of the accents are the same in every language. */
const accents = [
  { value: "fjord", label: "Fjord", hint: () => m.regions_accent_fjord() },
  { value: "skifer", label: "Skifer", hint: () => m.regions_accent_skifer() },
  { value: "lyng", label: "Lyng", hint: () => m.regions_accent_lyng() },
];

type Props = { settings: RegionSettings; version: string; refusal: RegionRefusal | null };

/** What the region is called, how it looks, which languages it offers and when its office is open. */
export function RegionForm({ settings, version, refusal }: Props) {
  const errors = refusal?.errors ?? {};
  const kept: FormValues = refusal?.values ?? {
    name: settings.name,
    programme: settings.programme,
    initials: settings.initials,
    accent: settings.accent,
    defaultStandard: settings.defaultStandard,
    officeOpens: timeOf(settings.officeOpens),
    officeCloses: timeOf(settings.officeCloses),
    substituteWords: settings.substituteWords,
    ...(settings.easterClosed && { easterClosed: "on" }),
  };
  return (
    <Form method="post" className="sv-form" noValidate>
      <FormProblems errors={errors} ids={{ languages: "languages[]" }} labels={{ name: m.regions_name() }} />
      <input type="hidden" name="intent" value="region" />
      <input type="hidden" name="version" value={version} />
      <TextInput name="name" label={m.regions_name()} defaultValue={kept.name} error={errors.name} maxLength={80} />
      <TextInput
        name="programme"
        label={m.regions_programme()}
        hint={m.regions_programme_hint()}
        defaultValue={kept.programme}
        error={errors.programme}
        maxLength={80}
        optional
      />
      <TextInput
        name="initials"
        label={m.regions_initials()}
        hint={m.regions_initials_hint()}
        defaultValue={kept.initials}
        error={errors.initials}
        maxLength={2}
        width="short"
      />
      <RadioGroup
        name="accent"
        legend={m.regions_look()}
        hint={m.regions_look_hint()}
        options={accents.map(({ hint, ...accent }) => ({ ...accent, hint: hint() }))}
        defaultValue={kept.accent}
        error={errors.accent}
      />
      <CheckboxGroup
        name="languages[]"
        legend={m.regions_languages()}
        hint={m.regions_languages_hint()}
        options={[
          { value: "nb", label: "Bokmål" },
          { value: "nn", label: "Nynorsk" },
          { value: "en", label: "English" },
        ]}
        defaultValues={refusal?.languages ?? settings.languages}
        error={errors.languages}
      />
      <RadioGroup
        name="defaultStandard"
        legend={m.regions_standard()}
        hint={m.regions_standard_hint()}
        options={[
          { value: "bokmal", label: "Bokmål" },
          { value: "nynorsk", label: "Nynorsk" },
        ]}
        defaultValue={kept.defaultStandard}
        error={errors.defaultStandard}
      />
      <FieldRow>
        <TimeInput
          name="officeOpens"
          label={m.regions_office_opens()}
          defaultValue={kept.officeOpens}
          error={errors.officeOpens}
        />
        <TimeInput
          name="officeCloses"
          label={m.regions_office_closes()}
          defaultValue={kept.officeCloses}
          error={errors.officeCloses}
        />
      </FieldRow>
      <p className="sv-quiet sv-small">{m.regions_office_hint()}</p>
      <Checkbox name="easterClosed" label={m.regions_easter_closed()} defaultChecked={kept.easterClosed === "on"} />
      <RadioGroup
        name="substituteWords"
        legend={m.regions_substitute_words()}
        options={[
          { value: "full", label: m.regions_substitute_full() },
          { value: "pva", label: m.regions_substitute_pva() },
        ]}
        defaultValue={kept.substituteWords}
        error={errors.substituteWords}
      />
      <div className="sv-row">
        <Button>{m.regions_save_region()}</Button>
      </div>
    </Form>
  );
}
