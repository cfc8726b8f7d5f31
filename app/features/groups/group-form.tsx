import { Form, useNavigation } from "@remix-run/react";
import { groupKinds } from "~/domain/groups/words";
import { kindNames, lastDayOf } from "~/features/groups/group-words";
import type { FoundGroup } from "~/features/groups/groups.db.server";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { Button, LinkButton } from "~/ui/button";
import { DateInput, FieldRow, Select, TextArea, TextInput } from "~/ui/fields";

export type RefusedGroup = { errors: FormErrors; values: FormValues; version?: number };

/** A group: what it is called and is for, whose it is, and its first and last day. */
export function GroupForm({
  group,
  actors,
  refused,
  cancelTo,
}: {
  group: Pick<FoundGroup, "name" | "kind" | "purpose" | "actorId" | "span" | "version"> | null;
  actors: { id: string; name: string }[];
  refused: RefusedGroup | null;
  cancelTo: string;
}) {
  const busy = useNavigation().state === "submitting";
  const errors = refused?.errors ?? {};
  const values: FormValues = refused?.values ?? {
    name: group?.name ?? "",
    kind: group?.kind ?? "",
    purpose: group?.purpose ?? "",
    actorId: group?.actorId ?? "",
    first: group?.span.from ?? "",
    last: group ? lastDayOf(group.span) : "",
  };
  const version = refused?.version ?? group?.version ?? 0;
  return (
    <Form method="post" className="sv-form" noValidate key={version}>
      <FormProblems
        errors={errors}
        labels={{ name: m.groups_name(), first: m.groups_first(), last: m.groups_last() }}
      />
      <input type="hidden" name="version" value={version} />
      <TextInput name="name" label={m.groups_name()} defaultValue={values.name} error={errors.name} maxLength={200} />
      <Select
        name="kind"
        label={m.groups_kind()}
        placeholder={m.groups_kind_choose()}
        options={groupKinds.map((kind) => ({ value: kind, label: kindNames[kind]() }))}
        defaultValue={values.kind ?? ""}
        error={errors.kind}
        width="medium"
      />
      <TextArea
        name="purpose"
        label={m.groups_purpose()}
        defaultValue={values.purpose}
        error={errors.purpose}
        rows={3}
        optional
      />
      <Select
        name="actorId"
        label={m.groups_whose()}
        hint={m.groups_whose_hint()}
        placeholder={m.groups_whose_nobody()}
        options={actors.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={values.actorId ?? ""}
        error={errors.actorId}
        optional
      />
      <FieldRow>
        <DateInput name="first" label={m.groups_first()} defaultValue={values.first} error={errors.first} optional />
        <DateInput name="last" label={m.groups_last()} defaultValue={values.last} error={errors.last} optional />
      </FieldRow>
      <div className="sv-row">
        <Button busy={busy}>{group ? m.groups_save() : m.groups_make()}</Button>
        <LinkButton to={cancelTo} variant="tertiary">
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}
