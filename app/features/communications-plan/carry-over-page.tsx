import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import type { RefusedCarry } from "~/features/communications-plan/answer-carry-over.server";
import { CarriedWhen } from "~/features/communications-plan/carried-when";
import type { CarryOverView } from "~/features/communications-plan/carry-over.view.server";
import { periodTitle } from "~/features/communications-plan/period-title";
import { periodErrors } from "~/features/communications-plan/period-words";
import { rowName } from "~/features/communications-plan/row-name";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { CheckboxGroup } from "~/ui/choices";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { DateInput, Select } from "~/ui/fields";
import { Icon } from "~/ui/icon";
import { Note } from "~/ui/note";
import { type Column, DataTable, Empty } from "~/ui/table";

type Props = { view: CarryOverView; slug: string; refused: RefusedCarry | undefined };
type Row = CarryOverView["groups"][number]["rows"][number];

/** Choose where to, and which rows; each with its words of time as they will be. */
export function CarryOverPage({ view, slug, refused }: Props) {
  const count = view.groups.reduce((sum, { rows }) => sum + rows.length, 0);
  if (count === 0) return <EmptyState icon="table" title={m.plan_carry_no_rows()} />;
  return (
    <>
      <TargetForm view={view} />
      {!view.fault && <RowsForm key={view.planId ?? view.period.from} view={view} slug={slug} refused={refused} />}
    </>
  );
}

function TargetForm({ view }: { view: CarryOverView }) {
  const { open, planId, proposed, fault } = view;
  const errors = fault ? periodErrors(fault) : {};
  return (
    <Form method="get" className="sv-carry__to" key={planId ?? proposed.from}>
      {open.length > 0 ? (
        <Select
          name="to"
          label={m.plan_carry_to()}
          defaultValue={planId ?? "new"}
          options={[
            ...open.map((plan) => ({ value: plan.id, label: m.plan_title({ period: periodTitle(plan) }) })),
            { value: "new", label: m.plan_carry_new() },
          ]}
        />
      ) : (
        <input type="hidden" name="to" value="new" />
      )}
      <DateInput
        name="from"
        label={m.plan_carry_from()}
        {...(open.length > 0 && { hint: m.plan_carry_new_hint() })}
        defaultValue={proposed.from}
        error={errors.from ?? null}
      />
      <DateInput name="until" label={m.plan_carry_until()} defaultValue={proposed.to} error={errors.to ?? null} />
      <Button variant="secondary">{m.plan_carry_show()}</Button>
    </Form>
  );
}

/** Whether a person must look at a row before it is carried over. */
const isUncertain = ({ unsure, outside }: Row) => unsure.length > 0 || outside;

function RowsForm({ view, slug, refused }: Props) {
  const { groups, period, planId, source } = view;
  const title = periodTitle(period);
  const rows = groups.flatMap((group) => group.rows);
  const there = rows.filter((row) => row.there || refused?.there.includes(row.id));
  const isChosen = (row: Row) =>
    there.includes(row) && !refused ? false : refused ? refused.chosen.includes(row.id) : true;
  const [chosen, setChosen] = useState(rows.filter(isChosen).length);
  const busy = useNavigation().state === "submitting";
  const uncertain = rows.filter(isUncertain).length;
  const also = [
    ...(view.notes ? [{ value: "notes", label: m.plan_carry_notes() }] : []),
    ...(view.text ? [{ value: "text", label: m.plan_carry_text() }] : []),
  ];
  return (
    <Form
      method="post"
      action={`${paths.carryOver(slug, source.key)}?${query(view)}`}
      className="sv-stack"
      onChange={({ currentTarget }) => setChosen(currentTarget.querySelectorAll('input[name="row[]"]:checked').length)}
    >
      <input type="hidden" name="planId" value={planId ?? ""} />
      <input type="hidden" name="from" value={period.from} />
      <input type="hidden" name="until" value={period.to} />
      {there.length > 0 && <input type="hidden" name="again" value="1" />}
      <Refusal refused={refused} rows={rows} />
      {there.length > 0 && (
        <Note
          tone="warning"
          title={m.plan_carry_already({ n: there.length, period: title })}
          live={refused !== undefined}
        >
          {m.plan_carry_already_why()}
        </Note>
      )}
      {uncertain > 0 && <Note tone="warning">{m.plan_carry_look({ n: uncertain })}</Note>}
      {groups.map((group) => (
        <section key={group.key} className="sv-panel sv-carry" aria-labelledby={`group-${group.key}`}>
          <h2 id={`group-${group.key}`} className="sv-carry__group">
            <Icon name={group.icon} size={18} />
            {group.name} <small>{m.plan_rows({ n: group.rows.length })}</small>
          </h2>
          <DataTable
            caption={m.plan_carry_caption({ group: group.name })}
            columns={columns(view, refused)}
            rows={group.rows}
            rowKey={(row) => row.id}
            layout="fixed"
            mark={(row) => (isUncertain(row) ? "warning" : undefined)}
            select={{
              name: "row[]",
              value: (row) => row.id,
              label: (row) => m.plan_carry_select({ row: rowName(row) }),
              checked: isChosen,
              allLabel: m.plan_carry_all(),
            }}
          />
        </section>
      ))}
      {also.length > 0 && (
        <CheckboxGroup
          name="also"
          legend={m.plan_carry_more()}
          options={also}
          defaultValues={
            refused
              ? [...(refused.notes ? ["notes"] : []), ...(refused.text ? ["text"] : [])]
              : also.map(({ value }) => value)
          }
        />
      )}
      <p className="sv-quiet">{m.plan_carry_follows({ period: periodTitle(source) })}</p>
      <div className="sv-row sv-carry__foot">
        <Button busy={busy}>{m.plan_carry_do({ n: chosen, period: title })}</Button>
        <LinkButton to={paths.plan(slug, source.key)} variant="tertiary">
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}

function query({ planId, period }: CarryOverView): string {
  if (planId !== null) return `to=${planId}`;
  return new URLSearchParams({ to: "new", from: period.from, until: period.to }).toString();
}

function Refusal({ refused, rows }: { refused: RefusedCarry | undefined; rows: Row[] }) {
  if (!refused) return null;
  const errors = Object.entries(refused.errors).map(([field, message]) => {
    const row = rows.find(({ id }) => field === `timing.${id}`);
    return { field, message: row ? `${rowName(row)}: ${message}` : message };
  });
  if (errors.length > 0) return <ErrorSummary title={refused.message} errors={errors} />;
  return refused.message && <Note tone="danger" title={refused.message} live />;
}

function columns(view: CarryOverView, refused: RefusedCarry | undefined): Column<Row>[] {
  const { source, period } = view;
  const title = periodTitle(period);
  return [
    {
      ...{ id: "row", head: m.plan_row(), rowHeader: true, onSmall: "full" },
      cell: (row) => (
        <>
          <span dir="auto">{rowName(row)}</span>
          {(row.there || refused?.there.includes(row.id)) && (
            <small className="sv-carry__there">{m.plan_carry_there({ period: title })}</small>
          )}
        </>
      ),
    },
    {
      ...{ id: "responsible", head: m.plan_responsible(), width: 180, quiet: true, onSmall: "hide" },
      cell: ({ responsible }) =>
        responsible === "" ? <Empty label={m.common_empty_cell()} /> : <span dir="auto">{responsible}</span>,
    },
    {
      ...{ id: "now", head: m.plan_carry_now({ period: periodTitle(source) }), width: 180, onSmall: "label" },
      cell: ({ words }) =>
        words === "" ? (
          <Empty label={m.common_empty_cell()} />
        ) : (
          <span className="sv-lines" dir="auto">
            {words}
          </span>
        ),
    },
    {
      ...{ id: "then", head: m.plan_carry_then({ period: title }), width: 320, onSmall: "full" },
      cell: (row) => (
        <CarriedWhen
          row={row}
          period={period}
          typed={refused?.timings[row.id]}
          error={refused?.errors[`timing.${row.id}`] ?? null}
        />
      ),
    },
  ];
}
