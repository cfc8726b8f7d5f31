import { Form } from "@remix-run/react";
import type { FeeView } from "~/features/accounts/fee.view.server";
import { feeText, wholeText } from "~/features/accounts/fee-money";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { Button, LinkButton } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { TextInput } from "~/ui/fields";
import { Panel, PanelBody } from "~/ui/panel";

type Filled = { errors: Record<string, string>; values: Record<string, string> } | null;
type Props = { view: FeeView; page: string; refusal: Filled };

/** Before a fee is fixed: how many pay, and what. */
export function FixFee({ view, page, refusal }: Props) {
  const { scheme, year, version, sum, rows } = view;
  return (
    <Confirm
      title={m.accounts_fee_fix_title({ name: `${scheme.name} ${year}` })}
      cancel={{ label: m.common_cancel(), to: page }}
      action={
        <Form method="post">
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="sum" value={sum} />
          <Button name="intent" value="fix" icon="check">
            {m.accounts_fee_fix_for({ n: rows.length })}
          </Button>
        </Form>
      }
    >
      <FormProblems errors={refusal?.errors ?? {}} />
      <p>{m.accounts_fee_fix_what({ n: rows.length, sum: feeText(sum) })}</p>
    </Confirm>
  );
}

export function RateForm({ view, page, refusal }: Props) {
  const { rate, version } = view;
  const written = `${Math.floor(rate / 100)},${String(rate % 100).padStart(2, "0")}`;
  return (
    <Panel title={m.accounts_fee_change_rate()}>
      <PanelBody>
        <Form method="post" className="sv-form" noValidate key={version}>
          <FormProblems errors={refusal?.errors ?? {}} />
          <input type="hidden" name="version" value={version} />
          <TextInput
            {...{ name: "rate", label: m.accounts_fee_rate_field(), error: refusal?.errors.rate ?? null }}
            {...{ hint: m.accounts_fee_rate_hint(), defaultValue: refusal?.values.rate ?? written }}
            {...{ maxLength: 8, width: "short", inputMode: "decimal" }}
          />
          <div className="sv-row">
            <Button name="intent" value="rate">
              {m.accounts_fee_save()}
            </Button>
            <LinkButton to={page} variant="tertiary">
              {m.common_cancel()}
            </LinkButton>
          </div>
        </Form>
      </PanelBody>
    </Panel>
  );
}

/** The inhabitants that are not known, or of `all`: what is said here is for this fee alone. */
export function PopulationsForm({ view, page, all, refusal }: Props & { all: boolean }) {
  const { rows, unknown, year, version } = view;
  const asked = rows.filter(
    (row) => all || row.population === null || `population.${row.id}` in (refusal?.values ?? {}),
  );
  const kept = (id: string) => refusal?.values[`population.${id}`];
  return (
    <Panel title={unknown > 0 ? m.accounts_fee_populations_missing({ n: unknown }) : m.accounts_fee_populations()}>
      <PanelBody>
        <Form method="post" className="sv-form" noValidate key={version}>
          <FormProblems
            errors={refusal?.errors ?? {}}
            labels={Object.fromEntries(rows.map(({ id, name }) => [`population.${id}`, name]))}
          />
          <input type="hidden" name="version" value={version} />
          <p>{m.accounts_fee_populations_why()}</p>
          <TextInput
            {...{ name: "counted", label: m.accounts_fee_counted(), error: refusal?.errors.counted ?? null }}
            {...{ hint: m.accounts_fee_counted_hint(), defaultValue: refusal?.values.counted ?? String(year) }}
            {...{ maxLength: 4, width: "short", inputMode: "numeric" }}
          />
          {asked.map(({ id, name, population, populationYear, said }) => (
            <TextInput
              key={id}
              {...{ name: `population.${id}`, label: name, error: refusal?.errors[`population.${id}`] ?? null }}
              {...(population !== null &&
                !said && {
                  hint: m.accounts_fee_known({ people: wholeText(population), year: populationYear ?? "" }),
                })}
              defaultValue={kept(id) ?? (said && population !== null ? String(population) : "")}
              {...{ maxLength: 12, width: "short", inputMode: "numeric", optional: true }}
            />
          ))}
          <div className="sv-row">
            <Button name="intent" value="populations">
              {m.accounts_fee_populations_save()}
            </Button>
            {all && (
              <LinkButton to={page} variant="tertiary">
                {m.common_cancel()}
              </LinkButton>
            )}
          </div>
        </Form>
      </PanelBody>
    </Panel>
  );
}
