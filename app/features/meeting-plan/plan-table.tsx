import { Form, Link } from "@remix-run/react";
import { timeOf } from "~/domain/regions/clock-minutes";
import { isoWeek } from "~/domain/shared/days";
import type { PlanRefusal } from "~/features/meeting-plan/answer-plan-form.server";
import type { MeetingPlanView, PlanRow } from "~/features/meeting-plan/meeting-plan.view.server";
import { clockWords, dayWords } from "~/features/meeting-plan/plan-words";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import type { FormValues } from "~/platform/http/forms.server";
import { Button, LinkButton } from "~/ui/button";
import { DateInput, FieldRow, Select, TextInput, TimeInput } from "~/ui/fields";
import { type Column, DataTable, Empty } from "~/ui/table";
import { Tag } from "~/ui/tag";

type Plan = NonNullable<MeetingPlanView["plan"]>;

type Props = {
  slug: string;
  year: number;
  plan: Plan;
  bodies: MeetingPlanView["bodies"];
  mayEdit: boolean;
  /** The meeting that is being changed, by id. */
  editing: string | null;
  refusal: PlanRefusal | null;
};

/** The year's meetings of all bodies, month by month, each with what stands against it. */
export function PlanTable({ slug, year, plan, bodies, mayEdit, editing, refusal }: Props) {
  const open = plan.state === "proposed" && mayEdit;
  const columns: Column<PlanRow>[] = [
    {
      id: "day",
      head: m.bodies_plan_day(),
      rowHeader: true,
      width: 200,
      onSmall: "full",
      cell: (row) => (
        <>
          {dayWords(row.day)}
          <div className="sv-quiet sv-small">{m.bodies_plan_week({ week: isoWeek(row.day) })}</div>
        </>
      ),
    },
    {
      id: "body",
      head: m.bodies_body(),
      onSmall: "label",
      cell: ({ bodyId, body }) => <Link to={paths.body(slug, bodyId)}>{body}</Link>,
    },
    { id: "time", head: m.bodies_plan_time(), onSmall: "label", width: 130, cell: (row) => clockWords(row) },
    {
      id: "place",
      head: m.bodies_plan_place(),
      onSmall: "label",
      cell: ({ place }) => place || <Empty label={m.common_empty_cell()} />,
    },
    { id: "note", head: m.bodies_plan_note(), onSmall: "full", cell: (row) => <Notes row={row} /> },
  ];
  if (open || plan.state === "decided")
    columns.push({
      id: "action",
      head: m.common_change(),
      headSpoken: true,
      align: "right",
      width: 120,
      onSmall: "full",
      cell: (row) =>
        row.minutesId ? (
          <Link to={paths.agenda(slug, row.bodyId, row.minutesId)}>{m.bodies_plan_open_meeting()}</Link>
        ) : (
          open && (
            <LinkButton to={`${paths.meetingPlan(slug, year)}?meeting=${row.id}#meeting`} variant="tertiary" small>
              {m.common_change()}
              <span className="ds-sr-only">
                {" "}
                {dayWords(row.day)}, {row.body}
              </span>
            </LinkButton>
          )
        ),
    });
  return (
    <div className="sv-panel">
      <DataTable
        caption={m.bodies_plan_title({ year })}
        layout="fixed"
        rows={plan.rows}
        rowKey={({ id }) => id}
        mark={({ against }) => (against && plan.state === "proposed" ? "warning" : undefined)}
        columns={columns}
        editing={(row) =>
          open &&
          row.id === editing && (
            <MeetingForm
              year={year}
              slug={slug}
              bodies={bodies}
              row={row}
              version={refusal?.version ?? plan.version}
              refusal={refusal}
            />
          )
        }
      />
    </div>
  );
}

function Notes({ row: { note, against, minutesId } }: { row: PlanRow }) {
  if (!note && (!against || minutesId)) return <Empty label={m.common_empty_cell()} />;
  return (
    <>
      {note}
      {against && !minutesId && (
        <div>
          <Tag tone="warning" icon="warning">
            {m.bodies_plan_clash({ reason: against })}
          </Tag>
        </div>
      )}
    </>
  );
}

/** A meeting of the plan: which body, when and where. */
export function MeetingForm({
  year,
  slug,
  bodies,
  row,
  version,
  refusal,
}: {
  year: number;
  slug: string;
  bodies: MeetingPlanView["bodies"];
  row: PlanRow | null;
  version: number;
  refusal: PlanRefusal | null;
}) {
  const errors = refusal?.errors ?? {};
  const values: FormValues = refusal?.values ?? {
    bodyId: row?.bodyId ?? "",
    day: row?.day ?? "",
    from: timeOf(row?.from ?? 540),
    to: timeOf(row?.to ?? 720),
    place: row?.place ?? "",
    note: row?.note ?? "",
  };
  const field = (name: string) => ({ name, defaultValue: values[name] ?? "", error: errors[name] });
  const known = bodies.map(({ id, name }) => ({ value: id, label: name }));
  const own = row && !known.some(({ value }) => value === row.bodyId) ? [{ value: row.bodyId, label: row.body }] : [];
  return (
    <Form method="post" className="sv-form" id="meeting" noValidate>
      <FormProblems
        errors={errors}
        labels={{ day: m.bodies_plan_day(), from: m.bodies_plan_from(), to: m.bodies_plan_to() }}
      />
      <input type="hidden" name="version" value={version} />
      {row && <input type="hidden" name="meeting" value={row.id} />}
      <Select
        {...field("bodyId")}
        label={m.bodies_body()}
        placeholder={m.bodies_plan_body_choose()}
        options={[...own, ...known]}
      />
      <DateInput
        {...field("day")}
        label={m.bodies_plan_day()}
        min={`${year}-01-01`}
        max={`${year}-12-31`}
        width="medium"
      />
      <FieldRow>
        <TimeInput {...field("from")} label={m.bodies_plan_from()} />
        <TimeInput {...field("to")} label={m.bodies_plan_to()} />
      </FieldRow>
      <TextInput {...field("place")} label={m.bodies_plan_place()} maxLength={200} optional />
      <TextInput {...field("note")} label={m.bodies_plan_note()} maxLength={500} optional />
      <div className="sv-row">
        <Button name="intent" value={row ? "change" : "add"}>
          {row ? m.bodies_plan_save() : m.bodies_plan_add()}
        </Button>
        {row && (
          <Button name="intent" value="remove" variant="tertiary" icon="trash">
            {m.bodies_plan_remove()}
          </Button>
        )}
        <LinkButton to={paths.meetingPlan(slug, year)} variant="tertiary">
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}
