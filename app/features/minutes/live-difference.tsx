import { useState } from "react";
import type { Fields } from "~/domain/minutes/field-merge";
import { diffLines } from "~/domain/shared/line-diff";
import type { LiveView } from "~/features/minutes/live.view.server";
import type { LivePresence } from "~/features/minutes/live-state.view.server";
import { clockIn, outcomeName, seatName } from "~/features/minutes/minutes-words";
import { m } from "~/i18n/messages/messages";
import { Button, LinkButton } from "~/ui/button";
import { Note } from "~/ui/note";

type Props = {
  id: string | undefined;
  names: string[];
  theirs: Fields;
  mine: Fields;
  by: string | null;
  at: string | null;
  view: LiveView;
  presences: LivePresence[];
  /** With script the buttons act here; without, one sends the form again and the other opens the page anew. */
  scripted: boolean;
  reload: string;
  onSettle: (mine: boolean) => void;
};

/** What another has saved beside what is written here, field by field, and the two ways on. */
export default function LiveDifference({ id, names, theirs, mine, by, at, view, presences, ...ways }: Props) {
  const { scripted, reload, onSettle } = ways;
  // What was written when it was found; typing on does not change what is compared.
  const [written] = useState(mine);
  const title =
    by && at ? m.minutes_difference_title({ by, time: clockIn(at, view.zone) }) : m.minutes_difference_someone();
  const shown = (name: string, text = "") => valueWords(name, text, view) || m.minutes_empty_text();
  return (
    <Note tone="warning" title={title} live>
      <div className="sv-stack" id={id}>
        <p>{m.minutes_difference_why()}</p>
        {names.map((name) => (
          <section key={name}>
            <h4 className="sv-small">{fieldName(name, presences)}</h4>
            <p className="sv-diff">
              {diffLines(shown(name, theirs[name]), shown(name, written[name])).map(({ kind, text }, index) => {
                const key = `${index}${kind}`;
                if (kind === "removed") return <del key={key}>{text || " "}</del>;
                return kind === "added" ? <ins key={key}>{text || " "}</ins> : <span key={key}>{text || " "}</span>;
              })}
            </p>
          </section>
        ))}
        <p className="sv-small sv-quiet">
          <del>{m.minutes_difference_theirs()}</del> · <ins>{m.minutes_difference_mine()}</ins>
        </p>
        <div className="sv-row">
          <Button
            small
            variant="secondary"
            {...(scripted ? { type: "button" as const, onClick: () => onSettle(true) } : { form: "item-form" })}
          >
            {m.minutes_keep_mine()}
          </Button>
          {scripted ? (
            <Button small variant="secondary" type="button" onClick={() => onSettle(false)}>
              {m.minutes_take_theirs()}
            </Button>
          ) : (
            <LinkButton small variant="secondary" to={reload} reloadDocument>
              {m.minutes_take_theirs()}
            </LinkButton>
          )}
        </div>
      </div>
    </Note>
  );
}

const names: Record<string, () => string> = {
  decision: m.minutes_decision,
  notes: m.minutes_notes,
  outcome: m.minutes_outcome,
  unanimous: m.minutes_vote,
  votesFor: m.minutes_votes_for_n,
  votesAgainst: m.minutes_votes_against_n,
  passOnToId: m.minutes_pass_on_which,
  state: m.minutes_presence,
  reason: m.minutes_reason,
  substitute: m.minutes_substitute,
  chair: m.minutes_chair,
  words: m.minutes_follow_words,
  responsible: m.minutes_follow_who,
  dueOn: m.minutes_follow_when,
};

function fieldName(name: string, presences: LivePresence[]): string {
  const [part = "", id] = name.split(".");
  const seat = presences.find((each) => each.id === id);
  if (seat && part === "why") return m.minutes_part_why({ who: seatName(seat) });
  return seat ? seatName(seat) : (names[part]?.() ?? part);
}

/** What a field says, in words where it is a choice. */
function valueWords(name: string, text: string, view: LiveView): string {
  if (name === "outcome") return outcomeName(text);
  if (name === "unanimous")
    return text === "yes" ? m.minutes_unanimous() : text === "no" ? m.minutes_votes_against() : "";
  if (name === "passOnToId") return view.bodies.find(({ id }) => id === text)?.name ?? "";
  if (name === "state") return { present: m.minutes_state_present(), absent: m.minutes_state_absent() }[text] ?? "";
  if (name.startsWith("out.")) return text === "yes" ? m.minutes_part_out() : m.minutes_part_in();
  return text;
}
