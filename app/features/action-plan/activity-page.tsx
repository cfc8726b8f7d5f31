import { Form, Link } from "@remix-run/react";
import { activityStates, yearPeriod } from "~/domain/action-plan/activity";
import { isWebAddress } from "~/domain/shared/web-address";
import type { ActivityView } from "~/features/action-plan/activity.view.server";
import type { RefusedForm } from "~/features/action-plan/activity-form";
import { ActivityStateWords, stateGlyphs, stateNames } from "~/features/action-plan/plan-words";
import { FormProblems } from "~/features/regions/form-problems";
import { TimingCell } from "~/features/timing/timing-cell";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choices";
import { EmptyState } from "~/ui/empty-state";
import { Select, TextArea, TextInput } from "~/ui/fields";
import { Panel, PanelBody } from "~/ui/panel";
import { StateWords } from "~/ui/state";

/** What the plan says of an activity. */
export function ActivityFacts({ view, slug, today }: { view: ActivityView; slug: string; today: string }) {
  const { row, year, area, focusArea, measure, carriedFrom, carriedTo } = view;
  return (
    <Panel title={m.action_plan_in_plan()}>
      <PanelBody>
        <dl className="sv-terms">
          <Term name={m.action_plan_area()}>{area}</Term>
          <Term name={m.action_plan_focus_area()}>
            <Link className="sv-link" to={paths.focusArea(slug, year, focusArea.id)}>
              {focusArea.name}
            </Link>
          </Term>
          {measure.strategy && <Term name={m.action_plan_strategy()}>{measure.strategy}</Term>}
          <Term name={m.action_plan_measure()}>{measure.name}</Term>
          <Term name={m.action_plan_when()}>
            <TimingCell reading={row.timing} period={yearPeriod(year)} today={today} />
          </Term>
          <Term name={m.action_plan_owner()}>{row.owner || m.action_plan_nobody()}</Term>
          {carriedFrom && (
            <Term name={m.action_plan_carried_from()}>
              <Link className="sv-link" to={paths.activity(slug, carriedFrom.year, carriedFrom.id)}>
                {m.action_plan_title({ year: String(carriedFrom.year) })}
              </Link>
            </Term>
          )}
          {carriedTo.map(({ id, year: next }) => (
            <Term key={id} name={m.action_plan_carried_to()}>
              <Link className="sv-link" to={paths.activity(slug, next, id)}>
                {m.action_plan_title({ year: String(next) })}
              </Link>
            </Term>
          ))}
          <Term name={m.action_plan_state()}>
            <div className="sv-apstate">
              <ActivityStateWords row={row} />
            </div>
          </Term>
        </dl>
      </PanelBody>
    </Panel>
  );
}

function Term({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </>
  );
}

/** The form that says where an activity stands, why and what shows it. */
export function StatusForm({ view, refused }: { view: ActivityView; refused: RefusedForm | undefined }) {
  const { row, options } = view;
  if (!options) return null;
  const values = refused?.values ?? { state: row.state };
  const errors = refused?.errors ?? {};
  const version = refused?.version ?? row.version;
  const field = (name: string) => ({ name, defaultValue: values[name] ?? "", error: errors[name] ?? null });
  return (
    <Panel title={m.action_plan_say()} id="say">
      <PanelBody>
        <Form method="post" className="sv-form" noValidate key={`${version}`}>
          <FormProblems errors={errors} />
          <input type="hidden" name="version" value={version} />
          <RadioGroup
            {...field("state")}
            legend={m.action_plan_state()}
            options={activityStates.map((state) => ({ value: state, label: stateNames[state]() }))}
          />
          <TextArea {...field("reason")} label={m.action_plan_reason()} hint={m.action_plan_reason_hint()} rows={3} />
          <TextInput
            {...field("evidence")}
            label={m.action_plan_evidence()}
            hint={m.action_plan_evidence_hint()}
            maxLength={500}
            optional
          />
          {options.events.length > 0 && (
            <Select
              {...field("eventId")}
              label={m.action_plan_event()}
              options={[{ value: "", label: m.action_plan_none_chosen() }, ...options.events]}
              optional
            />
          )}
          {options.items.length > 0 && (
            <Select
              {...field("itemId")}
              label={m.action_plan_item()}
              options={[{ value: "", label: m.action_plan_none_chosen() }, ...options.items]}
              optional
            />
          )}
          <div>
            <Button icon="check">{m.action_plan_save_status()}</Button>
          </div>
        </Form>
      </PanelBody>
    </Panel>
  );
}

/** All that was said of an activity, the newest first. */
export function StatusHistory({ view, slug }: { view: ActivityView; slug: string }) {
  const { statuses } = view;
  return (
    <Panel title={m.action_plan_said()} count={statuses.length > 0 ? statuses.length : undefined}>
      {statuses.length === 0 ? (
        <EmptyState icon="clock" title={m.action_plan_nothing_said()} why={m.action_plan_nothing_said_why()} />
      ) : (
        <ol className="sv-plain sv-apsaid">
          {statuses.map(({ id, state, reason, evidence, event, item, who, when }) => (
            <li key={id}>
              <StateWords state={stateGlyphs[state]} note={[when, who].filter(Boolean).join(" · ")}>
                {stateNames[state]()}
              </StateWords>
              {reason && (
                <p className="sv-lines" dir="auto">
                  {reason}
                </p>
              )}
              {evidence && (
                <p className="sv-small">
                  {m.action_plan_shown_by()}{" "}
                  {isWebAddress(evidence) ? (
                    <a className="sv-link" href={evidence} rel="noreferrer">
                      {evidence}
                    </a>
                  ) : (
                    evidence
                  )}
                </p>
              )}
              {event && (
                <p className="sv-small">
                  <Link className="sv-link" to={paths.event(slug, event.id)}>
                    {event.title}
                  </Link>
                </p>
              )}
              {item && <p className="sv-small">{m.action_plan_case({ number: item.number })}</p>}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
