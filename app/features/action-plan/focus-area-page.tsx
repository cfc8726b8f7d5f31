import { Form, Link } from "@remix-run/react";
import { yearPeriod } from "~/domain/action-plan/activity";
import type { FocusAreaView } from "~/features/action-plan/focus-area.view.server";
import { ActivityStateWords } from "~/features/action-plan/plan-words";
import { FocusTexts } from "~/features/action-plan/version-page";
import { TimingCell } from "~/features/timing/timing-cell";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { MarkdownBlocks } from "~/ui/markdown-blocks";
import { Columns, Panel, PanelBody } from "~/ui/panel";
import { DataTable, Empty } from "~/ui/table";

type Row = FocusAreaView["measures"][number]["activities"][number];

/** A focus area's text, how it is organised, paid and reported, and its measures. */
export function FocusAreaPage({ view, slug, mayEdit }: { view: FocusAreaView; slug: string; mayEdit: boolean }) {
  const { year, today, body, measures } = view;
  return (
    <Columns
      main={
        <div className="sv-stack">
          {body.length > 0 && (
            <div className="sv-prose">
              <MarkdownBlocks blocks={body} headingLevel={2} />
            </div>
          )}
          {measures.length === 0 && (
            <EmptyState icon="tasklist" title={m.action_plan_no_measures()} why={m.action_plan_no_measures_why()} />
          )}
          {measures.map((measure) => (
            <Panel
              key={measure.id}
              title={measure.name}
              count={measure.activities.length}
              aside={measure.strategy || undefined}
            >
              <DataTable<Row>
                caption={measure.name}
                rows={measure.activities}
                rowKey={({ id }) => id}
                columns={[
                  {
                    ...{ id: "activity", head: m.action_plan_activity(), rowHeader: true, onSmall: "full" },
                    cell: ({ id, name }) => (
                      <Link to={paths.activity(slug, year, id)} dir="auto">
                        {name || m.action_plan_unnamed()}
                      </Link>
                    ),
                  },
                  {
                    ...{ id: "when", head: m.action_plan_when(), width: 176, onSmall: "full" },
                    cell: ({ timing }) => <TimingCell reading={timing} period={yearPeriod(year)} today={today} />,
                  },
                  {
                    ...{ id: "owner", head: m.action_plan_owner(), quiet: true, onSmall: "label" },
                    cell: ({ owner }) => owner || <Empty label={m.common_empty_cell()} />,
                  },
                  {
                    ...{ id: "state", head: m.action_plan_state(), onSmall: "full" },
                    cell: (row) => <ActivityStateWords row={row} />,
                  },
                  ...(mayEdit && measure.activities.length > 1
                    ? [
                        {
                          ...{ id: "move", head: m.action_plan_order(), headSpoken: true as const, width: 84 },
                          cell: (row: Row) => <Move row={row} ids={measure.activities.map(({ id }) => id)} />,
                        },
                      ]
                    : []),
                ]}
              />
            </Panel>
          ))}
        </div>
      }
      side={
        <Panel title={m.action_plan_about_focus_area()}>
          <PanelBody>
            <FocusTexts focus={view} />
          </PanelBody>
        </Panel>
      }
    />
  );
}

/** Up and down in the measure. */
function Move({ row, ids }: { row: Row; ids: string[] }) {
  const name = row.name || m.action_plan_unnamed();
  const at = ids.indexOf(row.id);
  return (
    <Form method="post" preventScrollReset className="sv-queue__move">
      <input type="hidden" name="activity" value={row.id} />
      <Button
        {...{ variant: "tertiary", small: true, iconOnly: true, icon: "chevron-up", name: "by", value: "-1" }}
        aria-disabled={at === 0 || undefined}
      >
        {m.action_plan_move_up({ name })}
      </Button>
      <Button
        {...{ variant: "tertiary", small: true, iconOnly: true, icon: "chevron-down", name: "by", value: "1" }}
        aria-disabled={at === ids.length - 1 || undefined}
      >
        {m.action_plan_move_down({ name })}
      </Button>
    </Form>
  );
}
