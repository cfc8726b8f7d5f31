import { Form, Link } from "@remix-run/react";
import { kronerText } from "~/features/action-plan/money";
import type { AboutPlan } from "~/features/action-plan/plans.view.server";
import { HistoryPanel } from "~/features/audit/history-panel";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { TextArea } from "~/ui/fields";
import { MarkdownBlocks } from "~/ui/markdown-blocks";
import { Columns, Panel, PanelBody } from "~/ui/panel";
import { DataTable, Empty } from "~/ui/table";

type FocusRow = AboutPlan["areas"][number]["focusAreas"][number];

/** The text of a plan, its focus areas with money and positions, and the versions that were adopted. */
export function AboutPlanPage({
  about,
  slug,
  mayEdit,
  typed,
}: {
  about: AboutPlan;
  slug: string;
  mayEdit: boolean;
  /** What was typed of an area, and why it was not saved. */
  typed: { body: string; message: string } | null;
}) {
  const { plan, introduction, areas, versions, history } = about;
  return (
    <Columns
      main={
        <div className="sv-stack">
          {introduction.length > 0 && (
            <Panel title={m.action_plan_introduction()}>
              <PanelBody>
                <div className="sv-prose">
                  <MarkdownBlocks blocks={introduction} headingLevel={3} />
                </div>
              </PanelBody>
            </Panel>
          )}
          {areas.map(({ id, name, body, written, focusAreas }) => (
            <Panel
              key={id}
              id={`area-${id}`}
              title={name}
              {...(mayEdit &&
                written === null && {
                  link: {
                    label: m.action_plan_area_text(),
                    to: `${paths.actionPlanAbout(slug, plan.year)}?area=${id}#area-${id}`,
                  },
                })}
            >
              {mayEdit && written !== null ? (
                <PanelBody>
                  <Form method="post" className="sv-form" noValidate>
                    <input type="hidden" name="area" value={id} />
                    <input type="hidden" name="was" value={written} />
                    <TextArea
                      name="body"
                      label={m.action_plan_area_text()}
                      rows={8}
                      defaultValue={typed?.body ?? written}
                      error={typed?.message ?? null}
                      optional
                    />
                    <div className="sv-row">
                      <Button name="intent" value="area">
                        {m.action_plan_area_save()}
                      </Button>
                      <LinkButton variant="tertiary" to={paths.actionPlanAbout(slug, plan.year)}>
                        {m.common_cancel()}
                      </LinkButton>
                    </div>
                  </Form>
                </PanelBody>
              ) : body.length === 0 ? null : (
                <PanelBody>
                  <div className="sv-prose">
                    <MarkdownBlocks blocks={body} headingLevel={3} />
                  </div>
                </PanelBody>
              )}
              {focusAreas.length > 0 && <FocusAreas name={name} rows={focusAreas} year={plan.year} slug={slug} />}
            </Panel>
          ))}
          {mayEdit && (
            <div>
              <LinkButton to={paths.newFocusArea(slug, plan.year)} variant="secondary" icon="plus">
                {m.action_plan_new_focus_area()}
              </LinkButton>
            </div>
          )}
        </div>
      }
      side={
        <div className="sv-stack">
          <Panel title={m.action_plan_versions()}>
            <PanelBody>
              {versions.length === 0 ? (
                <p className="sv-quiet">{m.action_plan_no_versions()}</p>
              ) : (
                <ul className="sv-plain sv-stack">
                  {versions.map(({ number, adoptedOn, adoptedBy }) => (
                    <li key={number}>
                      <Link className="sv-link" to={paths.actionPlanVersion(slug, plan.year, number)}>
                        {m.action_plan_version({ number })}
                      </Link>
                      <br />
                      <small className="sv-quiet">
                        {[describeDay(adoptedOn), adoptedBy].filter(Boolean).join(" · ")}
                      </small>
                    </li>
                  ))}
                </ul>
              )}
            </PanelBody>
          </Panel>
          <HistoryPanel lines={history} />
        </div>
      }
    />
  );
}

function FocusAreas({ name, rows, year, slug }: { name: string; rows: FocusRow[]; year: number; slug: string }) {
  const none = <Empty label={m.common_empty_cell()} />;
  return (
    <DataTable<FocusRow>
      caption={name}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          ...{ id: "name", head: m.action_plan_focus_area(), rowHeader: true, onSmall: "full" },
          cell: ({ id, name: own }) => <Link to={paths.focusArea(slug, year, id)}>{own}</Link>,
        },
        {
          ...{ id: "count", head: m.action_plan_activities(), align: "right", onSmall: "label" },
          cell: ({ count }) => count,
        },
        {
          ...{ id: "amount", head: m.action_plan_amount(), align: "right", onSmall: "label" },
          cell: ({ amount }) => (amount === null ? none : <span className="sv-nowrap">{kronerText(amount)}</span>),
        },
        {
          ...{ id: "positions", head: m.action_plan_positions(), align: "right", onSmall: "label" },
          cell: ({ positions }) => (positions === null ? none : m.action_plan_percent({ n: positions })),
        },
      ]}
    />
  );
}
