import type { ContentProject } from "~/domain/reports/round-content";
import { type Amounts, deviationOf, type SumKey, type Sums, sumKeys, sumProjects } from "~/domain/shared/account-sums";
import { AccountChart } from "~/features/accounts/account-chart";
import { amountText, differenceText, percentText, sumWords } from "~/features/accounts/amounts";
import { m } from "~/i18n/messages/messages";
import { Panel, PanelBody } from "~/ui/panel";
import { type Column, DataTable, Empty } from "~/ui/table";

type SumRow = { key: SumKey; amounts: Amounts };

/** The columns every table of accounts against budget has. */
export function amountColumns<R>(amountsOf: (row: R) => Amounts): Column<R>[] {
  const kroner = (amount: (row: R) => string) => (row: R) => <span className="sv-nowrap">{amount(row)}</span>;
  return [
    {
      ...{ id: "actual", head: m.accounts_actual(), align: "right", onSmall: "label" },
      cell: kroner((row) => amountText(amountsOf(row).actual)),
    },
    {
      ...{ id: "budget", head: m.accounts_budget(), align: "right", onSmall: "label" },
      cell: kroner((row) => amountText(amountsOf(row).budget)),
    },
    {
      ...{ id: "deviation", head: m.accounts_deviation(), align: "right", onSmall: "label" },
      cell: kroner((row) => differenceText(deviationOf(amountsOf(row)).amount)),
    },
    {
      ...{ id: "percent", head: m.accounts_percent(), align: "right", onSmall: "label" },
      cell: (row) => {
        const { permille } = deviationOf(amountsOf(row));
        return permille === null ? (
          <Empty label={m.accounts_no_budget()} />
        ) : (
          <span className="sv-nowrap">{percentText(permille)}</span>
        );
      },
    },
    {
      ...{ id: "year", head: m.accounts_year_budget(), align: "right", onSmall: "label" },
      cell: kroner((row) => amountText(amountsOf(row).yearBudget)),
    },
  ];
}

/** Income, costs and result against budget. */
export function SumTable({ caption, sums }: { caption: string; sums: Sums }) {
  return (
    <DataTable<SumRow>
      caption={caption}
      className="sv-accounts"
      small="scroll"
      rows={sumKeys.map((key) => ({ key, amounts: sums[key] }))}
      rowKey={({ key }) => key}
      columns={[
        {
          ...{ id: "name", head: m.accounts_what(), rowHeader: true, onSmall: "full" },
          cell: ({ key }) => (key === "result" || key === "costs" ? <b>{sumWords[key]()}</b> : sumWords[key]()),
        },
        ...amountColumns<SumRow>(({ amounts }) => amounts),
      ]}
    />
  );
}

/**
 * A round's accounts against its budget: the whole, then project by project, each as a picture and as a table with the
 * same figures. Nothing where there are no lines.
 */
export function AccountFigures({ projects }: { projects: readonly ContentProject[] }) {
  const { projects: own, whole } = sumProjects(projects);
  if (own.length === 0) return null;
  const pairs = (["income", "wages", "other", "result"] as const).map((key) => ({
    ...{ id: key, name: sumWords[key]() },
    ...whole[key],
  }));
  return (
    <>
      <Panel title={m.accounts_whole()} aside={m.accounts_in_kroner()}>
        <PanelBody>
          <AccountChart title={m.accounts_chart_whole()} rows={pairs} />
        </PanelBody>
        <SumTable caption={m.accounts_whole()} sums={whole} />
      </Panel>
      {own.length > 1 && (
        <Panel title={m.accounts_by_project()} count={own.length} aside={m.accounts_in_kroner()}>
          <PanelBody>
            <AccountChart
              title={m.accounts_chart_projects()}
              rows={own.map(({ project: { number, name }, sums }) => ({
                ...{ id: number, name: `${number} ${name}` },
                ...sums.result,
              }))}
            />
          </PanelBody>
          <DataTable
            caption={m.accounts_by_project()}
            className="sv-accounts"
            small="scroll"
            rows={own}
            rowKey={({ project }) => project.number}
            columns={[
              {
                ...{ id: "name", head: m.accounts_project(), rowHeader: true, onSmall: "full" },
                cell: ({ project: { number, name } }) => (
                  <>
                    {name}
                    <small>{number}</small>
                  </>
                ),
              },
              ...(["income", "wages", "other"] as const).map(
                (key): Column<(typeof own)[number]> => ({
                  ...{ id: key, head: sumWords[key](), align: "right", onSmall: "label" },
                  cell: ({ sums }) => <span className="sv-nowrap">{amountText(sums[key].actual)}</span>,
                }),
              ),
              ...amountColumns<(typeof own)[number]>(({ sums }) => sums.result).map((column) =>
                column.id === "actual" ? { ...column, head: m.accounts_result() } : column,
              ),
            ]}
          />
        </Panel>
      )}
    </>
  );
}
