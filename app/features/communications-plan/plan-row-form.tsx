import { Form, useNavigation } from "@remix-run/react";
import { cellNames } from "~/features/communications-plan/plan-words";
import type { TimingReading } from "~/features/timing/describe-timing";
import { TimingField } from "~/features/timing/timing-field";
import { m } from "~/i18n/messages/messages";
import { Button, LinkButton } from "~/ui/button";
import { CheckboxGroup } from "~/ui/choices";
import { ErrorSummary } from "~/ui/error-summary";
import { TextArea, TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";

type CellName = keyof typeof cellNames;
type Cells = Record<CellName, string>;

/** What a refused save gives back: one sentence per field, what was typed, and what stands when somebody was first. */
export type RefusedRow = {
  errors: Record<string, string>;
  values: Record<string, string>;
  /** The priority areas that were ticked. */
  areaIds: string[];
  now?: { version: number; cells: Cells };
};

/** The form of a plan row's six cells. The meaning of "when" is shown as it is written. */
export function PlanRowForm({
  row,
  refused,
  cancelTo,
}: {
  row: {
    version: number;
    cells: Cells;
    period: { from: string; to: string };
    today: string;
    reading: TimingReading;
    areas: { id: string; number: number; name: string }[];
    chosenAreaIds: string[];
    readAreaIds: string[];
  };
  refused: RefusedRow | undefined;
  cancelTo: string;
}) {
  const busy = useNavigation().state === "submitting";
  const errors = refused?.errors ?? {};
  const now = refused?.now;
  const typed = (cell: CellName) => refused?.values[cell] ?? row.cells[cell];
  const field = (name: CellName) => ({ name, label: cellNames[name](), error: errors[name] ?? null });
  const differs = now ? (Object.keys(cellNames) as CellName[]).filter((cell) => now.cells[cell] !== typed(cell)) : [];
  return (
    <Form method="post" className="sv-form" key={now?.version ?? row.version}>
      <ErrorSummary
        title={m.common_errors_title({ n: Object.keys(errors).length })}
        errors={Object.entries(errors).map(([name, message]) => ({ field: name, message }))}
      />
      {now && (
        <Note tone="warning" title={m.common_changed_meanwhile()} live>
          <dl>
            {differs.map((cell) => (
              <div key={cell}>
                <dt className="sv-small">{m.plan_stands_now({ cell: cellNames[cell]() })}</dt>
                <dd>{now.cells[cell] || m.common_empty_cell()}</dd>
              </div>
            ))}
          </dl>
        </Note>
      )}
      <input type="hidden" name="version" value={now?.version ?? row.version} />
      <TextInput {...field("channel")} defaultValue={typed("channel")} required />
      <TextArea {...field("theme")} defaultValue={typed("theme")} rows={3} optional />
      <TextArea {...field("goal")} defaultValue={typed("goal")} rows={3} optional />
      <TimingField
        reading={row.reading}
        {...field("timing")}
        hint={m.plan_when_hint()}
        defaultValue={typed("timing")}
        period={row.period}
        today={row.today}
      />
      <TextArea {...field("responsible")} defaultValue={typed("responsible")} rows={2} optional />
      <TextArea {...field("audience")} defaultValue={typed("audience")} rows={2} optional />
      {row.areas.length > 0 && (
        <CheckboxGroup
          name="areaIds[]"
          legend={m.plan_areas()}
          hint={m.plan_areas_hint()}
          error={errors.areaIds ?? null}
          optional
          options={row.areas.map(({ id, number, name }) => ({
            value: id,
            label: `${number} ${name}`,
            ...(row.chosenAreaIds.length === 0 && row.readAreaIds.includes(id) && { hint: m.plan_areas_read() }),
          }))}
          defaultValues={refused?.areaIds ?? row.chosenAreaIds}
        />
      )}
      <div className="sv-row">
        <Button busy={busy}>{m.plan_save_row()}</Button>
        <LinkButton to={cancelTo} variant="tertiary">
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}
