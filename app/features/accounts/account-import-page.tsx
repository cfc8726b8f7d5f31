import { Form } from "@remix-run/react";
import { readMoney } from "~/domain/accounts/money";
import { alikeField, projectField } from "~/domain/accounts/place-lines";
import { AccountFigures } from "~/features/accounts/account-figures";
import type { AccountsReview } from "~/features/accounts/account-import.server";
import { amountText, groupWords } from "~/features/accounts/amounts";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { Checkbox, RadioGroup } from "~/ui/choices";
import { ErrorSummary } from "~/ui/error-summary";
import { FileInput, Select, TextArea } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Columns, Panel, PanelBody } from "~/ui/panel";
import { VerdictStrip } from "~/ui/verdicts";

type Problem = { field: string; message: string };

/** A file of the accounting system, or cells that are pasted; what was refused stands in the field to be mended. */
export function AccountFileForm({ problems, text, unclear }: { problems: Problem[]; text: string; unclear?: string }) {
  const error = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <Columns
      main={
        <div className="sv-stack">
          <ErrorSummary title={m.accounts_not_read()} errors={problems} />
          <Form method="post" encType="multipart/form-data" className="sv-form">
            {unclear && <DecimalChoice unclear={unclear} error={error("decimal")} />}
            {/* Emptied when what was in it stands in the field below, so that the two are not sent together. */}
            <FileInput
              key={`file ${text}`}
              name="file"
              label={m.accounts_file()}
              hint={m.accounts_file_hint()}
              accept=".xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              error={error("file")}
              optional
            />
            <TextArea
              key={text}
              name="table"
              label={text === "" ? m.accounts_table() : m.accounts_mend()}
              rows={text === "" ? 6 : 14}
              defaultValue={text}
              error={error("table")}
              spellCheck={false}
              optional
            />
            <div>
              <Button icon="upload">{m.accounts_read()}</Button>
            </div>
          </Form>
        </div>
      }
      side={
        <Panel title={m.accounts_columns()}>
          <PanelBody>
            <p>{m.accounts_columns_what()}</p>
            <pre className="sv-pre">{m.accounts_example()}</pre>
            <p className="sv-small sv-quiet">{m.accounts_columns_groups()}</p>
            <p className="sv-small sv-quiet">{m.accounts_columns_totals()}</p>
          </PanelBody>
        </Panel>
      }
    />
  );
}

/** Which sign stands before the decimals, told with a sum of the file. */
function DecimalChoice({ unclear, error }: { unclear: string; error: string | undefined }) {
  return (
    <RadioGroup
      name="decimal"
      legend={m.accounts_decimal({ text: unclear })}
      error={error ?? null}
      options={([",", "."] as const).map((sign) => ({
        value: sign,
        label: m.accounts_decimal_is({ text: unclear, sum: amountText(readMoney(unclear, sign) ?? 0n) }),
        hint: sign === "," ? m.accounts_decimal_comma() : m.accounts_decimal_point(),
      }))}
    />
  );
}

/** What a file would do: the projects it asks about, what changes, and what it comes to. */
export function AccountReview({ review, problems }: { review: AccountsReview; problems: Problem[] }) {
  const { projects, twice, alike, alikeSeen, counts, replaces, totals, turned, content, mayBeYear, figures } = review;
  const asks = projects.filter(({ chosen }) => chosen === null);
  return (
    <div className="sv-stack">
      <ErrorSummary title={m.accounts_not_saved()} errors={problems} />
      <VerdictStrip
        items={[
          { verdict: "asks", count: asks.length, words: m.accounts_count_asks({ n: asks.length }) },
          { verdict: "created", count: counts.created, words: m.accounts_count_new({ n: counts.created }) },
          { verdict: "updated", count: counts.updated, words: m.accounts_count_changed({ n: counts.updated }) },
          { verdict: "unchanged", count: counts.unchanged, words: m.accounts_count_same({ n: counts.unchanged }) },
          { verdict: "problem", count: counts.removed, words: m.accounts_count_removed({ n: counts.removed }) },
        ]}
      />
      {replaces > 0 && (
        <Note tone="warning" title={m.accounts_replaces({ n: replaces })}>
          {m.accounts_replaces_why()}
        </Note>
      )}
      {totals > 0 && <Note tone="success">{m.accounts_totals_fit({ n: totals })}</Note>}
      {turned.length > 0 && (
        <Note>{m.accounts_turned({ groups: turned.map((group) => groupWords[group]()).join(", ") })}</Note>
      )}
      {twice.length > 0 && (
        <Note tone="danger" title={m.accounts_twice()}>
          {twice.map(({ account, project }) => m.accounts_twice_one({ account, project })).join(" ")}
        </Note>
      )}
      <Form method="post" className="sv-stack">
        <Projects review={review} problems={problems} />
        {alike.length > 0 && (
          <Panel title={m.accounts_alike({ n: alike.length })} count={alike.length}>
            <PanelBody>
              <p>{m.accounts_alike_why()}</p>
              <ul className="sv-points">
                {alike.slice(0, 12).map(({ account, name, projects: [one, other] }) => (
                  <li key={`${account}/${one}/${other}`}>{m.accounts_alike_one({ account, name, one, other })}</li>
                ))}
              </ul>
              <Checkbox
                name={alikeField}
                value="yes"
                label={m.accounts_alike_own()}
                error={problems.find(({ field }) => field === alikeField)?.message ?? null}
                defaultChecked={alikeSeen}
              />
            </PanelBody>
          </Panel>
        )}
        {mayBeYear && (
          <RadioGroup
            name="figures"
            legend={m.accounts_figures()}
            hint={m.accounts_figures_hint()}
            defaultValue={figures}
            options={[
              { value: "period", label: m.accounts_figures_period() },
              { value: "year", label: m.accounts_figures_year() },
            ]}
          />
        )}
        <div className="sv-row">
          <Button name="intent" value="save" icon="check">
            {replaces > 0 ? m.accounts_save_replace() : m.accounts_save()}
          </Button>
          {(mayBeYear || projects.some(({ known }) => known === null)) && (
            <Button name="intent" value="look" variant="secondary">
              {m.accounts_look_again()}
            </Button>
          )}
          <Button name="intent" value="discard" variant="tertiary" icon="trash">
            {m.accounts_discard()}
          </Button>
        </div>
      </Form>
      <AccountFigures projects={content} />
    </div>
  );
}

/** The projects the region does not know by their number; each must be told. */
function Projects({
  review: { projects, choices },
  problems,
}: {
  review: Pick<AccountsReview, "projects" | "choices">;
  problems: Problem[];
}) {
  const unknown = projects.map((project, at) => ({ ...project, at })).filter(({ known }) => known === null);
  if (unknown.length === 0) return null;
  return (
    <Panel title={m.accounts_unknown()} count={unknown.length}>
      <PanelBody>
        <p className="sv-quiet">{m.accounts_unknown_why()}</p>
        <div className="sv-form">
          {unknown.map(({ at, project, name, lines, chosen, suggested }) => {
            const called = [project, name === project ? "" : name].filter(Boolean).join(" ");
            return (
              <Select
                key={at}
                name={projectField(at)}
                label={
                  called === ""
                    ? m.accounts_without_project({ n: lines })
                    : m.accounts_unknown_one({ called, n: lines })
                }
                error={problems.find(({ field }) => field === projectField(at))?.message ?? null}
                placeholder={m.accounts_choose_project()}
                defaultValue={chosen ?? suggested ?? ""}
                options={[
                  {
                    value: "new",
                    label: called === "" ? m.accounts_new_common() : m.accounts_new_project({ called }),
                  },
                  ...choices,
                ]}
              />
            );
          })}
        </div>
      </PanelBody>
    </Panel>
  );
}
