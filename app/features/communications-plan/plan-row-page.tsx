import { HistoryPanel } from "~/features/audit/history-panel";
import type { PlanRowDetail } from "~/features/communications-plan/plan-row.view.server";
import { cellNames, RowStateWords } from "~/features/communications-plan/plan-words";
import { Reading } from "~/features/timing/timing-reading";
import { formatDateTimeRange } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { Columns, Panel, PanelBody, Row, Rows } from "~/ui/panel";
import { Empty } from "~/ui/table";
import { Tag } from "~/ui/tag";

/** One row of the plan: its words and what they mean, its cells, the events made from it and its history. */
export function PlanRowPage({ row, slug }: { row: PlanRowDetail; slug: string }) {
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
          <Panel title={m.plan_row()}>
            <dl className="sv-panel__body sv-stack">
              <Cell name={cellNames.channel()} words={cells.channel} />
              <Cell name={cellNames.theme()} words={cells.theme} />
              <Cell name={cellNames.goal()} words={cells.goal} />
              <Cell name={cellNames.responsible()} words={cells.responsible} />
              <Cell name={cellNames.audience()} words={cells.audience} />
              <Areas row={row} />
            </dl>
          </Panel>
        </>
      }
      side={
        <>
          <Panel title={m.plan_events()} count={row.events.length || undefined}>
            {row.events.length === 0 ? (
              <EmptyState icon="calendar" title={m.plan_no_events()} why={m.plan_no_events_why()} />
            ) : (
              <Rows>
                {row.events.map((event) => (
                  <Row
                    key={event.id}
                    icon={row.icon}
                    title={event.title}
                    to={paths.event(slug, event.id)}
                    note={formatDateTimeRange(event.startsAt, event.endsAt, event.zone, getLocale())}
                    end={event.state === "cancelled" && <Tag tone="neutral">{m.plan_event_cancelled()}</Tag>}
                  />
                ))}
              </Rows>
            )}
          </Panel>
          <Panel title={m.plan_state()}>
            <PanelBody>
              <p>
                <RowStateWords state={row.state} />
              </p>
            </PanelBody>
          </Panel>
          <HistoryPanel lines={row.history} />
        </>
      }
    />
  );
}

function Cell({ name, words }: { name: string; words: string }) {
  return (
    <div>
      <dt className="sv-small sv-quiet">{name}</dt>
      <dd className="sv-prose sv-lines">{words === "" ? <Empty label={m.common_empty_cell()} /> : words}</dd>
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
