import { Form } from "@remix-run/react";
import type { FeeRow, FeeView } from "~/features/accounts/fee.view.server";
import { differenceText, feeText, wholeText } from "~/features/accounts/fee-money";
import { FixFee, PopulationsForm, RateForm } from "~/features/accounts/fee-parts";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { Panel, PanelBody } from "~/ui/panel";
import { DataTable, Empty } from "~/ui/table";
import { Tag } from "~/ui/tag";

export type FeeRefusal = {
  about: "rate" | "populations" | "fix";
  errors: Record<string, string>;
  values: Record<string, string>;
} | null;
type Props = {
  view: FeeView;
  /** The day it was fixed, in words. */
  fixedOn: string | null;
  slug: string;
  mayEdit: boolean;
  open: string;
  refusal: FeeRefusal;
};

/** A year of a scheme: who pays what, beside what was paid the year before. */
export function FeePage({ view, fixedOn, slug, mayEdit, open, refusal }: Props) {
  const { scheme, year, rate, rows, sum, unknown, inhabitants } = view;
  const page = paths.fee(slug, scheme.id, year);
  const edits = mayEdit && fixedOn === null;
  const is = (about: NonNullable<FeeRefusal>["about"]) => (refusal?.about === about ? refusal : null);
  return (
    <>
      <PageHead
        title={`${scheme.name} ${year}`}
        sub={m.accounts_fee_sub({ rate: feeText(String(rate)), n: rows.length, people: wholeText(inhabitants) })}
        tag={
          <Tag tone={fixedOn ? "success" : "neutral"}>
            {fixedOn ? m.accounts_fee_fixed_on({ day: fixedOn }) : m.accounts_fee_draft()}
          </Tag>
        }
        actions={
          fixedOn ? (
            <LinkButton to={paths.feeFile(slug, scheme.id, year)} icon="download" reloadDocument download>
              {m.accounts_fee_sheet()}
            </LinkButton>
          ) : (
            edits && (
              <>
                <LinkButton to={`${page}?open=rate`} variant="tertiary" icon="pencil">
                  {m.accounts_fee_change_rate()}
                </LinkButton>
                <LinkButton to={`${page}?open=populations`} variant="secondary" icon="pencil">
                  {m.accounts_fee_populations()}
                </LinkButton>
                {rows.length > 0 && unknown === 0 && (
                  <LinkButton to={`${page}?open=fix`} icon="check">
                    {m.accounts_fee_fix()}
                  </LinkButton>
                )}
              </>
            )
          )
        }
      />
      <div className="sv-stack">
        {edits && (open === "fix" || is("fix")) && <FixFee view={view} page={page} refusal={is("fix")} />}
        {edits && (open === "rate" || is("rate")) && <RateForm view={view} page={page} refusal={is("rate")} />}
        <Notes view={view} />
        {edits && (unknown > 0 || open === "populations" || is("populations")) && rows.length > 0 && (
          <PopulationsForm view={view} page={page} all={open === "populations"} refusal={is("populations")} />
        )}
        {rows.length === 0 ? (
          <EmptyState icon="pin" title={m.accounts_fee_nobody()} why={m.accounts_fee_nobody_why({ year })} />
        ) : (
          <Panel title={m.accounts_fee_by_municipality()} count={rows.length}>
            <FeeTable view={view} />
            <PanelBody>
              <p>
                <b>{m.accounts_fee_total({ sum: feeText(sum) })}</b>
                {unknown > 0 && ` ${m.accounts_fee_total_without({ n: unknown })}`}
              </p>
              {view.past && (
                <p className="sv-quiet">
                  {m.accounts_fee_total_before({ year: year - 1, sum: feeText(view.past.sum) })}
                  {!view.past.fixed && ` ${m.accounts_fee_before_draft()}`}
                </p>
              )}
            </PanelBody>
          </Panel>
        )}
        {edits && (
          <Form method="post">
            <input type="hidden" name="version" value={view.version} />
            <Button name="intent" value="remove" variant="tertiary" small icon="trash">
              {m.accounts_fee_remove_year({ year })}
            </Button>
          </Form>
        )}
      </div>
    </>
  );
}

/** What is not as one would think: guests who pay nothing, who stood then and is not listed, who is here no more. */
function Notes({ view: { guests, unlisted, gone, year } }: { view: FeeView }) {
  const names = (all: string[]) => all.join(", ");
  return (
    <>
      {guests.length > 0 && <Note>{m.accounts_fee_guests({ n: guests.length, names: names(guests) })}</Note>}
      {unlisted.length > 0 && (
        <Note tone="warning">{m.accounts_fee_unlisted({ n: unlisted.length, names: names(unlisted), year })}</Note>
      )}
      {gone.length > 0 && (
        <Note>
          {m.accounts_fee_gone({
            ...{ n: gone.length, year: year - 1 },
            names: names(gone.map(({ name, amount }) => `${name} (${feeText(amount)})`)),
          })}
        </Note>
      )}
    </>
  );
}

function FeeTable({ view }: { view: FeeView }) {
  const { scheme, year, rows } = view;
  return (
    <DataTable<FeeRow>
      caption={`${scheme.name} ${year}`}
      rows={rows}
      rowKey={({ id }) => id}
      mark={({ amount }) => (amount === null ? "warning" : undefined)}
      columns={[
        {
          ...{ id: "name", head: m.accounts_fee_municipality(), rowHeader: true, onSmall: "full" },
          cell: ({ name, number, beforeOf }) => (
            <>
              {name} <span className="sv-quiet sv-small">{number}</span>
              {beforeOf.length > 0 && (
                <>
                  <br />
                  <small className="sv-quiet">
                    {m.accounts_fee_before_of({ year: year - 1, names: beforeOf.join(", ") })}
                  </small>
                </>
              )}
            </>
          ),
        },
        {
          ...{ id: "population", head: m.accounts_fee_population(), align: "right", onSmall: "label" },
          cell: ({ population, populationYear, said }) =>
            population === null ? (
              m.accounts_fee_unknown()
            ) : (
              <>
                {wholeText(population)}
                <br />
                <small className="sv-quiet">
                  {said ? m.accounts_fee_counted_said({ year: populationYear ?? "" }) : (populationYear ?? "")}
                </small>
              </>
            ),
        },
        {
          ...{ id: "amount", head: m.accounts_fee_amount(), align: "right", onSmall: "label" },
          cell: ({ amount }) => (amount === null ? <Empty label={m.accounts_fee_unknown()} /> : feeText(amount)),
        },
        ...(view.past
          ? [
              {
                ...{
                  id: "before",
                  head: String(year - 1),
                  align: "right" as const,
                  onSmall: "label" as const,
                  quiet: true as const,
                },
                cell: ({ before }: FeeRow) =>
                  before === null ? <Empty label={m.accounts_fee_no_before()} /> : feeText(before),
              },
              {
                ...{
                  id: "difference",
                  head: m.accounts_fee_difference(),
                  align: "right" as const,
                  onSmall: "label" as const,
                },
                cell: ({ difference }: FeeRow) =>
                  difference === null ? <Empty label={m.accounts_fee_no_before()} /> : differenceText(difference),
              },
            ]
          : []),
      ]}
    />
  );
}
