import { Form, Link } from "@remix-run/react";
import { ActivityStateWords } from "~/features/action-plan/plan-words";
import { activityGroups, activityOptions } from "~/features/reports/activity-options";
import { RowStateWords } from "~/features/reports/report-words";
import type { RowView } from "~/features/reports/row.view.server";
import { RowAnswers, RowForm, TakeBack } from "~/features/reports/row-form";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { CheckboxGroup } from "~/ui/choices";
import { Confirm } from "~/ui/confirm";
import { Select } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";

type Refused = { errors: Record<string, string>; values: Record<string, string>; version?: number };
type Props = { view: RowView; slug: string; refused?: Refused | undefined };

/** What the owner fills in, or what was delivered. */
export function RowPanel({ view, refused }: Props) {
  const { row, round, columns, changes, hadBefore, mayFill } = view;
  const previous = hadBefore ? (round.previous?.name ?? null) : null;
  const asked = { id: row.id, version: row.version, columns, changes, previous };
  const form = mayFill && row.state !== "delivered";
  return (
    <Panel title={m.reports_answers()}>
      <PanelBody>
        {round.state === "submitted" && <Note>{m.reports_frozen_note()}</Note>}
        {!hadBefore && round.previous && (
          <p className="sv-quiet">{m.reports_not_before({ name: round.previous.name })}</p>
        )}
        {form ? (
          <RowForm asked={asked} {...(refused && { refused })} />
        ) : (
          <>
            {refused?.errors.form && (
              <Note tone="danger" live>
                {refused.errors.form}
              </Note>
            )}
            <RowAnswers asked={asked} />
            {mayFill && <TakeBack id={row.id} version={refused?.version ?? row.version} />}
          </>
        )}
        <Unasked view={view} />
      </PanelBody>
    </Panel>
  );
}

function Unasked({ view: { unasked } }: { view: RowView }) {
  if (unasked.length === 0) return null;
  return (
    <details>
      <summary>{m.reports_unasked({ n: unasked.length })}</summary>
      <p className="sv-quiet">{m.reports_unasked_why()}</p>
      <dl className="sv-terms">
        {unasked.map(({ key, words }) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd className="sv-lines" dir="auto">
              {words}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Asks which activity of the plan a row is, where the words do not say. */
export function WhichActivity({ view, refused }: Props) {
  const { row, activities, mayEdit } = view;
  if (!row.asks) return null;
  if (!mayEdit) return <Note tone="warning">{m.reports_asks_which()}</Note>;
  return (
    <Panel title={m.reports_asks_title()}>
      <PanelBody>
        <p>{m.reports_asks_why()}</p>
        <ActivityChoice view={view} refused={refused} activities={activities} />
      </PanelBody>
    </Panel>
  );
}

function ActivityChoice({ view, refused, activities }: Omit<Props, "slug"> & { activities: RowView["activities"] }) {
  const { row } = view;
  const focus = new Set(
    activities
      .filter(({ activityId }) => activityId === row.activityId || row.besides.includes(activityId))
      .map(({ focusArea }) => focusArea),
  ).add(row.focusArea);
  const near = activities.filter(({ focusArea }) => focus.has(focusArea));
  return (
    <Form method="post" className="sv-form" key={row.version}>
      <input type="hidden" name="version" value={row.version} />
      <input type="hidden" name="intent" value="activity" />
      <Select
        name="activityId"
        label={m.reports_activity()}
        error={refused?.errors.activityId ?? null}
        defaultValue={refused?.values.activityId ?? row.activityId ?? ""}
        options={[
          {
            group: m.reports_activity_other(),
            options: [
              { value: "", label: m.reports_activity_choose() },
              { value: "none", label: m.reports_activity_none() },
            ],
          },
          ...activityGroups(activities),
        ]}
      />
      <details open={row.besides.length > 0 || Boolean(refused?.errors.besides)}>
        <summary>{m.reports_activity_more()}</summary>
        <CheckboxGroup
          name="besides"
          legend={m.reports_activity_besides()}
          hint={m.reports_activity_besides_hint()}
          error={refused?.errors.besides ?? null}
          options={activityOptions(near.length > 1 ? near : activities)}
          defaultValues={row.besides}
        />
      </details>
      <div>
        <Button variant="secondary">{m.reports_activity_save()}</Button>
      </div>
    </Form>
  );
}

/** What the row is: the words of the plan, who answers for it, and where the activity stands. */
export function RowFacts({ view, slug, refused }: Props) {
  const { row, round, planned, mayEdit, activities, owners } = view;
  const known = row.owner && !owners.some(({ id }) => id === row.ownerId) ? [row.owner] : [];
  return (
    <Panel title={m.reports_about_row()}>
      <PanelBody>
        <dl className="sv-terms">
          {(
            [
              [m.action_plan_area(), row.area],
              [m.action_plan_focus_area(), row.focusArea],
              [m.action_plan_strategy(), row.strategy],
              [m.action_plan_measure(), row.measure],
              [m.action_plan_activity(), row.activity],
              [m.action_plan_when(), row.timing],
              [m.reports_owner(), row.owner?.name ?? (planned?.owner || m.reports_nobody())],
            ] as const
          )
            .filter(([, words]) => words)
            .map(([term, words]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd dir="auto">{words}</dd>
              </div>
            ))}
          <div>
            <dt>{m.reports_state()}</dt>
            <dd>
              <div className="sv-apstate">
                <RowStateWords
                  state={row.state}
                  note={row.deliveredAt ? describeDay(row.deliveredAt.slice(0, 10)) : undefined}
                />
              </div>
            </dd>
          </div>
          {planned && (
            <div>
              <dt>{m.reports_in_plan()}</dt>
              <dd>
                <div className="sv-apstate">
                  <ActivityStateWords row={{ ...planned, stale: null }} />
                </div>
                {round.year !== null && (
                  <p className="sv-small">
                    <Link className="sv-link" to={paths.activity(slug, round.year, planned.id)}>
                      {m.reports_see_activity()}
                    </Link>
                  </p>
                )}
              </dd>
            </div>
          )}
          {view.besides.length > 0 && (
            <div>
              <dt>{m.reports_activity_besides()}</dt>
              {view.besides.map(({ id, name, measure, state, reason }) => (
                <dd key={id}>
                  {round.year === null ? (
                    name || measure.name
                  ) : (
                    <Link className="sv-link" to={paths.activity(slug, round.year, id)} dir="auto">
                      {name || measure.name}
                    </Link>
                  )}
                  <div className="sv-apstate">
                    <ActivityStateWords row={{ state, reason, stale: null }} />
                  </div>
                </dd>
              ))}
            </div>
          )}
          {!row.activityId && !row.asks && (
            <div>
              <dt>{m.reports_in_plan()}</dt>
              <dd>{m.reports_not_in_plan()}</dd>
            </div>
          )}
        </dl>
        {mayEdit && (
          <Form method="post" className="sv-form" key={`owner-${row.version}`}>
            <input type="hidden" name="version" value={row.version} />
            <input type="hidden" name="intent" value="owner" />
            <Select
              name="ownerId"
              label={m.reports_hand_over()}
              error={refused?.errors.ownerId ?? null}
              defaultValue={row.ownerId ?? ""}
              options={[
                { value: "", label: m.reports_nobody() },
                ...[...owners, ...known].map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <div>
              <Button variant="secondary">{m.reports_hand_over_save()}</Button>
            </div>
          </Form>
        )}
        {mayEdit && !row.asks && activities.length > 0 && (
          <details>
            <summary>{m.reports_activity_change()}</summary>
            <ActivityChoice view={view} refused={refused} activities={activities} />
          </details>
        )}
      </PanelBody>
    </Panel>
  );
}

/** The button that removes a row. */
export function RemoveRow({ view: { row } }: { view: RowView }) {
  return (
    <Form method="post">
      <input type="hidden" name="version" value={row.version} />
      <Button name="intent" value="remove" variant="tertiary" small icon="trash">
        {m.reports_row_remove()}
      </Button>
    </Form>
  );
}

/** Asks whether a row in which something is said is to be removed. */
export function RemoveAsked({ view: { row, round }, slug }: Pick<Props, "view" | "slug">) {
  return (
    <Form method="post">
      <input type="hidden" name="version" value={row.version} />
      <input type="hidden" name="sure" value="yes" />
      <Confirm
        tone="danger"
        title={m.reports_row_remove_title()}
        action={
          <Button name="intent" value="remove" variant="danger">
            {m.reports_row_remove()}
          </Button>
        }
        cancel={{ label: m.common_cancel(), to: paths.reportRow(slug, round.id, row.id) }}
      >
        <p>{row.owner ? m.reports_row_remove_owner({ name: row.owner.name }) : m.reports_row_remove_why()}</p>
      </Confirm>
    </Form>
  );
}
