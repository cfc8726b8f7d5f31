import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { TextInput } from "~/ui/fields";

/** Asks before a meeting that has ended is opened again, and why. */
export function ReopenForm({ back, refused }: { back: string; refused: { message: string; reason: string } | null }) {
  return (
    <Form method="post" noValidate>
      <Confirm
        title={m.minutes_reopen_ask()}
        tone="accent"
        cancel={{ label: m.common_cancel(), to: back }}
        action={
          <Button name="intent" value="reopen">
            {m.minutes_reopen()}
          </Button>
        }
      >
        <p>{m.minutes_reopen_why()}</p>
        <TextInput
          name="reason"
          label={m.minutes_reopen_reason()}
          hint={m.minutes_reopen_reason_hint()}
          defaultValue={refused?.reason ?? ""}
          error={refused?.message ?? null}
          required
        />
      </Confirm>
    </Form>
  );
}
