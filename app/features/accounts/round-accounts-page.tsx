import { Form } from "@remix-run/react";
import { sumLines } from "~/domain/shared/account-sums";
import { AccountFigures, amountColumns, SumTable } from "~/features/accounts/account-figures";
import type { RoundAccountsView, RoundLine } from "~/features/accounts/accounts.view.server";
import { amountText, groupWords } from "~/features/accounts/amounts";
import { type EditedLine, LineForm } from "~/features/accounts/line-form";
import { describeDays } from "~/features/timing/day-words";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Panel, PanelBody, Row, Rows } from "~/ui/panel";
import { type Column, DataTable } from "~/ui/table";

type Props = { view: RoundAccountsView; slug: string; zone: string; mayEdit: boolean; edited: EditedLine | null };

/** A round's accounts against its budget, line by line under each project. */
export function RoundAccountsPage(props: Props) {
  const { view, slug, mayEdit, edited } = props;
  const { round, projects, lines, yearToDate, choices } = view;
  if (lines === 0 && !edited)
    return (
      <EmptyState
        icon="pie"
        title={m.accounts_no_lines()}
        why={mayEdit ? m.accounts_no_lines_why() : m.accounts_no_lines_wait()}
        action={
          mayEdit && (
            <div className="sv-row">
              <LinkButton to={paths.accountsImport(slug, round.id)} icon="import">
                {m.accounts_import()}
              </LinkButton>
              {choices.length > 0 ? (
                <LinkButton to="?add" variant="secondary" icon="plus">
                  {m.accounts_add_line()}
                </LinkButton>
              ) : (
                <LinkButton to={`${paths.projects(slug)}?add`} variant="secondary" icon="plus">
                  {m.accounts_add_project()}
                </LinkButton>
              )}
            </div>
          )
        }
      />
    );
  return (
    <div className="sv-stack">
      {edited?.id === "" && (
        <Panel title={m.accounts_add_line()}>
          <PanelBody>
            <LineForm edited={edited} slug={slug} round={round.id} projects={choices} />
          </PanelBody>
        </Panel>
      )}
      <AccountFigures projects={projects} />
      {yearToDate && (
        <Panel
          title={m.accounts_year_to_date()}
          aside={describeDays({ from: `${round.to.slice(0, 4)}-01-01`, to: round.to })}
        >
          <SumTable caption={m.accounts_year_to_date()} sums={yearToDate} />
        </Panel>
      )}
      {lines > 0 && <Lines {...props} />}
      <Imports {...props} />
    </div>
  );
}

/** The lines under their projects; those of many projects are folded, but where one is in its form. */
function Lines({ view: { round, projects, choices }, slug, mayEdit, edited }: Props) {
  const holds = (lines: RoundLine[]) => lines.some(({ id }) => id === edited?.id);
  return (
    <Panel title={m.accounts_lines()} aside={m.accounts_in_kroner()}>
      <DataTable<RoundLine>
        caption={m.accounts_lines()}
        className="sv-accounts"
        small="scroll"
        groups={projects.map(({ id, number, name, lines }) => ({
          ...{ id, title: `${number} ${name}`, rows: lines },
          count: m.accounts_lines_result({ n: lines.length, amount: amountText(sumLines(lines).result.actual) }),
          open: projects.length < 4 || holds(lines),
        }))}
        rowKey={({ id }) => id}
        editing={({ id }) =>
          edited?.id === id ? <LineForm edited={edited} slug={slug} round={round.id} projects={choices} /> : null
        }
        columns={[
          {
            ...{ id: "account", head: m.accounts_account(), rowHeader: true, onSmall: "full" },
            cell: ({ account, name: words, group }) => (
              <>
                {[account, words].filter((word, at, all) => word && all.indexOf(word) === at).join(" ")}
                <small>{groupWords[group]()}</small>
              </>
            ),
          },
          ...amountColumns<RoundLine>(({ actual, budget, yearBudget }) => ({
            ...{ actual: BigInt(actual), budget: BigInt(budget), yearBudget: BigInt(yearBudget) },
          })),
          ...(mayEdit ? [actions()] : []),
        ]}
      />
    </Panel>
  );
}

const actions = (): Column<RoundLine> => ({
  ...{ id: "actions", head: m.accounts_actions(), headSpoken: true, align: "right", onSmall: "full" },
  cell: ({ id, seen, account, name }) => (
    <Form method="post" className="sv-row sv-accounts-actions">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={seen} />
      <Button name="intent" value="remove" variant="tertiary" small icon="trash" iconOnly>
        {m.accounts_remove_line({ name: name || account })}
      </Button>
      <LinkButton to={`?line=${id}`} variant="tertiary" small icon="pencil">
        {m.common_edit()}
        <span className="ds-sr-only"> {name || account}</span>
      </LinkButton>
    </Form>
  ),
});

/** The files the accounts came from, with a way back to those that wait. */
function Imports({ view: { imports, round }, slug, zone, mayEdit }: Props) {
  if (imports.length === 0) return null;
  const words = {
    staged: m.accounts_import_staged(),
    saved: m.accounts_import_saved(),
    discarded: m.accounts_import_discarded(),
  };
  return (
    <Panel title={m.accounts_imports()}>
      <Rows>
        {imports.map(({ id, fileName, state, at }) => (
          <Row
            key={id}
            icon="file"
            title={fileName}
            {...(mayEdit && state !== "discarded" && { to: paths.accountsImport(slug, round.id, id) })}
            note={`${words[state]} ${formatInstant(at, zone, getLocale())}`}
          />
        ))}
      </Rows>
    </Panel>
  );
}
