import { useEffect, useRef } from "react";
import { applyMark, type Mark, marks } from "~/domain/newsletters/markdown-edit";
import { m } from "~/i18n/messages/messages";
import { Icon, type IconName } from "~/ui/icon";

const faces: Record<Mark, { words: () => string; icon?: IconName; letter?: string }> = {
  bold: { words: m.newsletters_mark_bold, letter: "B" },
  italic: { words: m.newsletters_mark_italic, letter: "I" },
  heading: { words: m.newsletters_mark_heading, letter: "H" },
  list: { words: m.newsletters_mark_list, icon: "list" },
  numbers: { words: m.newsletters_mark_numbers, icon: "numbers" },
  quote: { words: m.newsletters_mark_quote, letter: "”" },
  link: { words: m.newsletters_mark_link, icon: "link" },
};
const keys: Record<string, Mark> = { b: "bold", i: "italic", k: "link" };

/** Buttons that put marks into the text field with this id. One tab stop; the arrows move between them. */
export default function MarkdownToolbar({ field, label }: { field: string; label: string }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const area = document.getElementById(field);
    const press = (event: KeyboardEvent) => {
      const mark =
        (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && keys[event.key.toLowerCase()];
      if (!mark || !(area instanceof HTMLTextAreaElement)) return;
      event.preventDefault();
      event.stopPropagation();
      put(area, mark);
    };
    area?.addEventListener("keydown", press);
    return () => area?.removeEventListener("keydown", press);
  }, [field]);
  const move = (by: number, from: Element) => {
    const buttons = [...(bar.current?.querySelectorAll("button") ?? [])];
    const to = buttons.at((buttons.indexOf(from as HTMLButtonElement) + by) % buttons.length);
    for (const button of buttons) button.tabIndex = button === to ? 0 : -1;
    to?.focus();
  };
  return (
    <div
      className="sv-mdbar"
      role="toolbar"
      aria-label={label}
      aria-controls={field}
      ref={bar}
      onKeyDown={(event) => {
        const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!by) return;
        event.preventDefault();
        move(by, event.target as Element);
      }}
    >
      {marks.map((mark, at) => {
        const { words, icon, letter } = faces[mark];
        return (
          <button
            key={mark}
            type="button"
            tabIndex={at === 0 ? 0 : -1}
            title={words()}
            data-mark={mark}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              const area = document.getElementById(field);
              if (area instanceof HTMLTextAreaElement) put(area, mark);
            }}
          >
            {icon ? <Icon name={icon} size={18} /> : <span aria-hidden="true">{letter}</span>}
            <span className="ds-sr-only">{words()}</span>
          </button>
        );
      })}
    </div>
  );
}

/** Writes as somebody would, so that the browser's own undo takes it back. */
function put(area: HTMLTextAreaElement, mark: Mark): void {
  const before = area.value;
  const after = applyMark({ text: before, from: area.selectionStart, to: area.selectionEnd }, mark);
  let start = 0;
  while (start < before.length && before[start] === after.text[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.text.length) - start;
  while (end < most && before[before.length - 1 - end] === after.text[after.text.length - 1 - end]) end += 1;
  const words = after.text.slice(start, after.text.length - end);
  area.focus();
  area.setSelectionRange(start, before.length - end);
  const written = words === "" ? document.execCommand("delete") : document.execCommand("insertText", false, words);
  if (!written || area.value !== after.text) {
    area.setRangeText(after.text, 0, area.value.length, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  area.setSelectionRange(after.from, after.to);
}
