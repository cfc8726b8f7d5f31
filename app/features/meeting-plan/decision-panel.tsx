import { Form, Link } from "@remix-run/react";
import type { PlanRefusal } from "~/features/meeting-plan/answer-plan-form.server";
import type { MeetingPlanView } from "~/features/meeting-plan/meeting-plan.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { Select } from "~/ui/fields";
import { Panel, PanelBody } from "~/ui/panel";

type Plan = NonNullable<MeetingPlanView["plan"]>;

/** How a plan is decided: as a case of a body, and then turned into meetings. */
export function DecisionPanel({
  plan,
  bodies,
  slug,
  year,
  mayEdit,
  refusal,
}: {
  plan: Plan;
  bodies: MeetingPlanView["bodies"];
  slug: string;
  year: number;
  mayEdit: boolean;
  refusal: PlanRefusal | null;
}) {
  const asked = plan.case;
  if (plan.state === "decided")
    return (
      <Panel title={m.bodies_plan_decision()}>
        <PanelBody>
          {asked && <CaseLine asked={asked} slug={slug} />}
          <p className="sv-quiet">{m.bodies_plan_decided_why()}</p>
        </PanelBody>
      </Panel>
    );
  const withdrawn = asked?.state === "withdrawn";
  return (
    <Panel title={m.bodies_plan_decision()}>
      <PanelBody>
        {asked && !withdrawn && (
          <>
            <CaseLine asked={asked} slug={slug} />
            <p>
              {plan.underWay
                ? m.bodies_plan_case_waits({ body: asked.body.name })
                : m.bodies_plan_case_treated({ body: asked.body.name })}
            </p>
          </>
        )}
        {mayEdit && !plan.underWay && plan.meetings > 0 && (
          <>
            {(!asked || withdrawn) && (
              <Form method="post" className="sv-form" noValidate>
                <Select
                  id="queueBody"
                  name="bodyId"
                  label={m.bodies_plan_queue_in()}
                  hint={m.bodies_plan_queue_why()}
                  placeholder={m.bodies_plan_body_choose()}
                  options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
                  defaultValue={refusal?.values.bodyId ?? ""}
                  error={refusal?.errors.queueBody}
                />
                <div className="sv-row">
                  <Button name="intent" value="queue" variant="secondary">
                    {m.bodies_plan_queue()}
                  </Button>
                </div>
                <p className="sv-quiet sv-small">{m.bodies_plan_by_words()}</p>
              </Form>
            )}
            <div className="sv-row">
              <LinkButton
                to={`${paths.meetingPlan(slug, year)}?decide#decide`}
                variant={asked && !withdrawn ? "primary" : "tertiary"}
              >
                {m.bodies_plan_decide()}
              </LinkButton>
            </div>
          </>
        )}
      </PanelBody>
    </Panel>
  );
}

function CaseLine({ asked, slug }: { asked: NonNullable<Plan["case"]>; slug: string }) {
  return (
    <p>
      <Link to={paths.case(slug, asked.id)}>{[asked.number, asked.title].filter(Boolean).join(" ")}</Link>
    </p>
  );
}

/** Asks before the meetings are made. */
export function DecidePlan({ plan, slug, year }: { plan: Plan; slug: string; year: number }) {
  return (
    <div id="decide">
      <Confirm
        title={m.bodies_plan_decide_title({ n: plan.meetings, year })}
        tone="accent"
        cancel={{ label: m.common_cancel(), to: paths.meetingPlan(slug, year) }}
        action={
          <Form method="post">
            <Button name="intent" value="decide">
              {m.bodies_plan_decide()}
            </Button>
          </Form>
        }
      >
        <p>{m.bodies_plan_decide_why()}</p>
      </Confirm>
    </div>
  );
}
