import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { partCodes } from "~/domain/responsibility/parts";
import { m } from "~/i18n/messages/messages";
import { partIn, type Wanted } from "./matrix-cells";
import { partLetter, partOfKey, partWord } from "./matrix-words";

/**
 * A box by a cell, under it or over it where there is more room. `close` gives focus back to the cell or, when the
 * reader has gone elsewhere, not.
 */
export function CellPop({
  cell,
  role,
  label,
  className = "sv-mxpop",
  close,
  onKey,
  children,
}: {
  cell: HTMLElement;
  role: "menu" | "alertdialog" | "dialog";
  label: string;
  className?: string;
  close: (back: boolean) => void;
  onKey?: (event: KeyboardEvent) => void;
  children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const pop = box.current;
    const frame = pop?.offsetParent;
    if (!pop || !frame) return;
    const [at, around] = [cell.getBoundingClientRect(), frame.getBoundingClientRect()];
    const below = at.bottom + 4 + pop.offsetHeight <= window.innerHeight || at.top - 60 < pop.offsetHeight;
    const top = below ? at.bottom + 2 : at.top - pop.offsetHeight - 2;
    const right = Math.min(around.right, window.innerWidth) - pop.offsetWidth - 4;
    pop.style.top = `${top - around.top}px`;
    pop.style.left = `${Math.max(4, Math.min(at.left, right) - around.left)}px`;
    const first = pop.querySelector<HTMLElement>("[aria-checked=true], input, button");
    first?.focus({ preventScroll: true });
  }, [cell]);

  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const outside = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) close(false);
    };
    document.addEventListener("pointerdown", outside, { signal });
    cell.closest(".sv-mxbox")?.addEventListener("scroll", () => close(false), { signal });
    cell.setAttribute("aria-expanded", "true");
    return () => {
      ended.abort();
      cell.removeAttribute("aria-expanded");
    };
  }, [cell, close]);

  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape" || (event.key === "Tab" && role === "menu")) {
      close(true);
      event.preventDefault();
    }
    onKey?.(event);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: every role it is given is one that takes keys.
    <div ref={box} className={className} {...{ role, "aria-label": label }} onKeyDown={keys}>
      {children}
    </div>
  );
}

/** The parts a cell may have, as a menu. Its letters choose too. */
export function PartMenu({
  cell,
  code,
  actor,
  choose,
  close,
}: {
  cell: HTMLElement;
  code: string;
  actor: string;
  choose: (wanted: Wanted | "empty") => void;
  close: (back: boolean) => void;
}) {
  const current = partIn(code);
  const said = code === "-" || (current !== null && code !== code.toLowerCase());
  const onKey = (event: KeyboardEvent) => {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>("button")];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    const part = event.ctrlKey || event.metaKey || event.altKey ? null : partOfKey(event.key);
    if (to !== undefined) items.at(to % items.length)?.focus();
    else if (part) choose(part);
    else if (event.key === "Delete" || event.key === "Backspace") choose("empty");
    else return;
    event.preventDefault();
  };
  return (
    <CellPop cell={cell} role="menu" label={m.responsibility_menu({ actor })} close={close} onKey={onKey}>
      {partCodes.map((part) => (
        <Choice key={part} checked={part === current} choose={() => choose(part)} code={part.toUpperCase()}>
          {partWord(part)}
        </Choice>
      ))}
      <Choice checked={current === null} choose={() => choose("none")} code="" rule>
        {partWord(null)}
      </Choice>
      {said && (
        <Choice checked={false} choose={() => choose("clear")} code="clear">
          {m.responsibility_menu_clear()}
        </Choice>
      )}
    </CellPop>
  );
}

function Choice({
  checked,
  choose,
  code,
  rule,
  children,
}: {
  checked: boolean;
  choose: () => void;
  code: string;
  rule?: boolean;
  children: ReactNode;
}) {
  const part = code === "clear" ? null : partIn(code);
  return (
    <button
      type="button"
      role="menuitemradio"
      aria-checked={checked}
      tabIndex={-1}
      onClick={choose}
      data-rule={rule || undefined}
    >
      <span className="sv-part" data-part={code} aria-hidden="true">
        <b>{part ? partLetter(part) : code === "clear" ? "↺" : "–"}</b>
      </span>
      {children}
    </button>
  );
}
