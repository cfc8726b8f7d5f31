import { Form } from "@remix-run/react";
import type { Composer } from "~/features/newsletters/composer.view.server";
import type { ComposerQuery } from "~/features/newsletters/composer-query";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { Select } from "~/ui/fields";

/** What is asked before somebody else is, or an issue is dropped. */
export function Asked({
  composer: { issue, approvers, steps },
  query,
  here,
  link,
}: {
  composer: Composer;
  query: ComposerQuery;
  here: string;
  link: (change: Partial<ComposerQuery>) => string;
}) {
  const { number, version } = issue;
  const cancel = { label: m.common_cancel(), to: link({}) };
  if (query.ask === "approval" && steps.ask)
    return (
      <Form method="post" action={here}>
        <input type="hidden" name="version" value={version} />
        <Confirm
          title={m.newsletters_ask_title({ number })}
          action={
            <Button name="intent" value="ask">
              {m.newsletters_ask_approval()}
            </Button>
          }
          cancel={cancel}
        >
          <p>{m.newsletters_ask_why()}</p>
          <Select
            name="of"
            label={m.newsletters_ask_of()}
            placeholder={m.newsletters_ask_anyone()}
            options={approvers.map(({ id, name }) => ({ value: id, label: name }))}
            width="medium"
          />
        </Confirm>
      </Form>
    );
  if (query.ask === "drop" && steps.drop)
    return (
      <Confirm
        title={m.newsletters_drop_title({ number })}
        tone="danger"
        action={
          <Form method="post" action={here}>
            <input type="hidden" name="version" value={version} />
            <Button variant="danger" name="intent" value="drop">
              {m.newsletters_drop()}
            </Button>
          </Form>
        }
        cancel={cancel}
      >
        <p>{m.newsletters_drop_why()}</p>
      </Confirm>
    );
  return null;
}
