import type { StatusReportReview } from "~/features/documents/status-report-import.view.server";
import { m } from "~/i18n/messages/messages";
import { Panel, PanelBody } from "~/ui/panel";
import { DataTable, Empty } from "~/ui/table";
import { Verdict } from "~/ui/verdicts";

type Group = StatusReportReview["groups"][number];
type Row = Group["rows"][number] & { first: boolean };

const matchVerdict = { exact: "unchanged", near: "updated", asks: "asks" } as const;
const matchWords = {
  exact: () => m.documents_sr_match_exact(),
  near: () => m.documents_sr_match_near(),
  asks: () => m.documents_verdict_asks(),
};
const verdictWords = {
  created: () => m.documents_verdict_created(),
  updated: () => m.documents_verdict_updated(),
  unchanged: () => m.documents_verdict_unchanged(),
  asks: () => m.documents_verdict_asks(),
};

/** All that a report says: its rows by focus area, its texts, what has no place, and what the plan has besides. */
export function ReportRows({ review }: { review: StatusReportReview }) {
  const { groups, texts, unplaced, unreported } = review;
  return (
    <>
      {groups.map((group) => (
        <GroupTable key={`${group.area}/${group.focusArea}`} group={group} />
      ))}
      {texts.length > 0 && (
        <Panel title={m.documents_sr_texts()} count={texts.length}>
          <PanelBody>
            <p>{m.documents_sr_texts_why()}</p>
            {texts.map(({ heading, body, verdict }) => (
              <details key={heading}>
                <summary>
                  {heading} <Verdict verdict={verdict}>{verdictWords[verdict]()}</Verdict>
                </summary>
                <div className="sv-lines">{body}</div>
              </details>
            ))}
          </PanelBody>
        </Panel>
      )}
      {unplaced.length > 0 && (
        <Panel title={m.documents_sr_unplaced()} count={unplaced.length}>
          <PanelBody>
            <p>{m.documents_sr_unplaced_why()}</p>
            <ul className="sv-points">
              {unplaced.map(({ line, words }) => (
                <li key={line}>{`${m.documents_place_line({ line })}: ${words}`}</li>
              ))}
            </ul>
          </PanelBody>
        </Panel>
      )}
      {unreported.length > 0 && (
        <Panel title={m.documents_sr_unreported()} count={unreported.length}>
          <PanelBody>
            <p>{m.documents_sr_unreported_why()}</p>
            <ul className="sv-points">
              {unreported.map(({ id, measure, name }) => (
                <li key={id}>{[measure, name].filter(Boolean).join(": ")}</li>
              ))}
            </ul>
          </PanelBody>
        </Panel>
      )}
    </>
  );
}

function GroupTable({ group: { area, focusArea, rows } }: { group: Group }) {
  const title = [area, focusArea].filter(Boolean).join(" · ") || m.documents_sr_no_area();
  const shown = rows.map((row, at): Row => {
    const above = rows[at - 1];
    return { ...row, first: above?.measure !== row.measure || above.strategy !== row.strategy };
  });
  return (
    <Panel title={title} count={m.documents_rows({ n: rows.length })}>
      <DataTable<Row>
        caption={title}
        rows={shown}
        rowKey={({ line }) => String(line)}
        mark={({ match, verdict }) => (match === "asks" || verdict === "asks" ? "warning" : undefined)}
        columns={[
          {
            ...{ id: "measure", head: m.action_plan_measure(), width: 220, onSmall: "full" },
            cell: ({ measure, strategy, first }) => (
              <span className={first ? "sv-apmeasure" : "ds-sr-only"}>
                {measure}
                {strategy && <small>{strategy}</small>}
              </span>
            ),
          },
          {
            ...{ id: "activity", head: m.action_plan_activity(), rowHeader: true, onSmall: "full" },
            cell: ({ activity, nearly }) => (
              <>
                {activity || m.action_plan_unnamed()}
                {nearly && <small className="sv-quiet">{` ${m.documents_sr_nearly({ name: nearly })}`}</small>}
              </>
            ),
          },
          {
            ...{ id: "when", head: m.action_plan_when(), width: 110, onSmall: "label" },
            cell: ({ timing }) => timing || <Empty label={m.common_empty_cell()} />,
          },
          {
            ...{ id: "said", head: m.documents_sr_answer(), width: 260, onSmall: "label" },
            cell: ({ said }) =>
              said ? <span className="sv-lines">{said}</span> : <Empty label={m.common_empty_cell()} />,
          },
          {
            ...{ id: "match", head: m.documents_sr_in_plan(), width: 130, onSmall: "full" },
            cell: ({ match, verdict }) =>
              match ? (
                <Verdict verdict={matchVerdict[match]}>{matchWords[match]()}</Verdict>
              ) : (
                <Verdict verdict={verdict}>{verdictWords[verdict]()}</Verdict>
              ),
          },
        ]}
      />
    </Panel>
  );
}
