import { Form } from "@remix-run/react";
import { useEffect, useState } from "react";
import { type Comer, countComers } from "~/domain/attendance/coming";
import { instantToLocal } from "~/domain/shared/local-time";
import type { AttendanceView } from "~/features/attendance/attendance.view.server";
import { isFound, placeWords, standingWords } from "~/features/attendance/attendance-words";
import { type Door, useDoor } from "~/features/attendance/door";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { FieldError } from "~/ui/fields";
import { Icon } from "~/ui/icon";

type Props = { view: AttendanceView; slug: string; search: string };

/** Everybody who may come, made for a phone at the door: find a name, press it once. */
export function DoorList({ view, slug, search }: Props) {
  const address = paths.attendanceMark(slug, view.id);
  const door = useDoor(view.people, address, m.attendance_not_saved());
  const [typed, setTyped] = useState(search);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const found = door.people.filter((person) => isFound(person, typed));
  const row = (person: Comer) => (
    <DoorRow key={person.id} person={person} door={door} address={address} zone={view.zone} search={typed} />
  );
  const { came, of } = countComers(door.people);
  const others = found.filter(({ expected }) => !expected);
  return (
    <section className="sv-panel sv-door" aria-labelledby="door">
      <div className="sv-door__top">
        <p id="door" className="sv-door__count">
          <b>{came}</b> {m.attendance_count_of({ n: of })}
        </p>
        <Form method="get" role="search" onSubmit={(event) => event.preventDefault()}>
          <label className="ds-sr-only" htmlFor="q">
            {m.attendance_search()}
          </label>
          <input
            className="ds-input"
            type="search"
            id="q"
            name="q"
            defaultValue={search}
            placeholder={m.attendance_search()}
            autoComplete="off"
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {!ready && (
            <Button variant="secondary" icon="search" iconOnly>
              {m.attendance_search()}
            </Button>
          )}
        </Form>
        <Last door={door} />
      </div>
      {found.length === 0 && <p className="sv-panel__body sv-quiet">{m.attendance_nobody_found()}</p>}
      <ul className="sv-door__list">{found.filter(({ expected }) => expected).map(row)}</ul>
      {others.length > 0 && (
        <details
          className="sv-door__others"
          open={typed !== "" || others.some(({ attendedAt }) => attendedAt !== null)}
        >
          <summary>{m.attendance_others({ n: others.length })}</summary>
          <ul className="sv-door__list">{others.map(row)}</ul>
        </details>
      )}
    </section>
  );
}

function DoorRow({
  person,
  door,
  address,
  zone,
  search,
}: {
  person: Comer;
  door: Door;
  address: string;
  zone: string;
  search: string;
}) {
  const { id, name, attendedAt } = person;
  const failed = door.failed.get(id);
  const came = attendedAt !== null;
  const standing = standingWords(person.standing);
  const place = [placeWords(person), !came && standing].filter(Boolean).join(" · ");
  return (
    <li id={`p-${id}`} data-came={came || undefined}>
      <form
        method="post"
        action={address}
        onSubmit={(event) => {
          event.preventDefault();
          door.mark(id, !came);
        }}
      >
        <input type="hidden" name="ticket" value={id} />
        <input type="hidden" name="q" value={search} />
        <button
          type="submit"
          name="came"
          value={String(!came)}
          aria-pressed={came}
          aria-busy={door.saving.has(id) || undefined}
          aria-describedby={failed ? `${id}-error` : undefined}
        >
          <span className="sv-door__box">{came && <Icon name="check" size={20} />}</span>
          <span className="sv-door__who">
            <b>{name}</b>
            {place && <small>{place}</small>}
          </span>
          {attendedAt && <span className="sv-door__at">{clock(attendedAt, zone)}</span>}
        </button>
      </form>
      {failed && (
        <div role="alert">
          <FieldError id={id}>{failed}</FieldError>
        </div>
      )}
    </li>
  );
}

/** What this phone did last, and a way back. */
function Last({ door }: { door: Door }) {
  const person = door.people.find(({ id }) => id === door.last?.ticket);
  const came = door.last?.came ?? false;
  return (
    <div className="sv-door__last" role="status">
      {person && (
        <>
          <span>
            {came ? m.attendance_marked({ name: person.name }) : m.attendance_unmarked({ name: person.name })}
          </span>
          <Button
            type="button"
            variant="tertiary"
            small
            icon="undo"
            onClick={() => door.mark(person.id, !came)}
            aria-label={m.attendance_undo_name({ name: person.name })}
          >
            {m.attendance_undo()}
          </Button>
        </>
      )}
    </div>
  );
}

function clock(instant: string, zone: string): string {
  const { time } = instantToLocal(instant, zone);
  return getLocale() === "en" ? time : `kl. ${time.replace(":", ".")}`;
}
