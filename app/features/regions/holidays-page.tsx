import { Form } from "@remix-run/react";
import { FormProblems } from "~/features/regions/form-problems";
import { holidayKindWords } from "~/features/regions/holiday-words";
import type { SchoolYear } from "~/features/regions/holidays.view.server";
import { describeDays } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { Button, LinkButton } from "~/ui/button";
import { RadioGroup } from "~/ui/choices";
import { EmptyState } from "~/ui/empty-state";
import { DateInput, FieldRow, TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";
import { ShowMore } from "~/ui/pagination";
import { Columns, Panel, PanelBody, Row, Rows } from "~/ui/panel";

type Props = {
  years: SchoolYear[];
  /** How many school years there are, those that are not shown included. */
  total: number;
  slug: string;
  refusal: { errors: FormErrors; values: FormValues } | null;
};

/** The region's school holidays and closed days by school year, one more beside them. */
export function HolidaysPage({ years, total, slug, refusal }: Props) {
  return (
    <Columns
      main={
        <>
          {years.length === 0 && (
            <EmptyState
              icon="calendar"
              title={m.regions_holidays_none()}
              why={m.regions_holidays_none_why()}
              action={
                <LinkButton to={paths.holidaySheet(slug)} icon="import">
                  {m.regions_holidays_import()}
                </LinkButton>
              }
            />
          )}
          {years.map(({ year, holidays }) => (
            <Panel
              key={year}
              title={m.regions_school_year({ years: `${year}–${year + 1}` })}
              count={m.regions_holidays_count({ n: holidays.length })}
            >
              <Rows>
                {holidays.map((holiday) => (
                  <Row
                    key={holiday.id}
                    icon={holiday.kind === "school" ? "sun" : "calendar"}
                    title={holiday.name}
                    note={`${describeDays(holiday)} · ${holidayKindWords(holiday.kind)}`}
                    end={<Remove id={holiday.id} name={holiday.name} />}
                  />
                ))}
              </Rows>
            </Panel>
          ))}
          {years.length < total && (
            <ShowMore to={`${paths.holidays(slug)}?years=all`} label={m.regions_holidays_all_years({ n: total })} />
          )}
        </>
      }
      side={
        <>
          <AddHoliday refusal={refusal} />
          {years.length > 0 && (
            <Panel title={m.regions_holidays_many()}>
              <PanelBody>
                <p>{m.regions_holidays_many_why()}</p>
                <div>
                  <LinkButton to={paths.holidaySheet(slug)} variant="secondary" icon="import">
                    {m.regions_holidays_import()}
                  </LinkButton>
                </div>
              </PanelBody>
            </Panel>
          )}
          <Note>{m.regions_holidays_public()}</Note>
        </>
      }
    />
  );
}

function Remove({ id, name }: { id: string; name: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="holiday" value={id} />
      <Button name="intent" value="remove" variant="tertiary" small>
        {m.common_remove()}
        <span className="ds-sr-only"> {name}</span>
      </Button>
    </Form>
  );
}

function AddHoliday({ refusal }: Pick<Props, "refusal">) {
  const errors = refusal?.errors ?? {};
  const kept = refusal?.values ?? {};
  const labels = {
    name: m.regions_holiday_name(),
    from: m.regions_holiday_from(),
    to: m.regions_holiday_to(),
    kind: m.regions_holiday_kind(),
  };
  return (
    <Panel title={m.regions_holiday_add_title()}>
      <PanelBody>
        <Form method="post" className="sv-form" id="holiday-form" noValidate>
          <FormProblems errors={errors} labels={labels} />
          <TextInput
            name="name"
            label={labels.name}
            hint={m.regions_holiday_name_hint()}
            defaultValue={kept.name}
            error={errors.name}
            maxLength={200}
          />
          <FieldRow>
            <DateInput name="from" label={labels.from} defaultValue={kept.from} error={errors.from} />
            <DateInput name="to" label={labels.to} defaultValue={kept.to} error={errors.to} optional />
          </FieldRow>
          <RadioGroup
            name="kind"
            legend={labels.kind}
            defaultValue={kept.kind ?? "school"}
            error={errors.kind}
            options={[
              { value: "school", label: holidayKindWords("school"), hint: m.regions_holiday_school_hint() },
              { value: "closed", label: holidayKindWords("closed"), hint: m.regions_holiday_closed_hint() },
            ]}
          />
          <div>
            <Button name="intent" value="add" variant="secondary">
              {m.regions_holiday_add()}
            </Button>
          </div>
        </Form>
      </PanelBody>
    </Panel>
  );
}
