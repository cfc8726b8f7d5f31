import { Form, useNavigation } from "@remix-run/react";
import { lastDayOf } from "~/domain/actors/period";
import { actorKinds, actorTiers } from "~/domain/actors/words";
import { kindNames, tierNames } from "~/features/actors/actor-words";
import type { FoundActor } from "~/features/actors/actors.db.server";
import { FormProblems } from "~/features/regions/form-problems";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { Button, LinkButton } from "~/ui/button";
import { DateInput, FieldRow, Select, TextArea, TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";

type Values = Record<
  | "name"
  | "shortName"
  | "kind"
  | "tier"
  | "parentId"
  | "role"
  | "responsibility"
  | "web"
  | "first"
  | "last"
  | "aliases",
  string
>;

type Stands = { version: number; values: Values };

/** What a refused save gives back; `now` is what stands when somebody else was first. */
export type RefusedActor = { errors: FormErrors; values: FormValues; now?: Stands };

/** An actor as its fields hold it. */
export function actorValues(actor: FoundActor): Stands {
  const { name, shortName, kind, tier, parentId, role, responsibility, web, span, names, version } = actor;
  const texts = { name, shortName, kind, tier, role, responsibility, web };
  const aliases = names.map(({ shown }) => shown).join("\n");
  const days = { first: span.from ?? "", last: lastDayOf(span) ?? "" };
  return { version, values: { ...texts, ...days, parentId: parentId ?? "", aliases } };
}

export function newActorValues(parentId: string): Stands {
  const none = { name: "", shortName: "", role: "", responsibility: "", web: "", first: "", last: "", aliases: "" };
  return { version: 0, values: { ...none, kind: parentId ? "development_centre" : "", tier: "core", parentId } };
}

const labels: Record<keyof Values, () => string> = {
  name: () => m.actors_field_name(),
  shortName: () => m.actors_short_name(),
  kind: () => m.actors_kind(),
  tier: () => m.actors_tier(),
  parentId: () => m.actors_parent(),
  role: () => m.actors_role(),
  responsibility: () => m.actors_responsibility(),
  web: () => m.actors_web(),
  first: () => m.actors_first_day(),
  last: () => m.actors_last_day(),
  aliases: () => m.actors_aliases(),
};

type Props = {
  stands: Stands;
  parents: { id: string; name: string }[];
  hasUnits: boolean;
  refused: RefusedActor | undefined;
  save: string;
  cancelTo: string;
};

/** The form of an actor or unit. */
export function ActorForm({ stands, parents, hasUnits, refused, save, cancelTo }: Props) {
  const busy = useNavigation().state === "submitting";
  const errors = refused?.errors ?? {};
  const now = refused?.now;
  const typed = (name: keyof Values) => refused?.values[name] ?? stands.values[name];
  const field = (name: keyof Values) => ({ name, label: labels[name](), error: errors[name] ?? null });
  const filled = (name: keyof Values) => ({ ...field(name), defaultValue: typed(name) });
  const words = (name: keyof Values, value: string) => shown(name, value, parents) || m.common_empty_cell();
  const differs = now
    ? (Object.keys(labels) as (keyof Values)[]).filter((name) => now.values[name] !== typed(name))
    : [];
  const version = now?.version ?? stands.version;
  return (
    <Form method="post" className="sv-form" noValidate key={version}>
      <FormProblems errors={errors} />
      {now && (
        <Note tone="warning" title={m.common_changed_meanwhile()} live>
          <dl>
            {differs.map((name) => (
              <div key={name}>
                <dt className="sv-small">{m.actors_stands_now({ field: labels[name]() })}</dt>
                <dd className="sv-lines">{words(name, now.values[name])}</dd>
              </div>
            ))}
          </dl>
        </Note>
      )}
      <input type="hidden" name="version" value={version} />
      <TextInput {...filled("name")} hint={m.actors_name_hint()} />
      <TextInput {...filled("shortName")} hint={m.actors_short_name_hint()} width="short" optional />
      <FieldRow>
        <Select
          {...filled("kind")}
          placeholder={m.actors_kind_choose()}
          options={actorKinds.map((value) => ({ value, label: kindNames[value]() }))}
        />
        <Select {...filled("tier")} options={actorTiers.map((value) => ({ value, label: tierNames[value]() }))} />
      </FieldRow>
      {hasUnits ? (
        <input type="hidden" name="parentId" value="" />
      ) : (
        <Select
          {...filled("parentId")}
          hint={m.actors_parent_hint()}
          placeholder={m.actors_parent_none()}
          options={parents.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
      )}
      <TextArea {...filled("role")} rows={3} optional />
      <TextArea {...filled("responsibility")} rows={3} optional />
      <TextInput {...filled("web")} type="url" hint={m.actors_web_hint()} optional />
      <FieldRow>
        <DateInput {...filled("first")} optional />
        <DateInput {...filled("last")} optional />
      </FieldRow>
      <TextArea {...filled("aliases")} hint={m.actors_aliases_hint()} rows={3} optional />
      <div className="sv-row">
        <Button busy={busy}>{save}</Button>
        <LinkButton to={cancelTo} variant="tertiary">
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}

/** A value in words, where it is stored as something else. */
function shown(name: keyof Values, value: string, parents: Props["parents"]): string {
  if (name === "kind") return kindNames[value as keyof typeof kindNames]?.() ?? value;
  if (name === "tier") return tierNames[value as keyof typeof tierNames]?.() ?? value;
  if (name === "parentId") return parents.find(({ id }) => id === value)?.name ?? "";
  if ((name === "first" || name === "last") && value !== "") return formatDate(value, getLocale());
  return value;
}
