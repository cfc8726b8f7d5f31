import { Form } from "@remix-run/react";
import type { EditedTexts } from "~/features/minutes/edit-minutes.view.server";
import { m } from "~/i18n/messages/messages";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { TextArea, TextInput } from "~/ui/fields";
import { Panel, PanelBody } from "~/ui/panel";

type Props = {
  texts: EditedTexts;
  refused: { message: string; values: Record<string, string> } | undefined;
  back: string;
};

/** The texts of minutes, one panel for each case and part. */
export function EditMinutesForm({ texts, refused, back }: Props) {
  const was = (name: string, stored: string) => refused?.values[name] ?? stored;
  return (
    <Form method="post" className="sv-stack">
      <ErrorSummary
        title={m.minutes_edit_not_saved()}
        errors={refused ? [{ field: "introduction", message: refused.message }] : []}
      />
      <input type="hidden" name="version" value={texts.version} />
      <div className="sv-form">
        <TextInput
          name="secretariat"
          label={m.minutes_secretariat()}
          defaultValue={was("secretariat", texts.secretariat)}
          optional
        />
        <TextArea
          name="introduction"
          label={m.minutes_introduction()}
          hint={m.minutes_introduction_hint()}
          rows={3}
          defaultValue={was("introduction", texts.introduction)}
          optional
        />
      </div>
      {texts.items.map(({ id, label, notes, decision }) => (
        <Panel key={id} title={label}>
          <PanelBody>
            <div className="sv-form">
              <TextArea
                name={`notes.${id}`}
                label={m.minutes_said()}
                rows={2}
                defaultValue={was(`notes.${id}`, notes)}
                optional
              />
              <TextArea
                name={`decision.${id}`}
                label={m.minutes_decision_text()}
                rows={3}
                defaultValue={was(`decision.${id}`, decision)}
                optional
              />
            </div>
          </PanelBody>
        </Panel>
      ))}
      <div className="sv-form">
        <TextArea
          name="closing"
          label={m.minutes_closing_text()}
          rows={3}
          defaultValue={was("closing", texts.closing)}
          optional
        />
      </div>
      <div className="sv-row">
        <Button icon="check">{m.minutes_save_minutes()}</Button>
        <LinkButton variant="tertiary" to={back}>
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}
