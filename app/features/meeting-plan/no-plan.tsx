import { Form } from "@remix-run/react";
import type { MeetingPlanView } from "~/features/meeting-plan/meeting-plan.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";

type Props = {
  slug: string;
  year: number;
  mayEdit: boolean;
  bodies: MeetingPlanView["bodies"];
  /** How many meetings it can be proposed from. */
  last: number;
};

/** A year without a plan: it is proposed from last year's, or begun by hand; without bodies there is nothing to plan. */
export function NoPlan({ slug, year, mayEdit, bodies, last }: Props) {
  if (bodies.length === 0)
    return (
      <EmptyState
        icon="gavel"
        title={m.bodies_none()}
        why={mayEdit ? m.bodies_none_why() : m.bodies_none_wait()}
        action={
          mayEdit && (
            <LinkButton to={paths.newBody(slug)} icon="plus">
              {m.bodies_new()}
            </LinkButton>
          )
        }
      />
    );
  const add = `${paths.meetingPlan(slug, year)}?add#meeting`;
  const from = last > 0 ? m.bodies_plan_none_last({ n: last }) : m.bodies_plan_none_why();
  return (
    <EmptyState
      icon="calendar"
      title={m.bodies_plan_none({ year })}
      why={mayEdit ? from : m.bodies_plan_none_wait()}
      action={
        mayEdit &&
        (last > 0 ? (
          <Form method="post" className="sv-row">
            <Button name="intent" value="propose">
              {m.bodies_plan_propose({ year: year - 1 })}
            </Button>
            <LinkButton to={add} variant="tertiary">
              {m.bodies_plan_add()}
            </LinkButton>
          </Form>
        ) : (
          <LinkButton to={add} icon="plus">
            {m.bodies_plan_add()}
          </LinkButton>
        ))
      }
    />
  );
}
