import { Link } from "@remix-run/react";
import { type KeyboardEvent, type MouseEvent, useId } from "react";
import { settledItems } from "~/domain/minutes/closing";
import { treatedOf } from "~/features/minutes/live-facts";
import type { LiveParts } from "~/features/minutes/live-parts";
import type { LiveItem } from "~/features/minutes/live-state.view.server";
import { numberOf, outcomeName } from "~/features/minutes/minutes-words";
import { m } from "~/i18n/messages/messages";
import { StateGlyph } from "~/ui/state";

/** The agenda beside the case: what is done, where one is, what is left. The parts of the open case stand under it. */
export function LiveAgenda({ writing, view, items, pathTo, goTo, open }: LiveParts & { open: string | null }) {
  const heading = useId();
  const settled = settledItems(treatedOf({ items, presences: writing.state.presences }).items);
  const roots = items.filter(({ parentId }) => parentId === null);
  const line = lineOf(items, open);
  const link = (item: LiveItem) => ({
    to: pathTo(item.id),
    preventScrollReset: true,
    onClick: (event: MouseEvent) => {
      if (!writing.alive || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      goTo(item.id);
    },
  });
  const rows = (of: LiveItem[]) =>
    of.map((item) => {
      const current = item.id === open;
      const done = settled.has(item.id);
      const parts = items.filter(({ parentId }) => parentId === item.id);
      const text = view.texts[item.id];
      const label = labelOf(item, items, text?.kind);
      return (
        <li key={item.id} data-done={done || undefined} data-depth={item.depth}>
          <Link {...link(item)} aria-current={current ? "step" : undefined}>
            <StateGlyph state={current ? "in-progress" : done ? "done" : "planned"} />
            <span>
              {label && <small>{label}</small>}
              <b>{text?.title}</b>
              <Under item={item} parts={parts} view={view} opened={line.has(item.id)} />
            </span>
          </Link>
          {parts.length > 0 && line.has(item.id) && <ol className="sv-liveagenda__parts">{rows(parts)}</ol>}
        </li>
      );
    });
  return (
    <nav className="sv-panel sv-live__agenda" aria-labelledby={heading}>
      <div className="sv-panel__head">
        <h2 id={heading}>{m.minutes_agenda()}</h2>
        <span className="sv-quiet sv-num">
          {m.minutes_agenda_done({ some: roots.filter(({ id }) => settled.has(id)).length, all: roots.length })}
        </span>
      </div>
      <ol className="sv-liveagenda" onKeyDown={arrows}>
        {rows(roots)}
      </ol>
    </nav>
  );
}

/** The open item and what it is a part of. */
function lineOf(items: LiveItem[], open: string | null): Set<string> {
  const line = new Set<string>();
  for (let at = items.find(({ id }) => id === open); at && !line.has(at.id); ) {
    line.add(at.id);
    const { parentId } = at;
    at = items.find(({ id }) => id === parentId);
  }
  return line;
}

function labelOf(item: LiveItem, items: LiveItem[], kind: string | undefined): string {
  if (item.parentId !== null) return item.letter;
  return numberOf(item, items) || (kind === "opening" ? m.minutes_item_opening() : "");
}

type UnderProps = { item: LiveItem; parts: LiveItem[]; view: LiveParts["view"]; opened: boolean };

/** The quiet lines of a case: what became of it, its letters, its papers, the number the notice gave it. */
function Under({ item, parts, view, opened }: UnderProps) {
  const outcome = outcomeName(item.fields.outcome);
  const passOn = view.bodies.find(({ id }) => id === item.fields.passOnToId)?.name;
  const papers = view.texts[item.id]?.papers.length ?? 0;
  const letters = parts.map(({ letter }) => letter).filter(Boolean);
  return (
    <>
      {letters.length > 0 && !opened && (
        <span className="sv-liveagenda__letters">
          {letters.map((letter) => (
            <span key={letter}>{letter}</span>
          ))}
        </span>
      )}
      {outcome && <small>{passOn ? m.minutes_passes_on({ body: passOn }) : outcome}</small>}
      {!outcome && papers > 0 && <small>{m.minutes_papers({ n: papers })}</small>}
      {item.typedNumber && <small data-tone="warning">{m.minutes_typed_number({ number: item.typedNumber })}</small>}
    </>
  );
}

/** Up and down go between the cases, Home and End to the first and the last. */
function arrows(event: KeyboardEvent<HTMLOListElement>): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("a")];
  const at = links.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  const link = to === undefined ? undefined : links[to];
  if (!link) return;
  event.preventDefault();
  link.focus();
}
