import { Form, useNavigation } from "@remix-run/react";
import { bodyKinds } from "~/domain/bodies/words";
import { timeOf } from "~/domain/regions/clock-minutes";
import type { BodyToEdit } from "~/features/bodies/bodies.view.server";
import { kindNames, lastDayOf } from "~/features/bodies/body-words";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { Button, LinkButton } from "~/ui/button";
import { Checkbox } from "~/ui/choices";
import { DateInput, FieldRow, Select, TextArea, TextInput, TimeInput } from "~/ui/fields";

export type RefusedBody = { errors: FormErrors; values: FormValues; version?: number };

const clock = (minutes: number | null | undefined) => (typeof minutes === "number" ? timeOf(minutes) : "");

function valuesOf(body: BodyToEdit["body"]): FormValues {
  return {
    name: body?.name ?? "",
    shortName: body?.shortName ?? "",
    kind: body?.kind ?? "",
    purpose: body?.purpose ?? "",
    actorId: body?.actorId ?? "",
    nextId: body?.nextId ?? "",
    quorum: body?.quorum ? String(body.quorum) : "",
    noticeDays: String(body?.noticeDays ?? 7),
    remarkDays: String(body?.remarkDays ?? 7),
    mayAttend: body?.mayAttend ?? "",
    opening: (body?.opening ?? true) ? "on" : "",
    open: (body?.open ?? true) ? "on" : "",
    place: body?.place ?? "",
    usualFrom: clock(body?.usualFrom),
    usualTo: clock(body?.usualTo),
    first: body?.span.from ?? "",
    last: body ? lastDayOf(body.span) : "",
  };
}

/** A body: what it is, where its recommendations go, its rules, and its first and last day. */
export function BodyForm({
  toEdit: { body, actors, bodies },
  refused,
  cancelTo,
}: {
  toEdit: BodyToEdit;
  refused: RefusedBody | null;
  cancelTo: string;
}) {
  const busy = useNavigation().state === "submitting";
  const errors = refused?.errors ?? {};
  const values = refused?.values ?? valuesOf(body);
  const version = refused?.version ?? body?.version ?? 0;
  const field = (name: string) => ({ name, defaultValue: values[name] ?? "", error: errors[name] });
  const named = (all: { id: string; name: string }[]) => all.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form method="post" className="sv-form" noValidate key={version}>
      <FormProblems
        errors={errors}
        labels={{
          name: m.bodies_name(),
          noticeDays: m.bodies_notice(),
          remarkDays: m.bodies_remarks(),
          quorum: m.bodies_quorum_field(),
          usualFrom: m.bodies_usual_from(),
          usualTo: m.bodies_usual_to(),
          first: m.bodies_first(),
          last: m.bodies_last(),
        }}
      />
      <input type="hidden" name="version" value={version} />
      <TextInput {...field("name")} label={m.bodies_name()} maxLength={200} />
      <FieldRow>
        <Select
          {...field("kind")}
          label={m.bodies_kind()}
          placeholder={m.bodies_kind_choose()}
          options={bodyKinds.map((kind) => ({ value: kind, label: kindNames[kind]() }))}
        />
        <TextInput
          {...field("shortName")}
          label={m.bodies_short_name()}
          hint={m.bodies_short_name_hint()}
          maxLength={40}
          optional
        />
      </FieldRow>
      <TextArea {...field("purpose")} label={m.bodies_purpose()} rows={3} optional />
      <Select
        {...field("actorId")}
        label={m.bodies_actor()}
        hint={m.bodies_actor_hint()}
        placeholder={m.bodies_actor_none()}
        options={named(actors)}
        optional
      />
      <Select
        {...field("nextId")}
        label={m.bodies_next()}
        placeholder={m.bodies_next_none()}
        options={named(bodies)}
        optional
      />
      <TextInput
        {...field("quorum")}
        label={m.bodies_quorum_field()}
        hint={m.bodies_quorum_hint()}
        inputMode="numeric"
        width="short"
        optional
      />
      <FieldRow>
        <TextInput {...field("noticeDays")} label={m.bodies_notice_field()} inputMode="numeric" />
        <TextInput {...field("remarkDays")} label={m.bodies_remarks_field()} inputMode="numeric" />
      </FieldRow>
      <TextArea
        {...field("mayAttend")}
        label={m.bodies_may_attend()}
        hint={m.bodies_may_attend_hint()}
        rows={2}
        optional
      />
      <Checkbox name="opening" label={m.bodies_opening()} defaultChecked={Boolean(values.opening)} />
      <Checkbox name="open" label={m.bodies_open()} defaultChecked={Boolean(values.open)} />
      <TextInput {...field("place")} label={m.bodies_place()} maxLength={200} optional />
      <FieldRow>
        <TimeInput {...field("usualFrom")} label={m.bodies_usual_from()} optional />
        <TimeInput {...field("usualTo")} label={m.bodies_usual_to()} optional />
      </FieldRow>
      <FieldRow>
        <DateInput {...field("first")} label={m.bodies_first()} optional />
        <DateInput {...field("last")} label={m.bodies_last()} hint={m.bodies_last_hint()} optional />
      </FieldRow>
      <div className="sv-row">
        <Button busy={busy}>{body ? m.bodies_save() : m.bodies_make()}</Button>
        <LinkButton to={cancelTo} variant="tertiary">
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}
