import { Form, useNavigation } from "@remix-run/react";
import type { AreaToEdit } from "~/features/municipalities/areas.view.server";
import type { UnreadLine } from "~/features/municipalities/save-area.server";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { Button, LinkButton } from "~/ui/button";
import { Checkbox, RadioGroup } from "~/ui/choices";
import { FieldRow, TextArea, TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";

/** What a refused save gives back: sentences, what was typed and ticked, and the version that stands. */
export type RefusedArea = {
  errors: Record<string, string>;
  values: Record<string, string>;
  own: string[];
  lines?: UnreadLine[];
  now?: { version: number };
};

/** The form of an area or circle. */
export function AreaForm({
  area,
  refused,
  cancelTo,
}: {
  area: AreaToEdit;
  refused: RefusedArea | undefined;
  cancelTo: string;
}) {
  const busy = useNavigation().state === "submitting";
  const errors = refused?.errors ?? {};
  const kept: Record<string, string | undefined> = refused?.values ?? {
    name: area.name,
    kind: area.kind,
    description: area.description,
    counties: area.counties,
    others: area.others,
  };
  const chosen = refused?.own ?? area.chosen;
  return (
    <Form method="post" className="sv-form" noValidate key={refused?.now?.version ?? area.version}>
      <FormProblems errors={errors} />
      {refused?.now && <Note tone="warning" title={m.common_changed_meanwhile()} live />}
      <input type="hidden" name="version" value={refused?.now?.version ?? area.version} />
      <TextInput name="name" label={m.areas_name()} defaultValue={kept.name} error={errors.name} maxLength={100} />
      <RadioGroup
        name="kind"
        legend={m.areas_kind()}
        error={errors.kind}
        options={[
          { value: "area", label: m.areas_kind_area(), hint: m.areas_kind_area_hint() },
          { value: "circle", label: m.areas_kind_circle(), hint: m.areas_kind_circle_hint() },
        ]}
        defaultValue={kept.kind ?? "area"}
      />
      <TextArea
        name="description"
        label={m.areas_description()}
        rows={3}
        defaultValue={kept.description}
        error={errors.description}
        optional
      />
      <fieldset className="ds-fieldset">
        <legend className="ds-label">{m.areas_own()}</legend>
        {area.own.length === 0 ? (
          <p className="sv-quiet">{m.municipalities_none()}</p>
        ) : (
          <FieldRow>
            {area.own.map(({ id, name }, at) => (
              <Checkbox
                key={id}
                name="own[]"
                id={at === 0 ? "own" : `own-${id}`}
                value={id}
                label={name}
                defaultChecked={chosen.includes(id)}
              />
            ))}
          </FieldRow>
        )}
      </fieldset>
      <TextArea
        name="others"
        label={m.areas_others()}
        hint={m.areas_others_hint()}
        rows={5}
        defaultValue={kept.others}
        error={errors.others}
        optional
      />
      {refused?.lines && <Unread lines={refused.lines} />}
      <TextArea
        name="counties"
        label={m.areas_counties()}
        hint={m.areas_counties_hint()}
        rows={2}
        defaultValue={kept.counties}
        error={errors.counties}
        optional
      />
      <div className="sv-row">
        <Button busy={busy}>{m.areas_save()}</Button>
        <LinkButton to={cancelTo} variant="tertiary">
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}

/** Each line that was not understood, and what it may mean. */
function Unread({ lines }: { lines: UnreadLine[] }) {
  return (
    <Note tone="danger" title={m.areas_unread_title({ n: lines.length })}>
      <ul className="sv-points">
        {lines.map(({ words, among }) => (
          <li key={words}>{unreadWords(words, among)}</li>
        ))}
      </ul>
    </Note>
  );
}

function unreadWords(words: string, among: UnreadLine["among"]): string {
  if (among.length === 0) return m.areas_line_unknown({ words });
  const options = among.map(({ number, name, county }) => `${number} ${name} (${county})`).join(", ");
  return m.areas_line_ambiguous({ words, options });
}
