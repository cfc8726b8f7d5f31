import { Form } from "@remix-run/react";
import { roundKinds } from "~/domain/reports/period";
import type { RoundKind } from "~/domain/reports/round-content";
import { FormProblems } from "~/features/regions/form-problems";
import type { NewRoundView } from "~/features/reports/new-round.view.server";
import { roundKindNames } from "~/features/reports/report-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { DateInput, FieldRow, Select, TextInput } from "~/ui/fields";
import { Segments } from "~/ui/tabs";

type Props = {
  view: NewRoundView;
  slug: string;
  kind: RoundKind;
  values: Record<string, string>;
  errors: Record<string, string>;
};

/** What a new round is of, filled in with what follows from the last one. */
export function NewRoundForm({ view, slug, kind, values, errors }: Props) {
  const field = (name: string) => ({ name, defaultValue: values[name] ?? "", error: errors[name] ?? null });
  return (
    <>
      <Segments
        label={m.reports_kind()}
        items={roundKinds.map((one) => ({
          to: `${paths.newRound(slug)}?kind=${one}`,
          label: roundKindNames[one](),
          current: one === kind,
        }))}
      />
      <Form method="post" className="sv-form" noValidate>
        <FormProblems errors={errors} />
        <input type="hidden" name="kind" value={kind} />
        <TextInput {...field("name")} label={m.reports_round_name()} maxLength={200} required />
        <FieldRow>
          <DateInput {...field("from")} label={m.reports_from()} required />
          <DateInput {...field("to")} label={m.reports_to()} required />
        </FieldRow>
        <Select
          {...field("planId")}
          label={m.reports_plan()}
          hint={m.reports_plan_hint()}
          options={[
            { value: "", label: m.reports_plan_none() },
            ...view.plans.map(({ id, year }) => ({ value: id, label: m.action_plan_title({ year: String(year) }) })),
          ]}
        />
        {view.rounds.length > 0 && (
          <Select
            {...field("previousId")}
            label={m.reports_previous()}
            hint={m.reports_previous_hint()}
            options={[
              { value: "", label: m.reports_previous_none() },
              ...view.rounds.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <DateInput {...field("rowsBy")} label={m.reports_rows_by_field()} hint={m.reports_rows_by_hint()} optional />
        <DateInput {...field("submitBy")} label={m.reports_submit_by_field()} optional />
        <div className="sv-row">
          <Button>{m.reports_make()}</Button>
          <LinkButton to={paths.reports(slug)} variant="tertiary">
            {m.common_cancel()}
          </LinkButton>
        </div>
      </Form>
    </>
  );
}
