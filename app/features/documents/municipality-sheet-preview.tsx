import type { FactVerdict, JudgedFacts } from "~/domain/documents/municipality-sheet";
import type { OpenSheet } from "~/features/documents/sheet-preview.view.server";
import { factProblemWords, sheetColumnWords, standardCell } from "~/features/documents/sheet-words";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { CheckboxGroup } from "~/ui/choices";
import { Panel, PanelBody } from "~/ui/panel";
import { DataTable, Empty, type Group } from "~/ui/table";
import { CellChange, Verdict, VerdictStrip } from "~/ui/verdicts";

type Props = { open: Extract<OpenSheet, { kind: "municipalities" }> };

/** How many rows of each verdict. */
export function FactCounts({ open: { groups } }: Props) {
  const all = (group: { rows: unknown[]; more: number }) => group.rows.length + group.more;
  const changed = groups.save.rows.length;
  return (
    <VerdictStrip
      items={[
        { verdict: "updated", count: changed, words: m.documents_sheet_f_count_changed({ n: changed }) },
        { verdict: "problem", count: all(groups.problem), words: m.documents_sheet_count_problems() },
        { verdict: "unchanged", count: all(groups.nothing), words: m.documents_sheet_count_same() },
      ]}
    />
  );
}

/** The areas and circles the sheet names and the region does not have. */
export function FreshAreas({ open: { fresh } }: Props) {
  if (fresh.length === 0) return null;
  const words = { area: m.documents_sheet_f_area_new, circle: m.documents_sheet_f_circle_new };
  return (
    <Panel title={m.documents_sheet_f_new_areas()} count={fresh.length}>
      <PanelBody>
        <CheckboxGroup
          name="area[]"
          legend={m.documents_sheet_f_new_areas_why()}
          options={fresh.map(({ name, kind, municipalities: n }) => ({ value: name, label: words[kind]({ name, n }) }))}
          optional
        />
      </PanelBody>
    </Panel>
  );
}

/** The rows of a sheet of facts: each cell that changes, before and after. */
export function FactRows({ open: { groups } }: Props) {
  const heads = {
    save: m.documents_sheet_group_save(),
    problem: m.documents_sheet_group_problem(),
    nothing: m.documents_sheet_group_nothing(),
  };
  const shown = (["problem", "save", "nothing"] as const)
    .filter((id) => groups[id].rows.length > 0)
    .map((id): Group<JudgedFacts> => {
      const { rows, more } = groups[id];
      const count = more > 0 ? `${rows.length} ${m.documents_sheet_more({ n: more })}` : rows.length;
      return { id, title: heads[id], count, rows };
    });
  return (
    <Panel title={m.documents_sheet_what_facts()}>
      <DataTable<JudgedFacts>
        caption={m.documents_sheet_what_facts()}
        groups={shown}
        rowKey={({ line }) => String(line)}
        mark={({ verdict }) => (verdict.kind === "problem" ? "danger" : undefined)}
        select={{
          name: "take[]",
          value: ({ line, seen }) => `${line}:${seen}`,
          label: ({ line, municipality, asked }) =>
            m.documents_sheet_take({ line, municipality: municipality?.name ?? asked }),
          allLabel: m.documents_sheet_take_all(),
          checked: ({ verdict }) => verdict.kind === "changed",
          disabled: ({ verdict }) => verdict.kind !== "changed",
        }}
        columns={[
          {
            id: "municipality",
            head: m.documents_sheet_municipality(),
            rowHeader: true,
            width: 240,
            onSmall: "full",
            cell: (row) => (
              <>
                {row.municipality?.name ?? (row.asked || <Empty label={m.common_empty_cell()} />)}
                <small className="sv-quiet">
                  {" "}
                  {m.documents_sheet_row().toLowerCase()} {row.line}
                  {row.guest && row.municipality ? ` · ${m.documents_sheet_f_guest()}` : ""}
                </small>
              </>
            ),
          },
          {
            id: "changes",
            head: m.documents_sheet_f_changes(),
            onSmall: "full",
            cell: ({ verdict }) => <FactChanges verdict={verdict} />,
          },
        ]}
      />
    </Panel>
  );
}

function FactChanges({ verdict }: { verdict: FactVerdict }) {
  if (verdict.kind === "same") return <Verdict verdict="unchanged">{m.documents_sheet_v_same()}</Verdict>;
  if (verdict.kind === "problem") return <Verdict verdict="problem">{factProblemWords(verdict)}</Verdict>;
  const { change, before } = verdict;
  const counted = before.population === null ? "" : population(before.population, before.year);
  const cells = [
    ...(change.population
      ? [
          {
            column: "population" as const,
            before: counted,
            after: population(change.population.value, change.population.year),
          },
        ]
      : []),
    ...(change.standard
      ? [
          {
            column: "standard" as const,
            before: before.standard ? standardCell(before.standard) : "",
            after: standardCell(change.standard),
          },
        ]
      : []),
  ];
  const moves = [
    ...change.into.map(({ name }) => ({ verdict: "created" as const, words: m.documents_sheet_f_in({ name }) })),
    ...change.out.map(({ name }) => ({ verdict: "updated" as const, words: m.documents_sheet_f_out({ name }) })),
  ];
  return (
    <>
      {cells.map((cell) => (
        <p key={cell.column}>
          <span className="sv-quiet sv-small">{sheetColumnWords(cell.column)}: </span>
          <CellChange
            before={cell.before}
            after={cell.after}
            beforeLabel={m.documents_before()}
            afterLabel={m.documents_after()}
          />
        </p>
      ))}
      {moves.map(({ verdict: mark, words }) => (
        <p key={words}>
          <Verdict verdict={mark}>{words}</Verdict>
        </p>
      ))}
    </>
  );
}

/** "16 200 (2025)" */
function population(count: number, year: number | null): string {
  const shown = new Intl.NumberFormat(getLocale() === "en" ? "en" : "nb").format(count);
  return year === null ? shown : `${shown} (${year})`;
}
