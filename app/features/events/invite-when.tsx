import { Form } from "@remix-run/react";
import { instantToLocal } from "~/domain/shared/local-time";
import type { RefusedTime } from "~/features/events/answer-invite-form.server";
import type { InviteView } from "~/features/events/invite.view.server";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choices";
import { DateInput, FieldRow, TimeInput } from "~/ui/fields";
import { Panel, PanelBody } from "~/ui/panel";

/** When the invitation goes: at once, or at a time in office hours; and the button that sends it. */
export function InviteWhen({ invite, refused }: { invite: InviteView; refused?: RefusedTime | undefined }) {
  const { opening, hours, recipients } = invite;
  const first = opening ? instantToLocal(opening, hours.zone) : null;
  const errors = refused?.errors ?? {};
  const clock = (time: string) => time.replace(":", ".");
  return (
    <Panel title={m.events_invite_when()}>
      <PanelBody>
        <Form method="post" className="sv-form" noValidate>
          <input type="hidden" name="audience" value={invite.chosen} />
          {refused && <FormProblems errors={errors} />}
          <RadioGroup
            name="when"
            legend={m.events_invite_when_ask()}
            defaultValue={refused ? "planned" : "now"}
            options={[
              { value: "now", label: m.events_invite_now(), hint: m.events_invite_now_hint() },
              ...(first
                ? [
                    {
                      value: "planned",
                      label: m.events_invite_at(),
                      hint: m.events_invite_at_hint({ opens: clock(hours.opens), closes: clock(hours.closes) }),
                    },
                  ]
                : []),
            ]}
          />
          {first && (
            <div className="sv-invite__time">
              <FieldRow>
                <DateInput
                  name="date"
                  label={m.events_field_date()}
                  defaultValue={refused?.values.date ?? first.date}
                  error={errors.date}
                />
                <TimeInput
                  name="time"
                  label={m.events_invite_time()}
                  defaultValue={refused?.values.time ?? first.time}
                  error={errors.time}
                />
              </FieldRow>
              {refused?.nearest && (
                <Button variant="secondary" name="nearest" value={refused.nearest.value}>
                  {m.events_planned_take({ when: refused.nearest.words })}
                </Button>
              )}
            </div>
          )}
          <div className="sv-row">
            <Button icon="send">{m.events_invite_button({ n: recipients.length })}</Button>
          </div>
        </Form>
      </PanelBody>
    </Panel>
  );
}
