import {
  type DataTable,
  headingOf,
  numberParts,
  type PlanDocument,
  paragraphOf,
  printable,
  type RawPart,
  rowOf,
} from "~/domain/documents/plan-document";
import { definitionOf } from "~/domain/reports/figure-definitions";
import type { ContentProject, ContentRow, RoundContent } from "~/domain/reports/round-content";
import { rowChanges } from "~/domain/reports/row-changes";
import { sumTallies, tallyRows } from "~/domain/reports/row-tally";
import { deviationOf, sumKeys, sumLines, sumProjects } from "~/domain/shared/account-sums";
import { instantToLocal } from "~/domain/shared/local-time";
import { readMarkdown } from "~/domain/shared/markdown";
import { amountText, differenceText, sumWords } from "~/features/accounts/amounts";
import { figureText } from "~/features/reports/figure-text";
import { figureWords } from "~/features/reports/figure-words";
import { roundKindNames } from "~/features/reports/report-words";
import { describeDay, describeDays } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { inLanguage } from "~/platform/request-context.server";

/** When and by whom a report was submitted, as its first page says; null for one that is not. ISO day. */
export type SubmittedAs = { number: number; day: string; by: string; reason: string };

/**
 * A report as a document, for the page, print and Word alike: its texts, figures, rows, what changed since the round
 * before and accounts. Every word of the product's is in the language asked for.
 */
export async function roundDocument(
  content: RoundContent,
  {
    language,
    programme = "",
    zone = "Europe/Oslo",
    submitted,
  }: { language: "nb" | "nn" | "en"; programme?: string; zone?: string; submitted: SubmittedAs | null },
): Promise<PlanDocument> {
  return inLanguage(language, async () => {
    const { region, name, kind, from, to, previous } = content;
    const facts = [
      { term: m.reports_doc_kind(), words: roundKindNames[kind]() },
      { term: m.reports_doc_period(), words: describeDays({ from, to }) },
      { term: m.reports_doc_previous(), words: previous },
      {
        term: m.reports_doc_submitted(),
        words: submitted
          ? [describeDay(submitted.day), submitted.by].filter(Boolean).join(", ")
          : m.reports_doc_draft(),
      },
      { term: m.reports_doc_version(), words: submitted && submitted.number > 1 ? String(submitted.number) : "" },
      { term: m.reports_doc_corrected(), words: submitted?.reason ?? "" },
    ];
    return printable({
      ...{ language, title: name, region, programme, notice: null },
      facts: facts.filter(({ words }) => words !== ""),
      words: {
        contents: m.plan_document_contents(),
        page: m.plan_document_page(),
        of: m.plan_document_of(),
        table: m.plan_document_table({ n: "{n}" }),
      },
      parts: numberParts([
        ...textParts(content),
        figuresPart(content, zone),
        tallyPart(content),
        ...rowParts(content),
        changesPart(content),
        accountsPart(content.projects),
      ]),
    });
  });
}

function textParts({ form, texts }: RoundContent): RawPart[] {
  return form.texts.map(({ key, heading }) => {
    const words = (texts[key] ?? "").trim();
    return { heading, short: true, blocks: words ? readMarkdown(words) : [] };
  });
}

function figuresPart({ figures }: RoundContent, zone: string): RawPart {
  const table: DataTable = {
    ...{ type: "data", caption: m.reports_figures_caption() },
    columns: [
      { head: m.reports_figure(), share: 26 },
      { head: m.reports_value(), share: 12 },
      { head: m.reports_definition(), share: 34 },
      { head: m.reports_source(), share: 28 },
    ],
    rows: figures.map(({ definition, label, value, source, countedAt }) => {
      const counted = definitionOf(definition);
      return rowOf([
        ...[label, value === null ? m.reports_unknown() : figureText(value)],
        counted ? figureWords[counted.key].is() : m.reports_typed(),
        [source, countedAt && m.reports_counted_on({ day: describeDay(instantToLocal(countedAt, zone).date) })]
          .filter(Boolean)
          .join("\n"),
      ]);
    }),
  };
  return { heading: m.reports_tab_figures(), short: true, blocks: figures.length > 0 ? [table] : [] };
}

function tallyPart(content: RoundContent): RawPart {
  const tallies = tallyRows(content);
  const isFirst = content.previous === "";
  const cells = (name: string, { changed, same, unanswered }: Omit<(typeof tallies)[number], "area">) =>
    rowOf([name, ...[changed, ...(isFirst ? [] : [same]), unanswered].map(String)]);
  const table: DataTable = {
    ...{ type: "data", caption: m.reports_tally_caption() },
    columns: [
      { head: m.reports_area(), share: 36 },
      ...[
        ...(isFirst ? [m.reports_tally_answered()] : [m.reports_tally_changed(), m.reports_tally_same()]),
        m.reports_tally_unanswered(),
      ].map((head) => ({ head, share: 21, centred: true as const })),
    ],
    rows: [
      ...tallies.map((tally) => cells(tally.area || m.reports_no_area(), tally)),
      ...(tallies.length > 1 ? [cells(m.reports_sum(), sumTallies(tallies))] : []),
    ],
  };
  return { heading: m.reports_tally(), short: true, blocks: tallies.length > 0 ? [table] : [] };
}

/** A part for each area, with a table for each focus area under its heading. */
function rowParts({ rows, form }: RoundContent): RawPart[] {
  return [...Map.groupBy(rows, ({ area }) => area)].map(([area, own]) => ({
    ...{ heading: area || m.reports_no_area(), wide: true },
    blocks: [...Map.groupBy(own, ({ focusArea }) => focusArea)].flatMap(([focusArea, some]) => [
      ...(focusArea ? [headingOf(focusArea)] : []),
      rowTable(focusArea || area, some, form.columns),
    ]),
  }));
}

/** What the plan says of a row: its columns are there where a row of the table says something in them. */
const planColumns: [head: () => string, share: number, words: (row: ContentRow) => string][] = [
  [() => m.reports_measure(), 18, ({ strategy, measure }) => [strategy, measure].filter(Boolean).join("\n")],
  [() => m.reports_when(), 11, ({ timing }) => timing],
  [() => m.reports_owner(), 16, ({ owner }) => owner],
];

function rowTable(name: string, rows: ContentRow[], columns: RoundContent["form"]["columns"]): DataTable {
  const share = Math.max(14, Math.floor(46 / Math.max(1, columns.length)));
  const said = planColumns.filter(([, , words]) => rows.some((row) => words(row) !== ""));
  return {
    ...{ type: "data", caption: m.reports_rows_caption({ name }), underHeading: true },
    columns: [
      { head: m.reports_doc_activity(), share: 28 },
      ...said.map(([head, own]) => ({ head: head(), share: own })),
      ...columns.map(({ label }) => ({ head: label, share })),
    ],
    rows: rows.map((row) =>
      rowOf([
        row.activity || m.reports_unnamed(),
        ...said.map(([, , words]) => words(row)),
        ...columns.map(({ key }) => row.answers[key] ?? ""),
      ]),
    ),
  };
}

/** What the rows say otherwise than in the round before. */
function changesPart({ rows, form, previous }: RoundContent): RawPart {
  const changed = rows.flatMap((row) =>
    row.before === null
      ? []
      : rowChanges(form.columns, row.answers, row.before)
          .filter(({ change }) => change === "changed" || change === "gone" || change === "new")
          .map(({ label, now, before }) => [row.activity || row.measure, label, before, now]),
  );
  const table: DataTable = {
    ...{ type: "data", caption: m.reports_changes_caption({ name: previous }) },
    columns: [
      { head: m.reports_doc_activity(), share: 26 },
      { head: m.reports_column(), share: 14 },
      { head: m.reports_before(), share: 30 },
      { head: m.reports_now(), share: 30 },
    ],
    rows: changed.map(rowOf),
  };
  return { heading: m.reports_changes({ name: previous }), wide: true, blocks: changed.length > 0 ? [table] : [] };
}

const amountHeads = (first: string) => [
  { head: first, share: 34 },
  ...[m.accounts_actual(), m.accounts_budget(), m.accounts_deviation(), m.accounts_year_budget()].map((head) => ({
    head,
    share: 16,
  })),
];

type Amounted = { actual: bigint; budget: bigint; yearBudget: bigint };
const amounts = (name: string, own: Amounted) =>
  rowOf([
    ...[name, amountText(own.actual), amountText(own.budget), differenceText(deviationOf(own).amount)],
    amountText(own.yearBudget),
  ]);

/** The whole, then each project by its lines, with its sums last. */
function accountsPart(projects: readonly ContentProject[]): RawPart {
  if (projects.length === 0) return { heading: m.accounts_title(), blocks: [] };
  const sums = (own: ReturnType<typeof sumLines>) => sumKeys.map((key) => amounts(sumWords[key](), own[key]));
  const { whole } = sumProjects(projects);
  return {
    ...{ heading: m.accounts_title(), wide: true },
    blocks: [
      paragraphOf(m.reports_in_kroner()),
      headingOf(m.accounts_whole()),
      {
        ...{ type: "data" as const, caption: m.accounts_whole(), underHeading: true as const },
        ...{ columns: amountHeads(m.accounts_what()), rows: sums(whole) },
      },
      ...projects.flatMap(({ number, name, lines }) => [
        headingOf(`${number} ${name}`),
        {
          ...{ type: "data" as const, caption: `${number} ${name}`, underHeading: true as const },
          columns: amountHeads(m.reports_account()),
          rows: [
            ...lines.map(({ account, name: called, actual, budget, yearBudget }) =>
              amounts(`${account} ${called}`, {
                ...{ actual: BigInt(actual), budget: BigInt(budget), yearBudget: BigInt(yearBudget) },
              }),
            ),
            ...sums(sumLines(lines)),
          ],
        },
      ]),
    ],
  };
}
