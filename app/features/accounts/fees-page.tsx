import { Form, Link } from "@remix-run/react";
import { differenceText, feeText } from "~/features/accounts/fee-money";
import type { FeesView } from "~/features/accounts/fees.view.server";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { Checkbox } from "~/ui/choices";
import { EmptyState } from "~/ui/empty-state";
import { FieldRow, Select, TextInput } from "~/ui/fields";
import { PageHead } from "~/ui/page-head";
import { Panel, PanelBody } from "~/ui/panel";
import { StateWords } from "~/ui/state";
import { DataTable, Empty } from "~/ui/table";

type Scheme = FeesView["schemes"][number];
export type FeesRefusal = {
  about: "new" | "scheme" | "year";
  scheme: string;
  errors: Record<string, string>;
  values: Record<string, string>;
} | null;
type Props = { view: FeesView; slug: string; year: number; mayEdit: boolean; open: string; refusal: FeesRefusal };

/** The schemes municipalities pay by, each with its years. `open` is the form that is asked for. */
export function FeesPage({ view, slug, year, mayEdit, open, refusal }: Props) {
  const { schemes, areas } = view;
  const adding = mayEdit && (open === "new" || refusal?.about === "new");
  const add = (
    <LinkButton to={`${paths.fees(slug)}?open=new`} icon="plus">
      {m.accounts_fee_new()}
    </LinkButton>
  );
  return (
    <>
      <PageHead
        title={m.accounts_fees()}
        sub={m.accounts_fees_sub()}
        actions={mayEdit && !adding && schemes.length > 0 && add}
      />
      <div className="sv-stack">
        {adding && (
          <NewScheme areas={areas} slug={slug} year={year} refusal={refusal?.about === "new" ? refusal : null} />
        )}
        {schemes.length === 0 && !adding && (
          <EmptyState
            icon="buildings"
            title={m.accounts_fees_none()}
            why={m.accounts_fees_none_why()}
            action={mayEdit && add}
          />
        )}
        {schemes.map((scheme) => (
          <SchemePanel
            key={`${scheme.id}-${scheme.version}`}
            {...{ scheme, areas, slug, year, mayEdit, open }}
            refusal={refusal?.scheme === scheme.id ? refusal : null}
          />
        ))}
      </div>
    </>
  );
}

type OfScheme = Omit<Props, "view"> & { scheme: Scheme; areas: FeesView["areas"] };

function SchemePanel({ scheme, areas, slug, year, mayEdit, open, refusal }: OfScheme) {
  const { id, name, area, guests, years } = scheme;
  const editing = mayEdit && (open === id || refusal?.about === "scheme");
  const another = mayEdit && (open === `year-${id}` || refusal?.about === "year");
  return (
    <Panel
      title={name}
      aside={
        !area
          ? m.accounts_fee_paid_by_all()
          : guests
            ? m.accounts_fee_paid_with_guests({ area })
            : m.accounts_fee_paid_in({ area })
      }
    >
      {years.length > 0 && <Years name={name} id={id} years={years} slug={slug} />}
      <PanelBody>
        {editing && <EditScheme {...{ scheme, areas, slug }} refusal={refusal?.about === "scheme" ? refusal : null} />}
        {another && <NewYear {...{ scheme, slug, year }} refusal={refusal?.about === "year" ? refusal : null} />}
        {mayEdit && !editing && !another && (
          <div className="sv-row">
            <LinkButton to={`${paths.fees(slug)}?open=year-${id}`} variant="secondary" small icon="plus">
              {m.accounts_fee_new_year()}
            </LinkButton>
            <LinkButton to={`${paths.fees(slug)}?open=${id}`} variant="tertiary" small icon="pencil">
              {m.accounts_fee_change()}
            </LinkButton>
          </div>
        )}
      </PanelBody>
    </Panel>
  );
}

function Years({ name, id, years, slug }: { name: string; id: string; years: Scheme["years"]; slug: string }) {
  const rise = (year: number) => {
    const [now, before] = [year, year - 1].map((one) => years.find((other) => other.year === one)?.sum ?? null);
    return now && before ? BigInt(now) - BigInt(before) : null;
  };
  return (
    <DataTable<Scheme["years"][number]>
      caption={m.accounts_fee_years_of({ name })}
      rows={years}
      rowKey={({ year }) => String(year)}
      columns={[
        {
          ...{ id: "year", head: m.accounts_fee_year(), rowHeader: true, onSmall: "full" },
          cell: ({ year }) => <Link to={paths.fee(slug, id, year)}>{year}</Link>,
        },
        {
          ...{ id: "rate", head: m.accounts_fee_rate(), align: "right", onSmall: "label" },
          cell: ({ rate }) => feeText(String(rate)),
        },
        {
          ...{ id: "state", head: m.accounts_fee_state(), onSmall: "label" },
          cell: ({ fixedAt }) => (
            <StateWords state={fixedAt ? "done" : "planned"}>
              {fixedAt ? m.accounts_fee_fixed() : m.accounts_fee_draft()}
            </StateWords>
          ),
        },
        {
          ...{ id: "sum", head: m.accounts_fee_sum(), align: "right", onSmall: "label" },
          cell: ({ sum }) => (sum === null ? <Empty label={m.accounts_fee_not_fixed()} /> : feeText(sum)),
        },
        {
          ...{ id: "rise", head: m.accounts_fee_difference(), align: "right", onSmall: "label" },
          cell: ({ year }) => {
            const more = rise(year);
            return more === null ? <Empty label={m.accounts_fee_no_before()} /> : differenceText(more);
          },
        },
      ]}
    />
  );
}

type Filled = { errors: Record<string, string>; values: Record<string, string> } | null;

function SchemeFields({
  areas,
  filled,
  prefix,
}: {
  areas: FeesView["areas"];
  filled: NonNullable<Filled>;
  prefix: string;
}) {
  const { errors, values } = filled;
  return (
    <>
      <TextInput
        {...{ name: "name", id: `${prefix}name`, label: m.accounts_fee_name(), error: errors.name ?? null }}
        {...{ hint: m.accounts_fee_name_hint(), defaultValue: values.name ?? "", maxLength: 200, required: true }}
      />
      <Select
        {...{ name: "areaId", id: `${prefix}areaId`, label: m.accounts_fee_who(), error: errors.areaId ?? null }}
        {...{ defaultValue: values.areaId ?? "" }}
        options={[
          { value: "", label: m.accounts_fee_all() },
          ...areas.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Checkbox
        {...{ name: "guests", id: `${prefix}guests`, value: "yes", label: m.accounts_fee_guests_pay() }}
        defaultChecked={values.guests === "yes"}
      />
    </>
  );
}

function YearFields({ filled: { errors, values } }: { filled: NonNullable<Filled> }) {
  return (
    <FieldRow>
      <TextInput
        {...{ name: "year", label: m.accounts_fee_year(), error: errors.year ?? null, inputMode: "numeric" }}
        {...{ defaultValue: values.year ?? "", maxLength: 4, width: "short", required: true }}
      />
      <TextInput
        {...{ name: "rate", label: m.accounts_fee_rate_field(), error: errors.rate ?? null, inputMode: "decimal" }}
        {...{ hint: m.accounts_fee_rate_hint(), defaultValue: values.rate ?? "", maxLength: 8, width: "short" }}
      />
    </FieldRow>
  );
}

function Buttons({ words, intent, slug }: { words: string; intent: string; slug: string }) {
  return (
    <div className="sv-row">
      <Button name="intent" value={intent}>
        {words}
      </Button>
      <LinkButton to={paths.fees(slug)} variant="tertiary">
        {m.common_cancel()}
      </LinkButton>
    </div>
  );
}

type FormOf = { areas: FeesView["areas"]; slug: string; refusal: Filled };

function NewScheme({ areas, slug, year, refusal }: FormOf & { year: number }) {
  const filled = refusal ?? { errors: {}, values: { year: String(year) } };
  return (
    <Panel title={m.accounts_fee_new()}>
      <PanelBody>
        <Form method="post" className="sv-form" noValidate>
          <FormProblems errors={filled.errors} />
          <SchemeFields areas={areas} filled={filled} prefix="" />
          <YearFields filled={filled} />
          <Buttons words={m.accounts_fee_make()} intent="new" slug={slug} />
        </Form>
      </PanelBody>
    </Panel>
  );
}

function EditScheme({ scheme, areas, slug, refusal }: FormOf & { scheme: Scheme }) {
  const { id, name, areaId, guests, version, mayRemove } = scheme;
  const filled = refusal ?? { errors: {}, values: { name, areaId: areaId ?? "", guests: guests ? "yes" : "" } };
  return (
    <Form method="post" className="sv-form" noValidate>
      <FormProblems errors={filled.errors} ids={{ name: `${id}-name`, areaId: `${id}-areaId` }} />
      <input type="hidden" name="scheme" value={id} />
      <input type="hidden" name="version" value={version} />
      <SchemeFields areas={areas} filled={filled} prefix={`${id}-`} />
      <p className="sv-quiet sv-small">{m.accounts_fee_fixed_stays()}</p>
      <Buttons words={m.accounts_fee_save()} intent="scheme" slug={slug} />
      {mayRemove && (
        <div>
          <Button name="intent" value="remove" variant="danger" small icon="trash">
            {m.accounts_fee_remove({ name })}
          </Button>
        </div>
      )}
    </Form>
  );
}

function NewYear({ scheme, slug, year, refusal }: { scheme: Scheme; slug: string; year: number; refusal: Filled }) {
  const last = scheme.years[0];
  const proposed = {
    year: String(last ? last.year + 1 : year),
    rate: last ? `${Math.floor(last.rate / 100)},${String(last.rate % 100).padStart(2, "0")}` : "",
  };
  const filled = refusal ?? { errors: {}, values: proposed };
  return (
    <Form method="post" className="sv-form" noValidate>
      <FormProblems errors={filled.errors} />
      <input type="hidden" name="scheme" value={scheme.id} />
      <YearFields filled={filled} />
      <Buttons words={m.accounts_fee_make_year()} intent="year" slug={slug} />
    </Form>
  );
}
