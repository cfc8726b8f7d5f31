import { Form, Link } from "@remix-run/react";
import type { AccountRoundRow, AccountsView, ProjectRow } from "~/features/accounts/accounts.view.server";
import { amountText, differenceText } from "~/features/accounts/amounts";
import { type EditedProject, ProjectForm } from "~/features/accounts/project-form";
import { describeDays } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Panel } from "~/ui/panel";
import { DataTable, Empty } from "~/ui/table";
import { Tag } from "~/ui/tag";

type Props = { view: AccountsView; slug: string; mayEdit: boolean; edited: EditedProject | null };

/** What the last rounds came to, and the projects accounts are kept of. */
export function AccountsPage({ view, slug, mayEdit, edited }: Props) {
  const { projects, rounds } = view;
  return (
    <div className="sv-stack">
      <Rounds rounds={rounds} slug={slug} />
      {projects.length === 0 && edited?.id !== "" ? (
        <EmptyState
          icon="pie"
          title={m.accounts_no_projects()}
          why={m.accounts_no_projects_why()}
          action={
            mayEdit && (
              <LinkButton to="?add" icon="plus">
                {m.accounts_add_project()}
              </LinkButton>
            )
          }
        />
      ) : (
        <Projects view={view} slug={slug} mayEdit={mayEdit} edited={edited} />
      )}
    </div>
  );
}

function Rounds({ rounds, slug }: { rounds: AccountRoundRow[]; slug: string }) {
  if (rounds.length === 0)
    return (
      <EmptyState
        icon="chart"
        title={m.accounts_no_rounds()}
        why={m.accounts_no_rounds_why()}
        action={
          <LinkButton to={paths.reports(slug)} variant="secondary">
            {m.accounts_to_reports()}
          </LinkButton>
        }
      />
    );
  return (
    <Panel title={m.accounts_rounds()} link={{ label: m.accounts_to_reports(), to: paths.reports(slug) }}>
      <DataTable<AccountRoundRow>
        caption={m.accounts_rounds()}
        rows={rounds}
        rowKey={({ id }) => id}
        columns={[
          {
            ...{ id: "round", head: m.accounts_round(), rowHeader: true, onSmall: "full" },
            cell: ({ id, name, from, to, state }) => (
              <>
                <Link to={paths.roundAccounts(slug, id)}>{name}</Link>
                {state === "submitted" && (
                  <>
                    {" "}
                    <Tag tone="success">{m.accounts_submitted()}</Tag>
                  </>
                )}
                <small>{describeDays({ from, to })}</small>
              </>
            ),
          },
          ...(["income", "costs", "result"] as const).map((key) => ({
            ...{ id: key, align: "right" as const, onSmall: "label" as const },
            head: { income: m.accounts_income(), costs: m.accounts_costs(), result: m.accounts_result() }[key],
            cell: ({ lines, sums }: AccountRoundRow) =>
              lines === 0 ? (
                <Empty label={m.accounts_no_lines()} />
              ) : (
                <span className="sv-nowrap">{amountText(sums[key].actual)}</span>
              ),
          })),
          {
            ...{ id: "deviation", head: m.accounts_result_deviation(), align: "right", onSmall: "label" },
            cell: ({ lines, sums: { result } }) =>
              lines === 0 ? (
                <Empty label={m.accounts_no_lines()} />
              ) : (
                <span className="sv-nowrap">{differenceText(result.actual - result.budget)}</span>
              ),
          },
        ]}
      />
    </Panel>
  );
}

function Projects({ view: { projects, focusAreas }, mayEdit, edited }: Props) {
  const form = edited && <ProjectForm edited={edited} focusAreas={focusAreas} />;
  return (
    <Panel title={m.accounts_projects()} count={projects.length}>
      <DataTable<ProjectRow>
        caption={m.accounts_projects()}
        rows={projects}
        rowKey={({ id }) => id}
        lead={edited?.id === "" ? form : undefined}
        editing={({ id }) => (edited?.id === id ? form : null)}
        columns={[
          { ...{ id: "number", head: m.accounts_number(), width: 96, quiet: true }, cell: ({ number }) => number },
          {
            ...{ id: "name", head: m.accounts_project_name(), rowHeader: true, onSmall: "full" },
            cell: ({ name }) => name,
          },
          {
            ...{ id: "focus", head: m.accounts_focus_area(), onSmall: "label" },
            cell: ({ focusArea }) =>
              focusArea ? `${focusArea.name} (${focusArea.year})` : <Empty label={m.accounts_no_focus_area()} />,
          },
          {
            ...{ id: "lines", head: m.accounts_lines(), align: "right", onSmall: "label" },
            cell: ({ lines }) => lines,
          },
          ...(mayEdit
            ? [
                {
                  ...{ id: "actions", head: m.accounts_actions(), headSpoken: true as const, align: "right" as const },
                  onSmall: "full" as const,
                  cell: (row: ProjectRow) => <ProjectActions row={row} projects={projects} />,
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}

function ProjectActions({ row: { id, name, lines }, projects }: { row: ProjectRow; projects: ProjectRow[] }) {
  return (
    <Form method="post" className="sv-row sv-accounts-actions">
      <input type="hidden" name="id" value={id} />
      {projects[0]?.id !== id && (
        <Button name="intent" value="up" variant="tertiary" small icon="chevron-up" iconOnly>
          {m.accounts_move_up({ name })}
        </Button>
      )}
      {projects.at(-1)?.id !== id && (
        <Button name="intent" value="down" variant="tertiary" small icon="chevron-down" iconOnly>
          {m.accounts_move_down({ name })}
        </Button>
      )}
      {lines === 0 && (
        <Button name="intent" value="remove" variant="tertiary" small icon="trash" iconOnly>
          {m.accounts_remove_project({ name })}
        </Button>
      )}
      <LinkButton to={`?edit=${id}`} variant="tertiary" small icon="pencil">
        {m.common_edit()}
        <span className="ds-sr-only"> {name}</span>
      </LinkButton>
    </Form>
  );
}
