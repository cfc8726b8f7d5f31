import { useState } from "react";
import { basesOf, type Fields } from "~/domain/minutes/field-merge";
import type { LiveRefusal } from "~/features/minutes/answer-live-form.server";
import type { LiveParts } from "~/features/minutes/live-parts";
import type { LiveItem } from "~/features/minutes/live-state.view.server";
import { dayInLine, faultWords } from "~/features/minutes/minutes-words";
import { fieldsIn } from "~/features/minutes/use-live";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { FieldError } from "~/ui/fields";
import { StateGlyph } from "~/ui/state";

type Shown = { id: string; fields: Fields; stored: Fields | null };

/** What is to be done after the decision, by whom and by when. Lines are written where they stand. */
export function FollowUps({
  item,
  live,
  refusal,
  ...parts
}: LiveParts & { item: LiveItem; live: boolean; refusal: LiveRefusal | null }) {
  const { writing, view } = parts;
  const { store, alive, pending } = writing;
  const [open, setOpen] = useState<string | null>(null);
  const prefix = `follow:${item.id}:`;
  const known: Shown[] = item.followUps.map(({ id, fields }) => ({
    id,
    fields: fieldsIn(writing, prefix + id),
    stored: fields,
  }));
  const added: Shown[] = Object.entries(pending)
    .filter(([target]) => target.startsWith(prefix))
    .map(([target, { fields }]) => ({ id: target.slice(prefix.length), fields, stored: null }))
    .filter(({ id }) => !known.some((one) => one.id === id));
  // Without script one line stands open for what is new.
  const shown = [...known, ...added].filter(({ id, fields, stored }) => id === open || stored === null || fields.words);
  if (open && !shown.some(({ id }) => id === open)) shown.push({ id: open, fields: {}, stored: null });
  const remove = (id: string) => {
    store.change(prefix + id, { words: "" });
    if (open === id) setOpen(null);
  };
  return (
    <section className="sv-case__words" aria-labelledby="follow-title">
      <h3 id="follow-title">{m.minutes_follow_ups()}</h3>
      <datalist id="follow-who">
        {view.actors.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <ul className="sv-follow">
        {shown.map(({ id, fields, stored }, at) =>
          live && (open === id || !alive) ? (
            <Line
              key={id}
              name={`follow.${at}`}
              id={stored ? id : ""}
              fields={fields}
              stored={stored}
              faults={writing.faults[prefix + id] ?? {}}
              focused={open === id}
              onWrite={(changes) => store.change(prefix + id, changes)}
              remove={stored ? { value: `drop:${id}:${item.id}`, ...(alive && { onClick: () => remove(id) }) } : null}
            />
          ) : (
            <li key={id}>
              <StateGlyph state="planned" />
              <span>
                {live ? (
                  <button type="button" className="sv-follow__open" onClick={() => setOpen(id)}>
                    {fields.words}
                  </button>
                ) : (
                  fields.words
                )}
              </span>
              {fields.responsible && <span className="sv-chip">{fields.responsible}</span>}
              {fields.dueOn && /^\d{4}-\d{2}-\d{2}$/.test(fields.dueOn) && (
                <span className="sv-quiet sv-num">{dayInLine(fields.dueOn)}</span>
              )}
            </li>
          ),
        )}
        {live && !alive && (
          <Line
            name={`follow.${shown.length}`}
            id=""
            fields={newLine(refusal, shown.length)}
            stored={null}
            faults={refusal?.faults.words ? { words: refusal.faults.words } : {}}
            focused={false}
            onWrite={() => {}}
            remove={null}
          />
        )}
      </ul>
      {live && alive && (
        <button
          type="button"
          className="sv-link sv-follow__add"
          onClick={() => setOpen(crypto.randomUUID?.() ?? randomId())}
        >
          {m.minutes_follow_add()}
        </button>
      )}
    </section>
  );
}

function newLine(refusal: LiveRefusal | null, at: number): Fields {
  const value = (name: string) => refusal?.values[`follow.${at}.${name}`] ?? "";
  return { words: value("words"), responsible: value("responsible"), dueOn: value("dueOn") };
}

/** An id where the page has no secure context to make one in. */
function randomId(): string {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

type LineProps = {
  name: string;
  /** Empty for one that is not there yet. */
  id: string;
  fields: Fields;
  stored: Fields | null;
  faults: Record<string, "too-long" | "not-known" | "not-a-number" | "too-many" | "negative" | "empty">;
  focused: boolean;
  onWrite: (changes: Fields) => void;
  remove: { value: string; onClick?: () => void } | null;
};

function Line({ name, id, fields, stored, faults, focused, onWrite, remove }: LineProps) {
  const input = (field: "words" | "responsible" | "dueOn", label: string) => (
    <label className="sv-follow__field" data-field={field}>
      <span className="sv-small sv-quiet">{label}</span>
      <input
        className="ds-input"
        name={`${name}.${field}`}
        type={field === "dueOn" ? "date" : "text"}
        {...(field === "responsible" && { list: "follow-who" })}
        {...(focused ? { value: fields[field] ?? "" } : { defaultValue: fields[field] ?? "" })}
        // biome-ignore lint/a11y/noAutofocus: the line was just asked for.
        autoFocus={focused && field === "words"}
        aria-invalid={faults[field] ? true : undefined}
        onChange={(event) => onWrite({ [field]: event.currentTarget.value })}
      />
      <FieldError id={`${name}.${field}`}>
        {faults[field] && (field === "dueOn" ? m.minutes_fault_day() : faultWords(faults[field]))}
      </FieldError>
    </label>
  );
  return (
    <li data-edit>
      <input type="hidden" name={name} value={id} />
      <input type="hidden" name={`${name}.bases`} value={JSON.stringify(basesOf(stored ?? {}))} />
      {input("words", m.minutes_follow_words())}
      {input("responsible", m.minutes_follow_who())}
      {input("dueOn", m.minutes_follow_when())}
      {remove && (
        <Button
          variant="tertiary"
          icon="trash"
          iconOnly
          name="intent"
          value={remove.value}
          {...(remove.onClick && { type: "button", onClick: remove.onClick })}
        >
          {m.minutes_follow_remove({ words: fields.words ?? "" })}
        </Button>
      )}
    </li>
  );
}
