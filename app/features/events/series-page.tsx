import { Form } from "@remix-run/react";
import type { SeriesDay } from "~/features/events/series.view.server";
import { FormProblems } from "~/features/regions/form-problems";
import { asSentence, formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { Button } from "~/ui/button";
import { CheckboxGroup, RadioGroup } from "~/ui/choices";
import { Confirm } from "~/ui/confirm";
import { FieldRow, TextArea, TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";
import { StateWords } from "~/ui/state";

/** When the next gatherings are: a form whose answer is in the address, since it changes nothing. */
export function SeriesRuleForm({ values, errors }: { values: Partial<FormValues>; errors: FormErrors }) {
  const field = (name: string, start: string) => ({
    name,
    defaultValue: values[name] ?? start,
    error: errors[name] ?? null,
  });
  return (
    <Panel title={m.events_series_when()}>
      <PanelBody>
        <Form method="get" className="sv-form" noValidate preventScrollReset>
          <FormProblems errors={errors} />
          <RadioGroup
            name="way"
            legend={m.events_series_way()}
            defaultValue={values.way ?? "weeks"}
            options={[
              { value: "weeks", label: m.events_series_weeks() },
              { value: "months", label: m.events_series_months(), hint: m.events_series_months_hint() },
              { value: "days", label: m.events_series_days() },
            ]}
          />
          <FieldRow>
            <TextInput
              {...field("every", "1")}
              type="number"
              min={1}
              max={52}
              label={m.events_series_every()}
              hint={m.events_series_every_hint()}
            />
            <TextInput
              {...field("count", "5")}
              type="number"
              min={1}
              max={52}
              label={m.events_series_count()}
              hint={m.events_series_count_hint()}
            />
          </FieldRow>
          <TextArea
            {...field("written", "")}
            label={m.events_series_written()}
            hint={m.events_series_written_hint()}
            rows={3}
            optional
          />
          <div className="sv-row">
            <Button variant="secondary">{m.events_series_show()}</Button>
          </div>
        </Form>
      </PanelBody>
    </Panel>
  );
}

/** The days the rule gives, to be ticked, each with what stands against it. */
export function SeriesDays({ days, unread, error }: { days: SeriesDay[]; unread: string[]; error: string | null }) {
  const free = days.filter((day) => !day.there && !day.refused);
  return (
    <Panel title={m.events_series_dates()} count={days.length}>
      <PanelBody>
        {unread.length > 0 && <Note tone="warning">{m.events_series_unread({ words: unread.join(", ") })}</Note>}
        {days.length > 0 && (
          <Form method="post" className="sv-form">
            <CheckboxGroup
              name="dates[]"
              legend={m.events_series_pick()}
              hint={m.events_series_pick_hint()}
              error={error}
              options={days.map(({ day, there, refused, against }) => ({
                value: day,
                label: asSentence(formatDate(day, getLocale())),
                disabled: there || refused !== null,
                hint: there
                  ? m.events_series_there()
                  : (refused ?? (against && <Against words={against} />)) || undefined,
              }))}
              defaultValues={free.map(({ day }) => day)}
            />
            <div className="sv-row">
              <Button name="intent" value="make">
                {m.events_series_make()}
              </Button>
            </div>
          </Form>
        )}
      </PanelBody>
    </Panel>
  );
}

function Against({ words }: { words: string }) {
  return <StateWords state="needs-person">{asSentence(words)}</StateWords>;
}

/** Before the rest of a series is cancelled: how many gatherings, and how many are told. */
export function CancelRest({ rest, back }: { rest: { gatherings: number; people: number }; back: string }) {
  return (
    <Confirm
      title={m.events_series_cancel_title({ n: rest.gatherings })}
      tone="danger"
      action={
        <Form method="post">
          <Button variant="danger" name="intent" value="cancel-rest">
            {m.events_series_cancel_button({ n: rest.gatherings })}
          </Button>
        </Form>
      }
      cancel={{ label: m.events_series_keep(), to: back }}
    >
      {rest.people > 0 ? m.events_series_cancel_why({ n: rest.people }) : m.events_cancel_nobody()}
    </Confirm>
  );
}
