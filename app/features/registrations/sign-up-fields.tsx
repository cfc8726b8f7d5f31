import type { Way } from "~/domain/registrations/places";
import type { AnswerProblem, Question } from "~/domain/registrations/questions";
import { QuestionFields } from "~/features/registrations/question-fields";
import { wayNames } from "~/features/registrations/registration-words";
import { m } from "~/i18n/messages/messages";
import { RadioGroup } from "~/ui/choices";
import { Select, TextArea, TextInput } from "~/ui/fields";

type Values = Partial<Record<string, string>>;

/** What somebody says of herself who signs up, or changes it. The address is asked once. */
export function SignUpFields({
  asked,
  ways,
  values,
  given,
  errors,
  problems,
  withEmail,
}: {
  asked: { asksNeeds: boolean; questions: Question[]; municipalities: { id: string; name: string }[] };
  ways: { way: Way; note?: string }[];
  values: Values;
  given: Record<string, string[]>;
  errors: Values;
  problems: Record<string, AnswerProblem>;
  withEmail: boolean;
}) {
  return (
    <>
      <TextInput
        name="name"
        label={m.registrations_name()}
        defaultValue={values.name}
        error={errors.name}
        autoComplete="name"
        required
      />
      {withEmail && (
        <TextInput
          name="email"
          type="email"
          label={m.registrations_email()}
          hint={m.registrations_email_hint()}
          defaultValue={values.email}
          error={errors.email}
          autoComplete="email"
          required
        />
      )}
      <TextInput
        name="organisation"
        label={m.registrations_organisation()}
        defaultValue={values.organisation}
        error={errors.organisation}
        autoComplete="organization"
        optional
      />
      <Select
        name="municipalityId"
        label={m.registrations_municipality()}
        placeholder={m.registrations_municipality_none()}
        options={asked.municipalities.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={values.municipalityId ?? ""}
        error={errors.municipalityId}
        optional
      />
      {ways.length > 1 && (
        <RadioGroup
          name="way"
          legend={m.registrations_way()}
          options={ways.map(({ way, note }) => ({ value: way, label: wayNames[way](), hint: note }))}
          defaultValue={values.way}
          error={errors.way}
        />
      )}
      <QuestionFields questions={asked.questions} values={given} problems={problems} />
      {asked.asksNeeds && (
        <TextArea
          name="needs"
          label={m.registrations_needs()}
          hint={m.registrations_needs_hint()}
          rows={3}
          defaultValue={values.needs}
          error={errors.needs}
          optional
        />
      )}
    </>
  );
}
