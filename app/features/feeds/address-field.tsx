import { useEffect, useState } from "react";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { TextInput } from "~/ui/fields";

/** The address that a calendar program opens by itself. */
export const webcalOf = (address: string) => address.replace(/^https?:/, "webcal:");

/** An address to take along: it can be marked in the field, and is copied at a press where the browser can. */
export function AddressField({ id, address, label }: { id: string; address: string; label: string }) {
  const [state, setState] = useState<"none" | "ready" | "copied" | "failed">("none");
  useEffect(() => {
    if (navigator.clipboard) setState("ready");
  }, []);
  const copy = async () => {
    const copied = await navigator.clipboard.writeText(address).then(
      () => true,
      () => false,
    );
    setState(copied ? "copied" : "failed");
  };
  return (
    <div className="sv-stack sv-address">
      <TextInput name={id} label={label} defaultValue={address} readOnly />
      {state !== "none" && (
        <div className="sv-row">
          <Button type="button" variant="secondary" small icon={state === "copied" ? "check" : "copy"} onClick={copy}>
            {m.feeds_copy()}
          </Button>
          <span role="status" className="sv-small sv-quiet">
            {state === "copied" && m.feeds_copied()}
            {state === "failed" && m.feeds_copy_failed()}
          </span>
        </div>
      )}
    </div>
  );
}
