import { Form, Link } from "@remix-run/react";
import { type FormEvent, useRef } from "react";
import { closingFaults } from "~/domain/minutes/closing";
import { treatedOf } from "~/features/minutes/live-facts";
import type { LiveParts } from "~/features/minutes/live-parts";
import { itemShort } from "~/features/minutes/minutes-words";
import { fieldsIn } from "~/features/minutes/use-live";
import { asSentence } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { Note } from "~/ui/note";

/** Before the meeting is ended: what stands against it, else what it does. */
export function ClosingPanel({ writing, view, items, pathTo, action }: LiveParts & { action: string }) {
  const saved = useRef(false);
  const presences = writing.state.presences.map((seat) => ({
    ...seat,
    fields: fieldsIn(writing, `presence:${seat.id}`),
  }));
  const treated = treatedOf({ items, presences });
  const faults = closingFaults(treated.items, treated.seats);
  if (faults.length > 0)
    return (
      <Note tone="warning" title={m.minutes_closing_title()} live>
        <ul className="sv-points">
          {faults.map(({ itemId, fault }) => {
            const item = items.find(({ id }) => id === itemId);
            const name = item ? asSentence(itemShort(item, items, view.texts[itemId])) : "";
            return (
              <li key={itemId}>
                <Link className="sv-link" to={pathTo(itemId)} preventScrollReset>
                  {faultNames[fault]({ case: name })}
                </Link>
              </li>
            );
          })}
        </ul>
      </Note>
    );
  const count = (fits: (fields: Record<string, string>) => boolean) =>
    items.filter(({ fields }) => fits(fields)).length;
  const postponed = count(({ outcome }) => outcome === "postponed");
  const passed = count(({ passOnToId, outcome }) => Boolean(passOnToId) && outcome !== "postponed");
  const untreated = items.filter(({ id, fields }) => {
    const kind = view.texts[id]?.kind;
    return fields.outcome === "not_treated" && kind !== "opening" && kind !== "other";
  });
  const unknown = presences.filter(({ fields }) => fields.state === "unknown").length;
  const form = "close-meeting";
  return (
    <Confirm
      title={m.minutes_closing_ask()}
      cancel={{ label: m.common_cancel(), to: action }}
      action={
        <Form
          id={form}
          method="post"
          action={action}
          onSubmit={async (event: FormEvent<HTMLFormElement>) => {
            if (!writing.alive || saved.current || Object.keys(writing.pending).length === 0) return;
            event.preventDefault();
            const sent = event.currentTarget;
            const button = (event.nativeEvent as SubmitEvent).submitter;
            // What is written is saved first; what cannot be keeps the meeting open.
            saved.current = await writing.store.flush();
            if (saved.current) sent.requestSubmit(button);
          }}
        >
          <Button name="intent" value="close">
            {m.minutes_close()}
          </Button>
        </Form>
      }
    >
      <ul className="sv-points">
        <li>{m.minutes_closing_locks()}</li>
        {postponed > 0 && <li>{m.minutes_closing_postponed({ n: postponed })}</li>}
        {passed > 0 && <li>{m.minutes_closing_passed({ n: passed })}</li>}
        {unknown > 0 && <li>{m.minutes_closing_unknown({ n: unknown })}</li>}
      </ul>
      {untreated.length > 0 && (
        <fieldset className="ds-fieldset sv-choices" aria-describedby="drop-why">
          <legend className="ds-label">{m.minutes_closing_untreated({ n: untreated.length })}</legend>
          <p className="sv-hinttext" id="drop-why">
            {m.minutes_closing_untreated_why()}
          </p>
          {untreated.map((item) => (
            <div key={item.id} className="ds-field sv-toggle">
              <input
                type="checkbox"
                className="ds-input"
                form={form}
                name="drop"
                value={item.id}
                id={`drop-${item.id}`}
              />
              <label className="ds-label" htmlFor={`drop-${item.id}`}>
                {m.minutes_closing_drop({ case: itemShort(item, items, view.texts[item.id]) })}
              </label>
            </div>
          ))}
        </fieldset>
      )}
    </Confirm>
  );
}

const faultNames = {
  "no-outcome": m.minutes_closing_no_outcome,
  "no-decision": m.minutes_closing_no_decision,
  "too-many": m.minutes_closing_too_many,
  negative: m.minutes_closing_too_many,
  missing: m.minutes_closing_missing,
};
