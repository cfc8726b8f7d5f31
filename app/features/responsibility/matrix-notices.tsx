import { type FormEvent, useEffect, useState } from "react";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { Note } from "~/ui/note";
import { CellPop } from "./matrix-pop";

const SHOWN_FOR = 6000;

/** What was just saved, with its undo; six seconds, longer under the pointer or focus. The live region speaks it. */
export function SavedToast({ words, undo, gone }: { words: string; undo: (() => void) | null; gone: () => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || words === "") return;
    const timer = setTimeout(gone, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [held, words, gone]);
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  return (
    <div
      className="sv-toast"
      role="status"
      aria-live="off"
      data-floating
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      <Icon name="check" size={18} />
      <span>{words}</span>
      {undo && (
        <button type="button" className="sv-toast__a" onClick={undo}>
          {m.responsibility_undo()}
        </button>
      )}
      <button type="button" className="sv-toast__x" title={m.ui_close()} onClick={gone}>
        <Icon name="cross" />
        <span className="ds-sr-only">{m.ui_close()}</span>
      </button>
    </div>
  );
}

/** Somebody else has changed the cell: what stands, and the choice. */
export function ConflictPop({
  cell,
  title,
  what,
  keep,
  set,
  onKeep,
  onSet,
}: {
  cell: HTMLElement;
  title: string;
  what: string;
  keep: string;
  set: string;
  onKeep: (back: boolean) => void;
  onSet: () => void;
}) {
  return (
    <CellPop
      cell={cell}
      role="alertdialog"
      label={`${title}. ${what}`}
      className="sv-mxpop sv-mxpop--say"
      close={onKeep}
    >
      <p>
        <b>{title}</b>
        {what}
      </p>
      <div className="sv-row">
        <Button type="button" variant="secondary" small onClick={() => onKeep(true)}>
          {keep}
        </Button>
        <Button type="button" variant="secondary" small onClick={onSet}>
          {set}
        </Button>
      </div>
    </CellPop>
  );
}

/** Asks once from which day the changes hold. */
export function FromDayPop({
  cell,
  day,
  answer,
  close,
}: {
  cell: HTMLElement;
  day: string;
  answer: (day: string) => void;
  close: (back: boolean) => void;
}) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    answer(String(new FormData(event.currentTarget).get("from")));
  };
  return (
    <CellPop
      cell={cell}
      role="dialog"
      label={m.responsibility_ask_from()}
      className="sv-mxpop sv-mxpop--say"
      close={close}
    >
      <form onSubmit={submit}>
        <label htmlFor="matrix-ask-from">
          <b>{m.responsibility_ask_from()}</b>
        </label>
        <input id="matrix-ask-from" className="ds-input" type="date" name="from" required defaultValue={day} />
        <div className="sv-row">
          <Button small>{m.responsibility_ask_from_save()}</Button>
          <Button type="button" variant="tertiary" small onClick={() => close(true)}>
            {m.common_cancel()}
          </Button>
        </div>
      </form>
    </CellPop>
  );
}

/** A change that was not saved. The table shows what is. */
export function FailedNote({
  title,
  why,
  again,
  leave,
}: {
  title: string;
  why: string;
  again: () => void;
  leave: () => void;
}) {
  return (
    <div className="sv-mxnote">
      <Note tone="danger" title={title} live>
        <p>{why}</p>
        <div className="sv-row">
          <Button type="button" variant="secondary" small onClick={again}>
            {m.responsibility_again()}
          </Button>
          <Button type="button" variant="tertiary" small onClick={leave}>
            {m.responsibility_let_go()}
          </Button>
        </div>
      </Note>
    </div>
  );
}
