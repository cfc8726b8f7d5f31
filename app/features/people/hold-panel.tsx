import { Form } from "@remix-run/react";
import type { HoldView } from "~/features/people/hold.view.server";
import { holdCure, holdWords } from "~/features/people/hold-words";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { CheckboxGroup } from "~/ui/choices";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";

/** Whether mail goes to a person, and what she does not want to get. */
export function HoldPanel({ view: { held, optedOut } }: { view: HoldView }) {
  return (
    <Panel title={m.people_hold_title()}>
      <PanelBody>
        {held ? (
          <>
            <Note tone="danger" title={m.people_hold_is()}>
              <p>{holdWords(held)}</p>
              <p>{holdCure(held.reason)}</p>
            </Note>
            <Form method="post">
              <Button name="intent" value="lift" variant="secondary">
                {m.people_hold_lift()}
              </Button>
            </Form>
          </>
        ) : (
          <Form method="post" className="sv-form">
            <p className="sv-quiet sv-small">{m.people_hold_none()}</p>
            <div className="sv-row">
              <Button name="intent" value="hold" variant="secondary" small>
                {m.people_hold_by_hand()}
              </Button>
            </div>
          </Form>
        )}
      </PanelBody>
      <PanelBody>
        <Form method="post" className="sv-form">
          <CheckboxGroup
            name="optedOut"
            legend={m.people_opt_legend()}
            hint={m.people_opt_hint()}
            options={[
              { value: "newsletters", label: m.people_opt_newsletters() },
              { value: "invitations", label: m.people_opt_invitations() },
              { value: "reminders", label: m.people_opt_reminders() },
            ]}
            defaultValues={optedOut}
          />
          <div className="sv-row">
            <Button name="intent" value="opt" variant="secondary">
              {m.people_opt_save()}
            </Button>
          </div>
        </Form>
      </PanelBody>
    </Panel>
  );
}
