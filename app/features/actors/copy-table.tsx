import { useEffect, useState } from "react";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";

/** Puts a table on the clipboard, as a table and as text. It is there where script and a clipboard are. */
export function CopyTable({ html, text }: { html: () => string; text: () => string }) {
  const [state, setState] = useState<"none" | "ready" | "copied" | "failed">("none");
  useEffect(() => {
    if (typeof ClipboardItem !== "undefined" && navigator.clipboard) setState("ready");
  }, []);
  const copy = async () => {
    const blob = (type: string, words: string) => new Blob([words], { type });
    const item = new ClipboardItem({
      "text/html": blob("text/html", html()),
      "text/plain": blob("text/plain", text()),
    });
    const copied = await navigator.clipboard.write([item]).then(
      () => true,
      () => false,
    );
    setState(copied ? "copied" : "failed");
  };
  if (state === "none") return null;
  return (
    <>
      <span role="status" className="sv-small sv-quiet">
        {state === "copied" && m.actors_copied()}
        {state === "failed" && m.actors_copy_failed()}
      </span>
      <Button type="button" variant="secondary" icon={state === "copied" ? "check" : "copy"} onClick={copy}>
        {m.actors_copy_table()}
      </Button>
    </>
  );
}
