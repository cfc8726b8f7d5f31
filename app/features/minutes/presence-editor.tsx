import { Form } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { basesOf, type Fields } from "~/domain/minutes/field-merge";
import type { LiveRefusal } from "~/features/minutes/answer-live-form.server";
import { LiveConflicts } from "~/features/minutes/live-conflicts";
import type { LiveParts } from "~/features/minutes/live-parts";
import { seatsOf } from "~/features/minutes/live-presence";
import type { LivePresence } from "~/features/minutes/live-state.view.server";
import { faultWords, seatName } from "~/features/minutes/minutes-words";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { FieldError } from "~/ui/fields";

/** Everybody on the list of the meeting: there, or not and why, or somebody for them. */
export function PresenceEditor({ refusal: any, ...parts }: LiveParts & { refusal: LiveRefusal | null }) {
  const { writing, items, pathTo, goTo } = parts;
  const { store, alive, state } = writing;
  const refusal = any && !any.values.item ? any : null;
  const seats = seatsOf(parts);
  const stored = new Map(state.presences.map((seat) => [seat.id, seat.fields]));
  const [guest, setGuest] = useState({ name: "", represents: "" });
  const unknown = seats.filter(({ fields }) => fields.state === "unknown");
  const first = items[0];
  const addGuest = () => {
    if (guest.name.trim() === "") return;
    store.change(`guest:${crypto.randomUUID()}`, guest);
    setGuest({ name: "", represents: "" });
  };
  return (
    <article className="sv-case" aria-labelledby="case-title">
      <header>
        <h2 id="case-title" tabIndex={-1}>
          {m.minutes_presence()}
        </h2>
        <p className="sv-quiet">{m.minutes_presence_intro()}</p>
      </header>
      <LiveConflicts {...parts} of={["presence:"]} />
      <Form
        method="post"
        action={pathTo("presence")}
        className="sv-seats"
        onSubmit={(event: FormEvent) => {
          if (!alive) return;
          event.preventDefault();
          addGuest();
          void store.flush();
        }}
        preventScrollReset
        noValidate
      >
        <input type="hidden" name="intent" value="presence" />
        {unknown.length > 0 && (
          <Button
            variant="secondary"
            icon="check"
            name="all"
            value="present"
            {...(alive && {
              type: "button",
              onClick: () => {
                for (const { id } of unknown) store.change(`presence:${id}`, { state: "present" });
              },
            })}
          >
            {m.minutes_all_present()}
          </Button>
        )}
        <ul>
          {seats.map((seat) => (
            <Seat
              key={seat.id}
              seat={{ ...seat, fields: typedIn(refusal, seat) }}
              bases={basesOf(stored.get(seat.id) ?? {})}
              parts={parts}
              write={(changes) => store.change(`presence:${seat.id}`, changes)}
            />
          ))}
        </ul>
        <fieldset className="sv-seats__guest">
          <legend className="ds-sr-only">{m.minutes_group_guest()}</legend>
          <label>
            <span className="ds-label">{m.minutes_guest_name()}</span>
            <input
              className="ds-input"
              name="guest"
              maxLength={200}
              value={alive ? guest.name : undefined}
              onChange={(event) => setGuest({ ...guest, name: event.currentTarget.value })}
            />
          </label>
          <label>
            <span className="ds-label">{m.minutes_guest_of()}</span>
            <input
              className="ds-input"
              name="guestOf"
              maxLength={200}
              value={alive ? guest.represents : undefined}
              onChange={(event) => setGuest({ ...guest, represents: event.currentTarget.value })}
            />
          </label>
          <Button variant="secondary" icon="plus" {...(alive && { type: "button", onClick: addGuest })}>
            {m.minutes_guest_add()}
          </Button>
        </fieldset>
        <div className="sv-casenav">
          <span />
          <span className="sv-casenav__on">
            {!alive && (
              <Button variant="secondary" name="go" value="presence">
                {m.minutes_save()}
              </Button>
            )}
            {first && (
              <Button name="go" value={first.id} {...(alive && { type: "button", onClick: () => goTo(first.id) })}>
                {m.minutes_to_cases()}
              </Button>
            )}
          </span>
        </div>
      </Form>
    </article>
  );
}

function typedIn(refusal: LiveRefusal | null, { id, fields }: LivePresence): Fields {
  if (!refusal) return fields;
  const value = (name: string) => refusal.values[`${name}.${id}`] ?? fields[name] ?? "";
  return { ...fields, state: value("state"), reason: value("reason"), substitute: value("substitute") };
}

type SeatProps = {
  seat: LivePresence;
  bases: Record<string, readonly string[]>;
  parts: LiveParts;
  write: (changes: Fields) => void;
};

function Seat({ seat, bases, parts: { writing, view }, write }: SeatProps) {
  const { id, fields, memberId, group } = seat;
  const who = seatName(seat);
  const faults = writing.faults[`presence:${id}`] ?? {};
  const deputies = view.deputies[memberId ?? ""] ?? [];
  const { state } = fields;
  const text = (name: "reason" | "substitute", label: string, list?: string) => (
    <label className="sv-seat__text">
      <span className="ds-sr-only">{`${label}, ${who}`}</span>
      <input
        className="ds-input"
        name={`${name}.${id}`}
        placeholder={label}
        list={list}
        maxLength={200}
        value={fields[name] ?? ""}
        aria-invalid={faults[name] ? true : undefined}
        onChange={(event) => write({ [name]: event.currentTarget.value })}
      />
      <FieldError id={`${name}.${id}`}>{faults[name] && faultWords(faults[name])}</FieldError>
    </label>
  );
  if (group === "guest")
    return (
      <li className="sv-seat" data-guest>
        <span className="sv-seat__who">
          <b>{fields.name}</b>
          {fields.represents && <small>{fields.represents}</small>}
        </span>
        <Button
          variant="tertiary"
          icon="trash"
          iconOnly
          name="intent"
          value={`unseat:${id}`}
          {...(writing.alive && {
            type: "button",
            onClick: () => writing.store.change(`unseat:${id}`, { gone: "yes" }),
          })}
        >
          {m.minutes_guest_remove({ who: fields.name ?? "" })}
        </Button>
      </li>
    );
  return (
    <li className="sv-seat">
      <input type="hidden" name={`seat.${id}`} value={JSON.stringify(bases)} />
      {/* biome-ignore lint/a11y/useSemanticElements: a legend does not stand on a line with what it names. */}
      <div className="sv-seat__state" role="group" aria-label={who}>
        <span className="sv-seat__who">
          <b>{who}</b>
          {fields.name !== who && <small>{fields.name}</small>}
        </span>
        {(["present", "absent"] as const).map((each) => (
          <label key={each} className="sv-pickone">
            <input
              type="radio"
              className="ds-input"
              name={`state.${id}`}
              value={each}
              checked={state === each}
              onChange={() => write({ state: each })}
            />
            {each === "present" ? m.minutes_state_present() : m.minutes_state_absent()}
          </label>
        ))}
        <label className="sv-pickone" hidden={writing.alive && state !== "present"}>
          <input
            type="radio"
            className="ds-input"
            name="chair"
            value={id}
            checked={fields.chair === "yes"}
            onChange={() => write({ chair: "yes" })}
          />
          {m.minutes_is_chair()}
        </label>
      </div>
      {(!writing.alive || state === "present" || (fields.substitute && state !== "absent")) &&
        text("substitute", m.minutes_substitute(), `deputies-${id}`)}
      {(!writing.alive || state === "absent") && text("reason", m.minutes_reason())}
      {deputies.length > 0 && (
        <datalist id={`deputies-${id}`}>
          {deputies.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </li>
  );
}
