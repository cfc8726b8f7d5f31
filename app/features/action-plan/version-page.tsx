import { kronerText } from "~/features/action-plan/money";
import type { VersionView } from "~/features/action-plan/plans.view.server";
import { m } from "~/i18n/messages/messages";
import { MarkdownBlocks } from "~/ui/markdown-blocks";
import { Panel, PanelBody } from "~/ui/panel";
import { DataTable, Empty } from "~/ui/table";

type Focus = VersionView["content"]["areas"][number]["focusAreas"][number];

/** A plan as it was adopted: its texts and tables, which nothing changes. */
export function VersionPage({ content }: { content: VersionView["content"] }) {
  return (
    <div className="sv-stack">
      {content.introduction.length > 0 && (
        <Panel title={m.action_plan_introduction()}>
          <PanelBody>
            <div className="sv-prose">
              <MarkdownBlocks blocks={content.introduction} headingLevel={3} />
            </div>
          </PanelBody>
        </Panel>
      )}
      {content.areas.flatMap((area) =>
        area.focusAreas.map((focus) => (
          <Panel key={`${area.name}/${focus.name}`} title={`${area.name} · ${focus.name}`}>
            <PanelBody>
              <FocusTexts focus={focus} />
            </PanelBody>
            <FrozenTable focus={focus} />
          </Panel>
        )),
      )}
    </div>
  );
}

/** How a focus area is organised, what it may use and how it reports. */
export function FocusTexts({
  focus,
}: {
  focus: Pick<Focus, "organisation" | "resources" | "reporting" | "amount" | "positions">;
}) {
  const { organisation, resources, reporting, amount, positions } = focus;
  const figures = [
    amount !== null && m.action_plan_kroner({ amount: kronerText(amount) }),
    positions !== null && m.action_plan_position({ n: positions }),
  ];
  const terms = [
    [m.action_plan_organisation(), organisation],
    [m.action_plan_resources(), resources],
    [m.action_plan_figures(), figures.filter(Boolean).join(", ")],
    [m.action_plan_reporting(), reporting],
  ].filter(([, words]) => words !== "");
  return (
    <dl className="sv-terms">
      {terms.map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="sv-lines" dir="auto">
            {words}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FrozenTable({ focus }: { focus: Focus }) {
  const rows = focus.measures.flatMap(({ name: measure, strategy, activities }) =>
    activities.map((activity, at) => ({ ...activity, measure, strategy, first: at === 0 })),
  );
  if (rows.length === 0) return null;
  const none = <Empty label={m.common_empty_cell()} />;
  return (
    <DataTable<(typeof rows)[number]>
      caption={focus.name}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          ...{ id: "measure", head: m.action_plan_measure(), onSmall: "full" },
          cell: ({ measure, strategy, first }) => (
            <span className={first ? "sv-apmeasure" : "ds-sr-only"}>
              {measure}
              {strategy && <small>{strategy}</small>}
            </span>
          ),
        },
        {
          ...{ id: "activity", head: m.action_plan_activity(), rowHeader: true, onSmall: "full" },
          cell: ({ name }) => name || m.action_plan_unnamed(),
        },
        { id: "when", head: m.action_plan_when(), onSmall: "label", cell: ({ timing }) => timing || none },
        { id: "owner", head: m.action_plan_owner(), onSmall: "label", cell: ({ owner }) => owner || none },
      ]}
    />
  );
}
