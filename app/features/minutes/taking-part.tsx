import type { Fields } from "~/domain/minutes/field-merge";
import { outField, whyField } from "~/domain/minutes/item-fields";
import { seatIn } from "~/domain/minutes/taking-part";
import { seatOf } from "~/features/minutes/live-facts";
import type { LiveParts } from "~/features/minutes/live-parts";
import { seatsOf } from "~/features/minutes/live-presence";
import type { LiveItem, LivePresence } from "~/features/minutes/live-state.view.server";
import { seatName } from "~/features/minutes/minutes-words";
import { m } from "~/i18n/messages/messages";

type Part = "in" | "out" | "came" | "left";

/** Who of those there takes part in this case: one who is disqualified, came for it or left before it. */
export function TakingPart({
  item,
  fields,
  write,
  ...parts
}: LiveParts & { item: LiveItem; fields: Fields; write: (changes: Fields) => void }) {
  const { items, writing } = parts;
  const order = items.map(({ id }) => id);
  const seats = seatsOf(parts).filter((seat) => seat.fields.state === "present" && seat.group !== "guest");
  const out = new Set(seats.flatMap(({ id }) => (fields[outField(id)] === "yes" ? [id] : [])));
  const where = (seat: LivePresence) => seatIn(seatOf(seat), item.id, order, out);
  const some = seats.filter((seat) => where(seat) === "in").length;
  if (seats.length === 0) return null;
  const pick = (seat: LivePresence, now: Part, was: Part) => {
    write({ [outField(seat.id)]: now === "out" ? "yes" : "" });
    const moved: Fields = {
      ...((now === "came" || was === "came") && { cameAtId: now === "came" ? item.id : "" }),
      ...((now === "left" || was === "left") && { leftAtId: now === "left" ? item.id : "" }),
    };
    if (Object.keys(moved).length > 0) writing.store.change(`presence:${seat.id}`, moved);
  };
  return (
    <details className="sv-takes" open={some < seats.length || undefined}>
      <summary>
        {m.minutes_taking_part()}
        <span className="sv-quiet">
          {some === seats.length
            ? m.minutes_taking_part_all({ n: some })
            : m.minutes_taking_part_some({ some, all: seats.length })}
        </span>
      </summary>
      <ul>
        {seats.map((seat) => {
          const part = partOf(seat, item.id, out.has(seat.id));
          const at = where(seat);
          const away = at === "not-come" || (at === "gone" && part !== "left");
          return (
            <li key={seat.id}>
              <label htmlFor={`part-${seat.id}`}>{seatName(seat)}</label>
              <input type="hidden" name={`was.${seat.id}`} value={part} />
              <select
                id={`part-${seat.id}`}
                name={`part.${seat.id}`}
                className="ds-input"
                value={part}
                onChange={(event) => pick(seat, event.currentTarget.value as Part, part)}
              >
                <option value="in">
                  {away ? (at === "gone" ? m.minutes_part_gone() : m.minutes_part_not_come()) : m.minutes_part_in()}
                </option>
                <option value="out">{m.minutes_part_out()}</option>
                <option value="came">{m.minutes_part_came()}</option>
                <option value="left">{m.minutes_part_left()}</option>
              </select>
              {part === "out" && (
                <input
                  className="ds-input"
                  name={`why.${seat.id}`}
                  aria-label={m.minutes_part_why({ who: seatName(seat) })}
                  placeholder={m.minutes_part_why({ who: seatName(seat) })}
                  maxLength={200}
                  value={fields[whyField(seat.id)] ?? ""}
                  onChange={(event) => write({ [whyField(seat.id)]: event.currentTarget.value })}
                />
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function partOf({ fields }: LivePresence, itemId: string, out: boolean): Part {
  if (out) return "out";
  if (fields.cameAtId === itemId) return "came";
  return fields.leftAtId === itemId ? "left" : "in";
}
