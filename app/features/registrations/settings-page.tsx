import { Form } from "@remix-run/react";
import { type QuestionKind, questionKinds } from "~/domain/registrations/questions";
import { wayNames } from "~/features/registrations/registration-words";
import type { SettingsView } from "~/features/registrations/settings.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { Checkbox, RadioGroup } from "~/ui/choices";
import { ErrorSummary } from "~/ui/error-summary";
import { DateInput, FieldRow, Select, TextArea, TextInput, TimeInput } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";
import { Disclosure } from "~/ui/public-parts";

type Values = Partial<Record<string, string>>;
export type Refused = { values: Values; errors: Values } | null;

/** How one signs up: whether, until when, how many, and by which link they join. */
export function SettingsPanel({
  view,
  slug,
  eventId,
  refused,
}: {
  view: SettingsView;
  slug: string;
  eventId: string;
  refused: Refused;
}) {
  const values: Values = refused ? { ...refused.values, version: view.values.version } : view.values;
  const errors = refused?.errors ?? {};
  const list = Object.entries(errors).map(([field, message]) => ({ field, message: message ?? "" }));
  return (
    <Panel title={m.registrations_settings_places()}>
      <PanelBody>
        <ErrorSummary title={m.common_errors_title({ n: list.length })} errors={list} />
        {view.registered > 0 && <Note>{m.registrations_settings_people({ n: view.registered })}</Note>}
        <Form method="post" className="sv-form" noValidate>
          <input type="hidden" name="version" value={values.version} />
          <RadioGroup
            name="registration"
            legend={m.registrations_mode()}
            options={[
              { value: "none", label: m.registrations_mode_none() },
              { value: "open", label: m.registrations_mode_open(), hint: m.registrations_mode_open_hint() },
              { value: "approval", label: m.registrations_mode_approval(), hint: m.registrations_mode_approval_hint() },
            ]}
            defaultValue={values.registration}
            error={errors.registration}
          />
          <Checkbox
            name="open"
            label={m.registrations_open_field()}
            hint={m.registrations_open_hint()}
            defaultChecked={values.open === "on"}
          />
          <RadioGroup
            name="attendanceWay"
            legend={m.registrations_ways()}
            options={[
              { value: "room", label: m.registrations_ways_room() },
              { value: "online", label: m.registrations_ways_online() },
              { value: "both", label: m.registrations_ways_both() },
            ]}
            defaultValue={values.attendanceWay}
            error={errors.attendanceWay}
          />
          <FieldRow>
            <TextInput
              name="capacity"
              type="number"
              min={1}
              width="short"
              label={m.registrations_capacity()}
              hint={m.registrations_capacity_hint()}
              defaultValue={values.capacity}
              error={errors.capacity}
              optional
            />
            <TextInput
              name="capacityOnline"
              type="number"
              min={1}
              width="short"
              label={m.registrations_capacity_online()}
              hint={m.registrations_capacity_online_hint()}
              defaultValue={values.capacityOnline}
              error={errors.capacityOnline}
              optional
            />
          </FieldRow>
          <FieldRow>
            <DateInput
              name="registerDate"
              label={m.registrations_by_date()}
              defaultValue={values.registerDate}
              error={errors.registerDate}
              optional
            />
            <TimeInput
              name="registerTime"
              label={m.registrations_by_time()}
              defaultValue={values.registerTime}
              error={errors.registerTime}
              optional
            />
          </FieldRow>
          <TextInput
            name="offerHours"
            type="number"
            min={1}
            max={336}
            width="short"
            label={m.registrations_offer_hours()}
            hint={m.registrations_offer_hours_hint()}
            defaultValue={values.offerHours}
            error={errors.offerHours}
          />
          <TextInput
            name="joinLink"
            type="url"
            label={m.registrations_join_field()}
            hint={m.registrations_join_field_hint()}
            defaultValue={values.joinLink}
            error={errors.joinLink}
            optional
          />
          <Checkbox
            name="asksNeeds"
            label={m.registrations_asks_needs()}
            hint={m.registrations_asks_needs_hint()}
            defaultChecked={values.asksNeeds === "on"}
          />
          <div className="sv-row">
            <Button name="intent" value="settings">
              {m.registrations_save()}
            </Button>
            <LinkButton variant="tertiary" to={paths.registrations(slug, eventId)}>
              {m.common_cancel()}
            </LinkButton>
          </div>
        </Form>
      </PanelBody>
    </Panel>
  );
}

export const kindNames: Record<QuestionKind, () => string> = {
  short: () => m.registrations_kind_short(),
  long: () => m.registrations_kind_long(),
  choice: () => m.registrations_kind_choice(),
  several: () => m.registrations_kind_several(),
  consent: () => m.registrations_kind_consent(),
  scale: () => m.registrations_kind_scale(),
};

/** What is asked of those who sign up. */
export function QuestionsPanel({
  view,
  refused,
}: {
  view: SettingsView;
  refused: (Exclude<Refused, null> & { id: string }) | null;
}) {
  const { questions } = view;
  return (
    <Panel title={m.registrations_questions()} count={questions.length || undefined}>
      <PanelBody>
        <p className="sv-quiet">{m.registrations_questions_lead()}</p>
        {questions.map((question, at) => (
          <Disclosure
            key={question.id}
            summary={`${question.label} (${kindNames[question.kind]().toLowerCase()})`}
            open={refused?.id === question.id}
          >
            <QuestionForm
              id={question.id}
              values={
                refused?.id === question.id
                  ? refused.values
                  : {
                      ...question,
                      options: question.options.join("\n"),
                      required: question.required ? "on" : "",
                    }
              }
              errors={refused?.id === question.id ? refused.errors : {}}
            />
            <Form method="post" className="sv-row">
              <input type="hidden" name="id" value={question.id} />
              {at > 0 && (
                <Button small variant="tertiary" name="intent" value="raise">
                  {m.registrations_question_up()}
                </Button>
              )}
              <Button small variant="tertiary" icon="trash" name="intent" value="remove">
                {m.registrations_question_remove()}
              </Button>
            </Form>
          </Disclosure>
        ))}
        <Disclosure summary={m.registrations_question_add()} icon="plus" open={refused?.id === ""}>
          <QuestionForm
            id=""
            values={refused?.id === "" ? refused.values : { kind: "short" }}
            errors={refused?.id === "" ? refused.errors : {}}
          />
        </Disclosure>
      </PanelBody>
    </Panel>
  );
}

/** One question. The fields' ids carry the question's, since there are several forms on the page. */
function QuestionForm({ id, values, errors }: { id: string; values: Values; errors: Values }) {
  const of = (name: string) => `${name}-${id || "new"}`;
  const list = Object.entries(errors).map(([field, message]) => ({ field: of(field), message: message ?? "" }));
  return (
    <Form method="post" className="sv-form" noValidate>
      <ErrorSummary title={m.common_errors_title({ n: list.length })} errors={list} />
      <input type="hidden" name="id" value={id} />
      <TextInput
        name="label"
        id={of("label")}
        label={m.registrations_question_label()}
        defaultValue={values.label}
        error={errors.label}
        required
      />
      <Select
        name="kind"
        id={of("kind")}
        width="medium"
        label={m.registrations_question_kind()}
        options={questionKinds.map((kind) => ({ value: kind, label: kindNames[kind]() }))}
        defaultValue={values.kind}
        error={errors.kind}
      />
      <TextArea
        name="options"
        id={of("options")}
        rows={4}
        label={m.registrations_question_options()}
        hint={m.registrations_question_options_hint()}
        defaultValue={values.options}
        error={errors.options}
        optional
      />
      <TextInput
        name="hint"
        id={of("hint")}
        label={m.registrations_question_hint()}
        defaultValue={values.hint}
        error={errors.hint}
        optional
      />
      <Checkbox
        name="required"
        id={of("required")}
        label={m.registrations_question_required()}
        defaultChecked={values.required === "on"}
      />
      <div className="sv-row">
        <Button small variant="secondary" name="intent" value={id ? "save-question" : "add-question"}>
          {id ? m.registrations_save() : m.registrations_question_add()}
        </Button>
      </div>
    </Form>
  );
}

/** Why the settings were refused, at the field that says so. */
export function settingsRefusal(
  refusal:
    | { reason: "too-few"; field: string; taken: number }
    | { reason: "way-taken"; way: "room" | "online"; taken: number },
): Record<string, string> {
  if (refusal.reason === "too-few") return { [refusal.field]: m.registrations_too_few({ n: refusal.taken }) };
  const way = wayNames[refusal.way]().toLowerCase();
  return { attendanceWay: m.registrations_way_taken({ n: refusal.taken, way }) };
}
