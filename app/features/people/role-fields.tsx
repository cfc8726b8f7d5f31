import { Link } from "@remix-run/react";
import { roleKinds } from "~/domain/auth/permissions";
import { m } from "~/i18n/messages/messages";
import { roleNames } from "~/i18n/role-names";
import { paths } from "~/paths";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { DateInput, FieldRow, Select } from "~/ui/fields";

type Props = {
  slug: string;
  actors: { id: string; name: string }[];
  today: string;
  values: FormValues;
  errors: FormErrors;
};

/** Which role, limited to whom, and from and to which day. A contact person is named on the municipality's page. */
export function RoleFields({ slug, actors, today, values, errors }: Props) {
  return (
    <>
      <Select
        name="kind"
        label={m.people_kind()}
        hint={
          <>
            {m.people_kind_hint()}{" "}
            <Link className="sv-link" to={paths.municipalities(slug)}>
              {m.people_to_municipalities()}
            </Link>
          </>
        }
        placeholder={m.people_kind_choose()}
        options={roleKinds
          .filter((kind) => kind !== "contact_person")
          .map((kind) => ({ value: kind, label: roleNames[kind]() }))}
        defaultValue={values.kind ?? ""}
        error={errors.kind}
      />
      <p className="sv-quiet sv-small">{m.people_directorate_means()}</p>
      <Select
        name="actorId"
        label={m.people_actor()}
        hint={m.people_actor_hint()}
        placeholder={m.people_actor_none()}
        options={actors.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={values.actorId ?? ""}
        error={errors.actorId}
        optional
      />
      <FieldRow>
        <DateInput
          name="first"
          label={m.people_first_day()}
          defaultValue={values.first ?? today}
          error={errors.first}
        />
        <DateInput
          name="last"
          label={m.people_last_day()}
          defaultValue={values.last ?? ""}
          error={errors.last}
          optional
        />
      </FieldRow>
    </>
  );
}
