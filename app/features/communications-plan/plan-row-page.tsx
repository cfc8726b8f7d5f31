import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { HistoryPanel } from "~/features/audit/history-panel";
import type { PlanRowDetail } from "~/features/communications-plan/plan-row.view.server";
import { cellNames, RowStateWords } from "~/features/communications-plan/plan-words";
import { RowOutcomes } from "~/features/communications-plan/row-outcomes";
import { type RefusedSaying, RowTimes } from "~/features/communications-plan/row-times";
import {
  AudienceMeaning,
  type ResponsibleName,
  ResponsibleNames,
  type RowAudience,
} from "~/features/communications-plan/row-whom";
import { Reading } from "~/features/timing/timing-reading";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Columns, Panel, PanelBody } from "~/ui/panel";
import { Empty } from "~/ui/table";

export type RowRights = {
  edit: boolean;
  makeEvent: boolean;
  publish: boolean;
  seeAudiences: boolean;
  bindAudiences: boolean;
  bindNames: boolean;
};

type Props = {
  row: PlanRowDetail;
  names: ResponsibleName[];
  audience: RowAudience;
  slug: string;
  may: RowRights;
  refused: RefusedSaying | undefined;
  /** What the rules do with the row. */
  automation?: ReactNode;
};

/** One row of the plan: when it is, what became of it, its cells and whom they mean, and its history. */
export function PlanRowPage({ row, names, audience, slug, may, refused, automation }: Props) {
  const { cells, reading, period, today } = row;
  return (
    <Columns
      main={
        <>
          <Panel title={m.plan_when()} aside={cells.timing && `«${cells.timing}»`}>
            <PanelBody>
              <Reading reading={reading} period={period} today={today} />
            </PanelBody>
          </Panel>
          <RowTimes times={row.times} earlier={row.earlier} slug={slug} mayEdit={may.edit} refused={refused} />
          {automation}
          <RowOutcomes outcomes={row.outcomes} outside={row.outside} slug={slug} rowId={row.id} may={may} />
          <Panel title={m.plan_row()}>
            <dl className="sv-panel__body sv-stack">
              <Cell name={cellNames.channel()}>
                {cells.channel}
                {row.channel.name !== cells.channel && (
                  <span className="sv-quiet sv-small"> {m.plan_channel_is({ channel: row.channel.name })}</span>
                )}
              </Cell>
              <Cell name={cellNames.theme()}>{cells.theme}</Cell>
              <Cell name={cellNames.goal()}>{cells.goal}</Cell>
              <Areas row={row} />
              {row.notes !== "" && <Cell name={m.plan_notes()}>{row.notes}</Cell>}
            </dl>
          </Panel>
        </>
      }
      side={
        <>
          <Panel title={m.plan_state()}>
            <PanelBody>
              <div className="sv-times__state">
                <RowStateWords state={row.state} />
              </div>
            </PanelBody>
          </Panel>
          <Panel
            title={cellNames.responsible()}
            foot={<Link to={paths.responsibilityRow(slug, row.id)}>{m.plan_see_responsibility()}</Link>}
          >
            <PanelBody>
              <ResponsibleNames names={names} slug={slug} mayBind={may.bindNames} />
            </PanelBody>
          </Panel>
          <Panel title={cellNames.audience()}>
            <PanelBody>
              <AudienceMeaning
                audience={audience}
                cell={cells.audience}
                slug={slug}
                may={{ see: may.seeAudiences, bind: may.bindAudiences }}
              />
            </PanelBody>
          </Panel>
          <HistoryPanel lines={row.history} />
        </>
      }
    />
  );
}

function Cell({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="sv-small sv-quiet">{name}</dt>
      <dd className="sv-prose sv-lines">{children || <Empty label={m.common_empty_cell()} />}</dd>
    </div>
  );
}

/** What priority areas the row is about, and whether somebody has said so. */
function Areas({ row: { areas, areasChosen } }: { row: PlanRowDetail }) {
  return (
    <div>
      <dt className="sv-small sv-quiet">{m.plan_areas()}</dt>
      <dd>
        {areas.length === 0 ? (
          <Empty label={m.plan_areas_none()} />
        ) : (
          <>
            {areas.map(({ number, name }) => `${number} ${name}`).join(", ")}
            {!areasChosen && <span className="sv-quiet sv-small"> ({m.plan_areas_read().toLowerCase()})</span>}
          </>
        )}
      </dd>
    </div>
  );
}
