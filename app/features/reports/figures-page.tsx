import { Form } from "@remix-run/react";
import { FormProblems } from "~/features/regions/form-problems";
import { figureVersionField, sourceField, valueField } from "~/features/reports/figure-fields";
import type { CountedFigure, OwnFigure } from "~/features/reports/figures-page.view.server";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { FieldRow, TextInput } from "~/ui/fields";
import { Panel, PanelBody } from "~/ui/panel";
import { DataTable, Empty } from "~/ui/table";

export type RefusedFigures = { errors: Record<string, string>; values: Record<string, string> };

/** The figures that are counted: each with what it is, where it comes from and when. */
export function CountedFigures({ figures, open }: { figures: CountedFigure[]; open: boolean }) {
  if (figures.length === 0) return null;
  const isCounted = figures.some(({ countedOn }) => countedOn !== null);
  return (
    <Panel
      title={m.reports_counted()}
      count={figures.length}
      foot={
        open && (
          <Form method="post">
            <Button name="intent" value="count" variant={isCounted ? "secondary" : "primary"} icon="undo">
              {isCounted ? m.reports_count_again() : m.reports_count_now()}
            </Button>
          </Form>
        )
      }
    >
      <DataTable<CountedFigure>
        caption={m.reports_counted()}
        rows={figures}
        rowKey={({ key }) => key}
        columns={[
          {
            ...{ id: "figure", head: m.reports_figure(), rowHeader: true, onSmall: "full" },
            cell: ({ label, is }) => (
              <>
                {label}
                <small>{is}</small>
              </>
            ),
          },
          {
            ...{ id: "value", head: m.reports_value(), align: "right", width: 120, onSmall: "label" },
            cell: ({ value }) => (value === null ? <Empty label={m.reports_unknown()} /> : <b>{value}</b>),
          },
          {
            ...{ id: "source", head: m.reports_source(), width: 340, onSmall: "full" },
            cell: ({ source, countedOn, to }) =>
              countedOn === null ? (
                <span className="sv-quiet">{m.reports_not_counted()}</span>
              ) : (
                <>
                  {to ? (
                    <a className="sv-link" href={to}>
                      {source}
                    </a>
                  ) : (
                    source
                  )}
                  <small>{m.reports_counted_on({ day: describeDay(countedOn) })}</small>
                </>
              ),
          },
        ]}
      />
    </Panel>
  );
}

/** The figures that are typed, as a form; as a table where nobody may change them. */
export function OwnFigures({
  figures,
  open,
  refused,
}: {
  figures: OwnFigure[];
  open: boolean;
  refused: RefusedFigures | undefined;
}) {
  if (figures.length === 0) return null;
  if (!open)
    return (
      <Panel title={m.reports_own_figures()} count={figures.length}>
        <DataTable<OwnFigure>
          caption={m.reports_own_figures()}
          rows={figures}
          rowKey={({ key }) => key}
          columns={[
            { id: "figure", head: m.reports_figure(), rowHeader: true, onSmall: "full", cell: ({ label }) => label },
            {
              ...{ id: "value", head: m.reports_value(), align: "right", width: 120, onSmall: "label" },
              cell: ({ value }) => (value === null ? <Empty label={m.reports_unknown()} /> : <b>{value}</b>),
            },
            {
              ...{ id: "source", head: m.reports_source(), width: 340, onSmall: "full" },
              cell: ({ source }) => source || <Empty label={m.common_empty_cell()} />,
            },
          ]}
        />
      </Panel>
    );
  const { errors = {}, values } = refused ?? {};
  const labels = Object.fromEntries(
    figures.flatMap(({ key, label }) => [
      [valueField(key), label],
      [sourceField(key), label],
    ]),
  );
  return (
    <Panel title={m.reports_own_figures()} count={figures.length}>
      <PanelBody>
        <Form method="post" className="sv-stack" noValidate>
          <FormProblems errors={errors} labels={labels} />
          {figures.map(({ key, label, typed, source, value, version }) => (
            <fieldset key={`${key} ${version}`} className="sv-rpfigure">
              <legend>{label}</legend>
              <input
                {...{ type: "hidden", name: figureVersionField(key) }}
                value={values?.[figureVersionField(key)] ?? version}
              />
              <FieldRow>
                <TextInput
                  {...{ name: valueField(key), label: m.reports_own_value(), hint: m.reports_own_hint() }}
                  {...{ error: errors[valueField(key)] ?? null, inputMode: "decimal", maxLength: 40, optional: true }}
                  defaultValue={values?.[valueField(key)] ?? typed}
                />
                <TextInput
                  {...{ name: sourceField(key), label: m.reports_own_source(), maxLength: 500, dir: "auto" }}
                  error={errors[sourceField(key)] ?? null}
                  defaultValue={values?.[sourceField(key)] ?? source}
                />
              </FieldRow>
              {errors[valueField(key)] && !values?.[figureVersionField(key)] && (
                <p className="sv-small">
                  {`${m.reports_stands()}: `}
                  <b>{value ?? m.reports_unknown()}</b>
                  {source && ` (${source})`}
                </p>
              )}
            </fieldset>
          ))}
          <div className="sv-row">
            <Button>{m.reports_figures_save()}</Button>
          </div>
        </Form>
      </PanelBody>
    </Panel>
  );
}
