import { Form } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { m } from "~/i18n/messages/messages";
import { Icon } from "./icon";
import { StateGlyph } from "./state";

const SHOWN_FOR = 6000;

/** An action that takes back what was just done: a form that posts `fields` to `action`. */
export type Undo = { label: string; action: string; fields?: Record<string, string> };

/**
 * Says that something was done. The server writes it as a note in the page; a script lifts it to the bottom left, dark,
 * for six seconds, longer while it has the pointer or focus. Give it a `key` per message. Failures are notes, not toasts.
 */
export function Toast({ message, undo }: { message: string; undo?: Undo }) {
  const box = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<"note" | "toast" | "gone">("note");
  const [held, setHeld] = useState(false);

  useEffect(() => setShown("toast"), []);
  useEffect(() => {
    if (shown !== "toast" || held) return;
    const timer = setTimeout(() => setShown("gone"), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [shown, held]);

  if (shown === "gone") return null;
  const hold = () => setHeld(true);
  const release = () => setHeld(Boolean(box.current?.matches(":hover, :focus-within")));
  return (
    <div
      className="sv-toast"
      ref={box}
      data-floating={shown === "toast" || undefined}
      role="status"
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={() => setTimeout(release)}
    >
      <StateGlyph state="done" size={18} />
      <span>{message}</span>
      {undo && (
        <Form method="post" action={undo.action}>
          {Object.entries(undo.fields ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit" className="sv-toast__a">
            {undo.label}
          </button>
        </Form>
      )}
      {shown === "toast" && (
        <button type="button" className="sv-toast__x" title={m.ui_close()} onClick={() => setShown("gone")}>
          <Icon name="cross" />
          <span className="ds-sr-only">{m.ui_close()}</span>
        </button>
      )}
    </div>
  );
}
