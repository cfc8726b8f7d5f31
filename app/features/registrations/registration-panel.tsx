import { Form } from "@remix-run/react";
import { answerInWords } from "~/features/registrations/question-fields";
import { stateNames, wayNames } from "~/features/registrations/registration-words";
import type { RegistrationView } from "~/features/registrations/registrations.view.server";
import { noteOf } from "~/features/registrations/registrations-page";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { Button, LinkButton } from "~/ui/button";
import { Panel, PanelBody } from "~/ui/panel";

/** One who has signed up: what she wrote, and what the organiser can do. */
export function RegistrationPanel({ view, back }: { view: RegistrationView; back: string }) {
  const { state } = view;
  const note = noteOf(view, view.zone);
  const facts: [string, string][] = [
    [m.registrations_state(), note ? `${stateNames[state]()} (${note})` : stateNames[state]()],
    [m.registrations_email(), view.email],
    [m.registrations_organisation(), view.organisation],
    [m.registrations_municipality(), view.municipality ?? ""],
    ...(view.both ? [[m.registrations_way_column(), wayNames[view.way]()] as [string, string]] : []),
    [m.registrations_signed_up_at(), formatInstant(view.createdAt, view.zone, getLocale())],
    [m.registrations_needs(), view.needs],
    ...view.answers.map(({ label, answer }): [string, string] => [label, answerInWords(answer ?? undefined)]),
  ];
  const asks = state === "pending" || state === "refused";
  const stands = state !== "cancelled" && state !== "refused";
  return (
    <Panel title={view.name}>
      <PanelBody>
        <dl className="sv-terms">
          {facts
            .filter(([, words]) => words)
            .map(([term, words]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd className="sv-lines">{words}</dd>
              </div>
            ))}
        </dl>
        <Form method="post" className="sv-row">
          {!view.over && asks && (
            <Button name="intent" value="approve">
              {m.registrations_approve_one()}
            </Button>
          )}
          {!view.over && state === "pending" && (
            <Button variant="secondary" name="intent" value="refuse">
              {m.registrations_refuse_one()}
            </Button>
          )}
          {!view.over && state === "waiting" && (
            <Button variant="secondary" name="intent" value="front">
              {m.registrations_front()}
            </Button>
          )}
          <Button variant="secondary" name="intent" value="send">
            {m.registrations_send_again()}
          </Button>
          {!view.over && stands && (
            <Button variant="tertiary" name="intent" value="cancel">
              {m.registrations_cancel_one()}
            </Button>
          )}
          <LinkButton variant="tertiary" to={back}>
            {m.registrations_back()}
          </LinkButton>
        </Form>
      </PanelBody>
    </Panel>
  );
}
