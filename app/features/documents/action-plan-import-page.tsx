import { Form } from "@remix-run/react";
import type { Join } from "~/domain/documents/types";
import type { ActionPlanReview } from "~/features/documents/action-plan-import.server";
import { conflictField, joinField } from "~/features/documents/import-fields";
import { ImportCounts } from "~/features/documents/import-tables";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choices";
import { TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";
import { DataTable, Empty } from "~/ui/table";
import { CellChange, Verdict } from "~/ui/verdicts";

/** What a document would become, with what a person must settle, and the buttons that save or discard it. */
export function ActionPlanReviewPage({ review, yearError }: { review: ActionPlanReview; yearError: string | null }) {
  const { counts, problems, needsYear, cuts, closed, saves, year, focusAreas, missing } = review;
  const conflicts = focusAreas.flatMap(({ rows }) => rows.filter(({ verdict }) => verdict === "asks"));
  const open = needsYear || cuts.length > 0 || conflicts.length > 0;
  const maySave = problems.length === 0 && !needsYear && !closed && (saves > 0 || conflicts.length > 0);
  return (
    <>
      <ImportCounts counts={counts} />
      {problems.length > 0 && (
        <Note tone="danger" title={m.documents_problems_title()}>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Note>
      )}
      {closed && <Note tone="danger">{m.documents_ap_closed({ year: String(year) })}</Note>}
      <Facts review={review} />
      <Form method="post" className="sv-stack">
        {needsYear && (
          <Panel title={m.action_plan_year()}>
            <PanelBody>
              <p>{m.documents_ap_year_missing()}</p>
              <TextInput
                name="year"
                label={m.action_plan_year()}
                error={yearError}
                inputMode="numeric"
                maxLength={4}
                width="short"
                required
              />
            </PanelBody>
          </Panel>
        )}
        {cuts.length > 0 && (
          <Panel title={m.documents_doubts()} count={cuts.length}>
            <PanelBody>
              <p>{m.documents_doubts_why()}</p>
              {cuts.map(({ id, line, left, right, chosen }) => (
                <RadioGroup
                  key={id}
                  name={joinField(id)}
                  legend={m.documents_place_line({ line })}
                  hint={m.documents_doubt_sides({ left: left.slice(-90), right: right.slice(0, 90) })}
                  options={(["space", "none", "new-row"] as const).map((value) => ({
                    value,
                    label: joinWords[value](left.slice(-60), right.slice(0, 60)),
                  }))}
                  defaultValue={chosen}
                />
              ))}
            </PanelBody>
          </Panel>
        )}
        {conflicts.length > 0 && (
          <Panel title={m.documents_conflicts()} count={conflicts.length}>
            <PanelBody>
              <p>{m.documents_conflicts_why()}</p>
              {conflicts.map(({ id, name, chosen, changes }) => (
                <RadioGroup
                  key={id}
                  name={conflictField(id ?? "")}
                  legend={name}
                  hint={changes.map(({ before, after }) => `${before || "–"} → ${after || "–"}`).join(", ")}
                  options={[
                    { value: "keep", label: m.documents_keep() },
                    { value: "take", label: m.documents_take() },
                  ]}
                  defaultValue={chosen}
                />
              ))}
            </PanelBody>
          </Panel>
        )}
        {!open && problems.length === 0 && saves === 0 && !closed && (
          <Note tone="success" title={m.documents_nothing_to_save()}>
            {m.documents_nothing_to_save_why()}
          </Note>
        )}
        <div className="sv-row">
          {maySave && (
            <Button name="intent" value="save" icon="check">
              {m.documents_ap_save({ n: saves, year: String(year) })}
            </Button>
          )}
          {open && (
            <Button name="intent" value="choose" variant={needsYear ? "primary" : "secondary"}>
              {needsYear ? m.documents_ap_use_year() : m.documents_show_again()}
            </Button>
          )}
          <Button name="intent" value="discard" variant="tertiary" icon="trash">
            {m.documents_discard()}
          </Button>
        </div>
      </Form>
      {focusAreas.map((focus) => (
        <FocusAreaTable key={`${focus.area}/${focus.focusArea}`} focus={focus} />
      ))}
      {missing.length > 0 && (
        <Panel title={m.documents_missing()} count={missing.length}>
          <PanelBody>
            <p>{m.documents_missing_why()}</p>
            <ul>
              {missing.map(({ id, name, measure }) => (
                <li key={id}>{`${measure}: ${name}`}</li>
              ))}
            </ul>
          </PanelBody>
        </Panel>
      )}
    </>
  );
}

const joinWords: Record<Join, (left: string, right: string) => string> = {
  space: (left, right) => m.documents_join_space({ joined: `${left} ${right}` }),
  none: (left, right) => m.documents_join_none({ joined: `${left}${right}` }),
  "new-row": (_, right) => m.documents_join_new_row({ right }),
};

/** What is worth knowing before it is saved: new priority areas, money nobody can be sure of, rows without a time. */
function Facts({ review }: { review: ActionPlanReview }) {
  const { year, isNew, newAreas, unsure, withoutTime, empty } = review;
  const lines = [
    year !== null &&
      (isNew ? m.documents_ap_new_plan({ year: String(year) }) : m.documents_ap_known_plan({ year: String(year) })),
    newAreas.length > 0 && m.documents_ap_new_areas({ names: newAreas.join(", ") }),
    withoutTime > 0 && m.documents_ap_without_time({ n: withoutTime }),
    ...empty.map((name) => m.documents_ap_empty_area({ name })),
    ...unsure.map(({ name }) => m.documents_ap_unsure({ name })),
  ].filter((line) => typeof line === "string");
  return (
    <Panel title={m.documents_ap_found()}>
      <PanelBody>
        <ul className="sv-points">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </PanelBody>
    </Panel>
  );
}

type Focus = ActionPlanReview["focusAreas"][number];
type Row = Focus["rows"][number] & { first: boolean };

const verdictWords = {
  created: () => m.documents_verdict_created(),
  updated: () => m.documents_verdict_updated(),
  unchanged: () => m.documents_verdict_unchanged(),
  asks: () => m.documents_verdict_asks(),
};

function FocusAreaTable({ focus: { area, focusArea, rows } }: { focus: Focus }) {
  const title = `${area} · ${focusArea}`;
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
        mark={({ verdict }) => (verdict === "asks" ? "warning" : undefined)}
        columns={[
          {
            ...{ id: "measure", head: m.action_plan_measure(), width: 260, onSmall: "full" },
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
          {
            ...{ id: "when", head: m.action_plan_when(), width: 180, onSmall: "label" },
            cell: ({ timing, changes }) => {
              const change = changes.find(({ column }) => column === "timing");
              if (change)
                return (
                  <CellChange
                    before={change.before}
                    after={change.after}
                    beforeLabel={m.documents_side_current()}
                    afterLabel={m.documents_side_incoming()}
                  />
                );
              return timing || <Empty label={m.common_empty_cell()} />;
            },
          },
          {
            ...{ id: "verdict", head: m.documents_verdict(), width: 130, onSmall: "full" },
            cell: ({ verdict }) => <Verdict verdict={verdict}>{verdictWords[verdict]()}</Verdict>,
          },
        ]}
      />
    </Panel>
  );
}
