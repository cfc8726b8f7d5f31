import { Form } from "@remix-run/react";
import { type WhomKind, whomKinds } from "~/domain/audiences/rule";
import { kindChoices } from "~/features/audiences/audience-names";
import type { partChoices } from "~/features/audiences/part-choices.view.server";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { Button, LinkButton } from "~/ui/button";
import { RadioGroup } from "~/ui/choices";
import { Select, TextInput } from "~/ui/fields";
import { Panel, PanelBody } from "~/ui/panel";

type Choices = NonNullable<Awaited<ReturnType<typeof partChoices>>>;

type Props = {
  slug: string;
  audience: { id: string; version: number };
  kind: WhomKind | null;
  search: string;
  choices: Choices | null;
  refusal: { errors: FormErrors; values: FormValues } | null;
};

/** Adds a part to a rule: first what kind, then whom. */
export function AddPartPanel(props: Props) {
  const { slug, audience, kind, choices } = props;
  const page = paths.editAudience(slug, audience.id);
  return (
    <Panel title={m.audiences_add_part()} id="add-part">
      <PanelBody>
        <Form method="get" action={`${page}#add-part`} className="sv-form">
          <Select
            name="add"
            key={kind ?? "none"}
            label={m.audiences_add_what()}
            options={whomKinds.map((each) => ({ value: each, label: kindChoices[each]() }))}
            defaultValue={kind ?? "contact_persons"}
          />
          <div className="sv-row">
            <Button variant="secondary">{m.audiences_next()}</Button>
          </div>
        </Form>
        {kind === "person" && (
          <Form method="get" action={`${page}#add-part`} className="sv-form">
            <input type="hidden" name="add" value="person" />
            <TextInput
              name="q"
              type="search"
              label={m.audiences_search_person()}
              defaultValue={props.search}
              width="medium"
            />
            <div className="sv-row">
              <Button variant="secondary" icon="search">
                {m.audiences_search()}
              </Button>
            </div>
          </Form>
        )}
        {kind && choices && <PartForm {...props} kind={kind} choices={choices} page={page} />}
      </PanelBody>
    </Panel>
  );
}

function PartForm({
  kind,
  choices,
  page,
  search,
  audience,
  refusal,
}: Props & { kind: WhomKind; choices: Choices; page: string }) {
  const errors = refusal?.errors ?? {};
  const values: FormValues = refusal?.values ?? {};
  if (kind === "person" && choices.of.length === 0)
    return search === "" ? null : <p role="status">{m.audiences_search_none({ words: search })}</p>;
  return (
    <Form method="post" className="sv-form" noValidate key={`${kind} ${search}`}>
      <FormProblems errors={errors} labels={{ name: m.audiences_person(), email: m.audiences_email() }} />
      <input type="hidden" name="version" value={audience.version} />
      <input type="hidden" name="kind" value={kind} />
      {kind === "person" ? (
        <RadioGroup
          name="of"
          legend={m.audiences_person()}
          hint={choices.more ? m.audiences_search_more({ n: choices.of.length }) : undefined}
          options={choices.of.map(({ id, name, note }) => ({ value: id, label: name, hint: note }))}
          defaultValue={values.of ?? choices.of[0]?.id ?? ""}
          error={errors.of}
        />
      ) : kind === "address" ? (
        <>
          <TextInput
            name="name"
            label={m.audiences_person()}
            defaultValue={values.name ?? ""}
            error={errors.name}
            maxLength={120}
            autoComplete="off"
          />
          <TextInput
            name="email"
            type="email"
            label={m.audiences_email()}
            defaultValue={values.email ?? ""}
            error={errors.email}
            autoComplete="off"
          />
        </>
      ) : (
        kind !== "contact_persons" && (
          <Select
            name="of"
            label={kindChoices[kind]()}
            placeholder={m.audiences_choose()}
            options={choices.of.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={values.of ?? ""}
            error={errors.of}
          />
        )
      )}
      <RadioGroup
        name="excludes"
        legend={m.audiences_in_or_out()}
        options={[
          { value: "false", label: m.audiences_take_in() },
          { value: "true", label: m.audiences_leave_out(), hint: m.audiences_leave_out_hint() },
        ]}
        defaultValue={values.excludes ?? "false"}
      />
      <div className="sv-row">
        <Button name="intent" value="add">
          {m.audiences_add()}
        </Button>
        <LinkButton to={page} variant="tertiary">
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}
