import { Form } from "@remix-run/react";
import { isOver } from "~/domain/action-plan/activity";
import type { ActionPlanView } from "~/features/action-plan/action-plan.view.server";
import { stateNames } from "~/features/action-plan/plan-words";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { Checkbox } from "~/ui/choices";
import { TextInput } from "~/ui/fields";
import { Panel, PanelBody } from "~/ui/panel";

export type RefusedCarry = { errors: Record<string, string>; to: string; ids: string[]; texts: boolean };

/** Which activities go on into another year's plan: at first those that are not over. */
export function CarryOverForm({
  view,
  slug,
  refused,
}: {
  view: ActionPlanView;
  slug: string;
  refused: RefusedCarry | undefined;
}) {
  const { year } = view.plan;
  const errors = refused?.errors ?? {};
  return (
    <Form method="post" className="sv-stack" noValidate>
      <FormProblems errors={errors} />
      <div className="sv-form">
        <TextInput
          name="to"
          label={m.action_plan_carry_to()}
          hint={m.action_plan_carry_to_hint()}
          defaultValue={refused?.to ?? String(year + 1)}
          error={errors.to ?? null}
          inputMode="numeric"
          maxLength={4}
          width="short"
          required
        />
        <Checkbox
          name="texts"
          value="yes"
          label={m.action_plan_carry_texts()}
          hint={m.action_plan_carry_texts_hint()}
          defaultChecked={refused?.texts ?? true}
        />
      </div>
      {view.areas.flatMap((area) =>
        area.focusAreas.map((focus) => (
          <Panel key={focus.id} title={`${area.name} · ${focus.name}`} count={m.action_plan_count({ n: focus.count })}>
            <PanelBody>
              <div className="sv-stack">
                {focus.measures.map((measure) => (
                  <fieldset key={measure.id} className="ds-fieldset sv-carryset">
                    <legend className="ds-label">{measure.name}</legend>
                    {measure.activities.map((row) => (
                      <Checkbox
                        key={row.id}
                        name="ids[]"
                        id={`carry-${row.id}`}
                        value={row.id}
                        label={row.name || m.action_plan_unnamed()}
                        hint={[stateNames[row.state](), row.timing.words && `«${row.timing.words}»`, row.owner]
                          .filter(Boolean)
                          .join(" · ")}
                        defaultChecked={refused ? refused.ids.includes(row.id) : !isOver(row.state)}
                      />
                    ))}
                  </fieldset>
                ))}
              </div>
            </PanelBody>
          </Panel>
        )),
      )}
      <div className="sv-row">
        <Button icon="arrow-right">{m.action_plan_carry()}</Button>
        <LinkButton to={paths.actionPlan(slug, year)} variant="tertiary">
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}
