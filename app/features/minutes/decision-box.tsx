import { addedWords } from "~/domain/minutes/added-words";
import type { Fields } from "~/domain/minutes/field-merge";
import { outField } from "~/domain/minutes/item-fields";
import { outcomes, votersIn } from "~/domain/minutes/taking-part";
import { seatOf } from "~/features/minutes/live-facts";
import type { LiveParts } from "~/features/minutes/live-parts";
import { seatsOf } from "~/features/minutes/live-presence";
import type { LiveItem } from "~/features/minutes/live-state.view.server";
import { dayInLine, faultWords, outcomeNames } from "~/features/minutes/minutes-words";
import type { FieldFault } from "~/features/minutes/save-item.server";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { FieldError } from "~/ui/fields";
import { Icon } from "~/ui/icon";

type Props = LiveParts & {
  item: LiveItem;
  fields: Fields;
  faults: Record<string, FieldFault>;
  proposal: string;
  write: (changes: Fields) => void;
};

/** What was decided, how, and whether it goes on: the words marked where they are not the proposal's. */
export function DecisionBox({ item, fields, faults, proposal, write, ...parts }: Props) {
  const { writing, view, items } = parts;
  const seats = seatsOf(parts);
  const out = new Set(seats.flatMap(({ id }) => (fields[outField(id)] === "yes" ? [id] : [])));
  const order = items.map(({ id }) => id);
  const able = votersIn(seats.map(seatOf), item.id, order, out);
  const { outcome = "", decision = "", unanimous = "" } = fields;
  const decided = outcome === "" || outcome === "as_proposed" || outcome === "changed";
  const typed = (text: string) => {
    const now: Fields = { decision: text };
    // What is no longer as proposed is decided with changes, and the other way about.
    if (outcome === "as_proposed" && text.trim() !== proposal.trim()) now.outcome = "changed";
    if (outcome === "changed" && proposal.trim() !== "" && text.trim() === proposal.trim()) now.outcome = "as_proposed";
    write(now);
  };
  const agreeing = (agrees: boolean) => item.answers.filter((one) => one.agrees === agrees).length;
  const [yes, no] = [agreeing(true), agreeing(false)];
  const noted = m.minutes_noted_text({}, { locale: view.standard });
  return (
    <section className="sv-decide" aria-labelledby="decision-title">
      <div className="sv-decide__h">
        <h3 id="decision-title">
          <Icon name="gavel" size={18} />
          <label htmlFor="decision">{m.minutes_decision()}</label>
        </h3>
        <span className="sv-row">
          {proposal && (
            <Button
              small
              variant="tertiary"
              accent
              name="use"
              value="proposal"
              {...(writing.alive && {
                type: "button",
                onClick: () => write({ decision: proposal, outcome: "as_proposed", unanimous: unanimous || "yes" }),
              })}
            >
              {m.minutes_use_proposal()}
            </Button>
          )}
          {!proposal && (
            <Button
              small
              variant="tertiary"
              accent
              name="use"
              value="noted"
              {...(writing.alive && {
                type: "button",
                onClick: () => write({ decision: decision.trim() === "" ? noted : decision, outcome: "noted" }),
              })}
            >
              {m.minutes_note_it()}
            </Button>
          )}
        </span>
      </div>
      <div className="sv-decide__t">
        {/* It lies under what is written, gives it its height, and marks what the proposal does not have. */}
        <div aria-hidden="true">
          {addedWords(proposal, decision).map(({ text, added }, at) => {
            const key = `${at}`;
            return added ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
          })}{" "}
        </div>
        <textarea
          id="decision"
          name="decision"
          value={decision}
          rows={3}
          aria-invalid={faults.decision ? true : undefined}
          onChange={(event) => typed(event.currentTarget.value)}
        />
      </div>
      <FieldError id="decision">{faults.decision && faultWords(faults.decision)}</FieldError>
      <fieldset className="sv-decide__f">
        <legend className="ds-sr-only">{m.minutes_outcome()}</legend>
        <span className="sv-quiet" aria-hidden="true">
          {m.minutes_outcome()}
        </span>
        {outcomes.map((each) => (
          <Radio
            key={each}
            name="outcome"
            value={each}
            label={outcomeNames[each]()}
            checked={outcome === each}
            onPick={() => write({ outcome: each })}
          />
        ))}
        {outcome === "postponed" && <p className="sv-small sv-quiet">{m.minutes_postponed_why()}</p>}
      </fieldset>
      <fieldset className="sv-decide__f" hidden={writing.alive && !decided}>
        <legend className="ds-sr-only">{m.minutes_vote()}</legend>
        <span className="sv-quiet" aria-hidden="true">
          {m.minutes_vote()}
        </span>
        <Radio
          name="unanimous"
          value="yes"
          label={m.minutes_unanimous()}
          checked={unanimous === "yes"}
          onPick={() => write({ unanimous: "yes" })}
        />
        <Radio
          name="unanimous"
          value="no"
          label={m.minutes_votes_against()}
          checked={unanimous === "no"}
          onPick={() => write({ unanimous: "no" })}
        />
        <span className="sv-decide__votes" hidden={writing.alive && unanimous !== "no"}>
          {(["votesFor", "votesAgainst"] as const).map((name) => (
            <label key={name} className="sv-decide__count">
              {name === "votesFor" ? m.minutes_votes_for_n() : m.minutes_votes_against_n()}
              <input
                id={name}
                name={name}
                className="ds-input"
                inputMode="numeric"
                maxLength={4}
                value={fields[name] ?? ""}
                aria-invalid={faults[name] ? true : undefined}
                aria-describedby={faults[name] ? "votes-error" : "votes-able"}
                onChange={(event) => write({ [name]: event.currentTarget.value })}
              />
            </label>
          ))}
        </span>
        <span id="votes-able" className="sv-small sv-quiet">
          {m.minutes_able({ n: able })}
        </span>
        <FieldError id="votes">
          {(faults.votesFor ?? faults.votesAgainst) &&
            faultWords(faults.votesFor ?? faults.votesAgainst ?? "empty", able)}
        </FieldError>
      </fieldset>
      {view.minutes.electronic && (
        <p className="sv-decide__f sv-decide__answers">
          <span>{m.minutes_electronic_tally({ yes, no, none: Math.max(0, able - yes - no) })}</span>
          {writing.alive && yes + no > 0 && (
            <Button
              small
              variant="tertiary"
              accent
              type="button"
              onClick={() =>
                write(no === 0 ? { unanimous: "yes" } : { unanimous: "no", votesFor: `${yes}`, votesAgainst: `${no}` })
              }
            >
              {m.minutes_electronic_use()}
            </Button>
          )}
        </p>
      )}
      <PassOn {...{ view, fields, write }} />
    </section>
  );
}

type RadioProps = { name: string; value: string; label: string; checked: boolean; onPick: () => void };

function Radio({ name, value, label, checked, onPick }: RadioProps) {
  return (
    <label className="sv-pickone">
      <input type="radio" className="ds-input" name={name} value={value} checked={checked} onChange={onPick} />
      {label}
    </label>
  );
}

/** The body it goes on to: the one after this stands first, with the day it meets. */
function PassOn({ view, fields, write }: Pick<Props, "view" | "fields" | "write">) {
  if (view.bodies.length === 0) return null;
  return (
    <div className="sv-decide__f">
      <input type="hidden" name="passOnShown" value="yes" />
      <label className="sv-decide__count">
        {m.minutes_pass_on_which()}
        <select
          name="passOnToId"
          className="ds-input"
          value={fields.passOnToId ?? ""}
          onChange={(event) => write({ passOnToId: event.currentTarget.value })}
        >
          <option value="">{m.minutes_pass_on_nowhere()}</option>
          {view.bodies.map(({ id, name, day }) => (
            <option key={id} value={id}>
              {day ? `${name}, ${dayInLine(day)}` : name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
