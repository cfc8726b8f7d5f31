import { Link } from "@remix-run/react";
import { type MouseEvent, useId } from "react";
import { quorumOf } from "~/domain/minutes/taking-part";
import type { LiveParts } from "~/features/minutes/live-parts";
import type { LivePresence as Seat } from "~/features/minutes/live-state.view.server";
import { itemShort, listWords, seatName } from "~/features/minutes/minutes-words";
import { fieldsIn } from "~/features/minutes/use-live";
import { m } from "~/i18n/messages/messages";
import { StateGlyph } from "~/ui/state";
import { Tag } from "~/ui/tag";

/** Those on the list with what is written of them here, and guests the server does not have yet. */
export function seatsOf({ writing }: Pick<LiveParts, "writing">): Seat[] {
  const { state, pending } = writing;
  const known = state.presences
    .filter(({ id }) => !pending[`unseat:${id}`])
    .map((seat) => ({ ...seat, fields: fieldsIn(writing, `presence:${seat.id}`) }));
  const added = Object.entries(pending).flatMap(([target, { fields }]): Seat[] => {
    const id = /^guest:(.+)$/.exec(target)?.[1];
    if (!id || known.some((seat) => seat.id === id)) return [];
    return [
      { id, votes: false, memberId: null, group: "guest", substituteId: null, fields: { ...fields, state: "present" } },
    ];
  });
  return [...known, ...added];
}

/** Who is there, to the right of the case. */
export function LivePresence(parts: LiveParts) {
  const heading = useId();
  const { writing, view, items, pathTo, goTo } = parts;
  const seats = seatsOf(parts);
  const there = seats.filter(({ fields }) => fields.state === "present");
  const names = (state: string) => seats.filter(({ fields }) => fields.state === state).map(seatName);
  const [absent, unknown] = [names("absent"), names("unknown")];
  const groups = (["municipality", "actor", "other", "guest"] as const).map((group) => ({
    group,
    all: seats.filter((seat) => seat.group === group),
    some: there.filter((seat) => seat.group === group),
  }));
  const voting = seats.filter(({ votes }) => votes);
  const quorum = quorumOf(
    view.body.quorum,
    voting.length,
    voting.filter(({ fields }) => fields.state === "present").length,
  );
  return (
    <aside className="sv-panel sv-att" aria-labelledby={heading}>
      <div className="sv-panel__head">
        <h2 id={heading}>{m.minutes_presence()}</h2>
        {writing.state.state === "live" && (
          <Link
            to={pathTo("presence")}
            preventScrollReset
            onClick={(event: MouseEvent) => {
              if (!writing.alive || event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              goTo("presence");
            }}
          >
            {m.minutes_presence_change()}
          </Link>
        )}
      </div>
      <p className="sv-att__quorum" data-tone={quorum.met ? undefined : "warning"}>
        {quorum.met
          ? m.minutes_quorum_met({ some: quorum.there, all: quorum.members })
          : m.minutes_quorum_missing({ some: quorum.there, all: quorum.members, needed: quorum.needed })}
      </p>
      {groups.map(({ group, all, some }) =>
        some.length === 0 ? null : (
          <section key={group}>
            <h3 className="sv-att__h">
              <span>{groupNames[group]()}</span>
              {group !== "guest" && (
                <span className="sv-num">{m.minutes_present_of({ some: some.length, all: all.length })}</span>
              )}
            </h3>
            <ul>
              {some.map((seat) => (
                <li key={seat.id}>
                  <StateGlyph state="done" />
                  <span>
                    <b>{seatName(seat)}</b>
                    {seat.fields.chair === "yes" && (
                      <>
                        {" "}
                        <Tag>{m.minutes_chair()}</Tag>
                      </>
                    )}
                    <Who seat={seat} />
                    <Moves seat={seat} items={items} view={view} />
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
      <Names title={m.minutes_group_absent()} names={absent} />
      <Names title={m.minutes_group_unknown()} names={unknown} />
    </aside>
  );
}

export const groupNames = {
  municipality: m.minutes_group_municipality,
  actor: m.minutes_group_actor,
  other: m.minutes_group_actor,
  guest: m.minutes_group_guest,
};

/** The office, or "X for the office". */
function Who({ seat: { fields } }: { seat: Seat }) {
  const { substitute, name, represents } = fields;
  if (substitute)
    return (
      <small>
        {substitute} <b>{m.minutes_for()}</b> {name}
      </small>
    );
  return represents && name && name !== represents ? <small>{name}</small> : null;
}

function Moves({ seat: { fields }, items, view }: { seat: Seat } & Pick<LiveParts, "items" | "view">) {
  const said = (["cameAtId", "leftAtId"] as const).flatMap((name) => {
    const item = items.find(({ id }) => id === fields[name]);
    if (!item) return [];
    const words = itemShort(item, items, view.texts[item.id]).replace(/, .*$/, "");
    return [name === "cameAtId" ? m.minutes_came_at({ case: words }) : m.minutes_left_at({ case: words })];
  });
  return said.length > 0 ? <small>{said.join(", ")}</small> : null;
}

function Names({ title, names }: { title: string; names: string[] }) {
  if (names.length === 0) return null;
  return (
    <section className="sv-att__rest">
      <h3 className="sv-att__h">
        <span>{title}</span>
        <span className="sv-num">{names.length}</span>
      </h3>
      <p className="sv-att__out">{listWords(names)}</p>
    </section>
  );
}
