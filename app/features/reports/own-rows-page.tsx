import { Form } from "@remix-run/react";
import type { OwnRows } from "~/features/reports/own-rows.view.server";
import { RowStateWords } from "~/features/reports/report-words";
import { RowAnswers, RowForm, TakeBack } from "~/features/reports/row-form";
import { describeDay, describeDays } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { Select } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Card, CardSection } from "~/ui/public-parts";

type OwnRow = OwnRows["rows"][number];

/** What stands against a form of a row; the row it is of. */
export type RefusedOwnRow = {
  row: string;
  errors: Record<string, string>;
  values: Record<string, string>;
  version?: number;
};

type Props = {
  view: OwnRows;
  proof: string;
  said: { row: string; what: string } | null;
  refused: RefusedOwnRow | null;
};

const saidWords: Record<string, () => string> = {
  draft: () => m.reports_saved(),
  empty: () => m.reports_saved(),
  delivered: () => m.reports_delivered(),
  "take-back": () => m.reports_taken_back(),
  "handed-over": () => m.reports_handed_over(),
};

/** The rows of a report somebody answers for, as she fills them in by her link. */
export function OwnRowsPage({ view, proof, said, refused }: Props) {
  const { round, rows, open } = view;
  const left = rows.filter(({ state }) => state !== "delivered");
  const words = said && saidWords[said.what]?.();
  const shown = refused?.row ?? (said && said.what !== "delivered" ? said.row : left[0]?.id);
  const lost = refused && !rows.some(({ id }) => id === refused.row);
  return (
    <Card>
      <CardSection>
        <p className="sv-eyebrow">{describeDays(round)}</p>
        <h1>{round.name}</h1>
        <p>
          {!open
            ? m.reports_frozen()
            : rows.length === 0
              ? m.reports_own_none()
              : left.length === 0
                ? m.reports_own_done({ n: rows.length })
                : m.reports_own_lead({ left: left.length, n: rows.length })}
          {open && left.length > 0 && round.rowsBy && ` ${m.reports_own_by({ day: describeDay(round.rowsBy) })}`}
        </p>
        {words && (
          <Note tone="success" live>
            {words}
          </Note>
        )}
        {lost && (
          <Note tone="danger" live>
            {refused.errors.form}
          </Note>
        )}
      </CardSection>
      {rows.map((row) => (
        <CardSection key={row.id}>
          <details open={row.id === shown || rows.length === 1 || undefined} id={`row-${row.id}`}>
            <summary>
              <b dir="auto">{row.activity || row.measure}</b> <RowStateWords state={row.state} />
            </summary>
            <OwnRowBody row={row} view={view} proof={proof} refused={refused?.row === row.id ? refused : null} />
          </details>
        </CardSection>
      ))}
    </Card>
  );
}

function OwnRowBody({
  row,
  view,
  proof,
  refused,
}: { row: OwnRow; refused: RefusedOwnRow | null } & Omit<Props, "said">) {
  const { id, version, changes, hadBefore, area, focusArea, strategy, measure, activity, timing } = row;
  const previous = hadBefore ? view.previous : null;
  const asked = { id, version, columns: view.columns, changes, previous };
  const form = view.open && row.state !== "delivered";
  const place = [area, focusArea, strategy, activity && measure, timing].filter(Boolean).join(" · ");
  return (
    <div className="sv-stack">
      <p className="sv-quiet" dir="auto">
        {place}
      </p>
      {form ? (
        <RowForm asked={asked} proof={proof} {...(refused && { refused })} />
      ) : (
        <>
          {refused?.errors.form && (
            <Note tone="danger" live>
              {refused.errors.form}
            </Note>
          )}
          <RowAnswers asked={asked} />
          {view.open && <TakeBack id={id} version={refused?.version ?? version} proof={proof} />}
        </>
      )}
      {form && view.owners.length > 0 && (
        <details open={Boolean(refused?.errors.ownerId) || undefined}>
          <summary>{m.reports_own_not_mine()}</summary>
          <Form method="post" className="sv-form">
            <input type="hidden" name="version" value={refused?.version ?? version} />
            <input type="hidden" name="row" value={id} />
            <input type="hidden" name="proof" value={proof} />
            <Select
              name="ownerId"
              id={`owner.${id}`}
              label={m.reports_hand_over()}
              error={refused?.errors.ownerId ?? null}
              defaultValue=""
              options={[
                { value: "", label: m.reports_own_choose() },
                ...view.owners.map((person) => ({ value: person.id, label: person.name })),
              ]}
            />
            <div>
              <Button name="intent" value="hand-over" variant="secondary">
                {m.reports_hand_over_save()}
              </Button>
            </div>
          </Form>
        </details>
      )}
    </div>
  );
}
