import { Form } from "@remix-run/react";
import type { SendView } from "~/features/reports/send.view.server";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { Button } from "~/ui/button";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";

/** Sends those who have rows left a link to them: says to how many first, and who is not reached. */
export function SendPanel({ send, zone, refused }: { send: SendView; zone: string; refused: string | null }) {
  const { people, rows, held, toldAt, nobody } = send;
  if (people === 0 && held.length === 0 && nobody === 0) return null;
  return (
    <Panel title={m.reports_send_title()} id="send">
      <PanelBody>
        {refused && (
          <Note tone="danger" live>
            {refused}
          </Note>
        )}
        <p>
          {people > 0 ? m.reports_send_whom({ n: people, rows }) : m.reports_send_nobody()}{" "}
          {toldAt && m.reports_send_last({ when: formatInstant(toldAt, zone, getLocale()) })}
        </p>
        {nobody > 0 && <p>{m.reports_send_no_owner({ n: nobody })}</p>}
        {held.length > 0 && <p>{m.reports_send_held({ names: held.join(", ") })}</p>}
        {people > 0 && (
          <Form method="post">
            <input type="hidden" name="intent" value="send" />
            <input type="hidden" name="toldAt" value={toldAt ?? ""} />
            <Button icon="send" variant={toldAt ? "secondary" : "primary"}>
              {toldAt ? m.reports_send_again({ n: people }) : m.reports_send({ n: people })}
            </Button>
          </Form>
        )}
      </PanelBody>
    </Panel>
  );
}
