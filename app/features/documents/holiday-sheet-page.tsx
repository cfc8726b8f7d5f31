import { Form } from "@remix-run/react";
import type { JudgedHoliday } from "~/domain/regions/holiday-lines";
import type { HolidayReview } from "~/features/documents/holiday-sheet.server";
import { holidayColumns, holidayProblemWords, holidayVerdictWords } from "~/features/documents/holiday-sheet-words";
import { holidayKindWords } from "~/features/regions/holiday-words";
import { describeDays } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { FileInput, TextArea } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Columns, Panel, PanelBody } from "~/ui/panel";
import { DataTable, Empty, type Group } from "~/ui/table";
import { Verdict, VerdictStrip } from "~/ui/verdicts";

type Problem = { field: string; message: string };

type Props = {
  slug: string;
  problems: Problem[];
  /** What stands in the field of pasted cells. */
  text: string;
  review: HolidayReview | null;
  changed: boolean;
};

/** Holidays from a spreadsheet: read, looked at line by line, and saved all at once. */
export function HolidaySheetPage({ slug, problems, text, review, changed }: Props) {
  if (!review) return <Columns main={<SheetFields problems={problems} text={text} />} side={<ColumnsPanel />} />;
  const { counts } = review;
  return (
    <div className="sv-stack">
      {changed && (
        <Note tone="warning" live>
          {m.documents_holidays_changed()}
        </Note>
      )}
      <VerdictStrip
        items={[
          {
            verdict: "problem",
            count: counts.problem,
            words: m.documents_holidays_count_problem({ n: counts.problem }),
          },
          { verdict: "created", count: counts.new, words: m.documents_holidays_count_new({ n: counts.new }) },
          { verdict: "unchanged", count: counts.same, words: m.documents_holidays_count_same({ n: counts.same }) },
        ]}
      />
      {counts.problem > 0 ? (
        <Note tone="warning" title={m.documents_holidays_mend({ n: counts.problem })}>
          {m.documents_holidays_mend_how()}
        </Note>
      ) : (
        <Save slug={slug} text={text} review={review} />
      )}
      <Lines review={review} />
      {counts.problem > 0 && (
        <Columns
          main={
            <Panel title={m.documents_holidays_mend_title()}>
              <PanelBody>
                <SheetFields problems={problems} text={text} mending />
              </PanelBody>
            </Panel>
          }
          side={<ColumnsPanel />}
        />
      )}
    </div>
  );
}

function Save({ slug, text, review: { counts, seen } }: Pick<Props, "slug" | "text"> & { review: HolidayReview }) {
  if (counts.new === 0)
    return (
      <Note action={{ label: m.documents_holidays_back(), to: paths.holidays(slug) }}>
        {m.documents_holidays_nothing_new()}
      </Note>
    );
  return (
    <Form method="post" encType="multipart/form-data" className="sv-row">
      <input type="hidden" name="table" value={text} />
      <input type="hidden" name="seen" value={seen} />
      <Button name="intent" value="save">
        {m.documents_holidays_save({ n: counts.new })}
      </Button>
      <LinkButton to={paths.holidaySheet(slug)} variant="tertiary" reloadDocument>
        {m.common_cancel()}
      </LinkButton>
    </Form>
  );
}

function SheetFields({ problems, text, mending = false }: Pick<Props, "problems" | "text"> & { mending?: boolean }) {
  const error = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <>
      <ErrorSummary title={m.documents_sheet_refused_title()} errors={problems} />
      <Form method="post" encType="multipart/form-data" className="sv-form">
        {!mending && (
          <FileInput
            name="file"
            label={m.documents_sheet_file()}
            hint={m.documents_holidays_file_hint()}
            accept=".xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            error={error("file")}
            optional
          />
        )}
        <TextArea
          key={text}
          name="table"
          label={mending ? m.documents_holidays_mend_field() : m.documents_sheet_table()}
          hint={m.documents_holidays_table_hint()}
          rows={mending ? 12 : 8}
          defaultValue={text}
          error={error("table")}
          spellCheck={false}
          optional={!mending}
        />
        <div>
          <Button name="intent" value="read" icon="upload">
            {m.documents_holidays_read()}
          </Button>
        </div>
      </Form>
    </>
  );
}

/** What columns the sheet has, with lines to copy. */
function ColumnsPanel() {
  return (
    <Panel title={m.documents_holidays_what()}>
      <PanelBody>
        <p>{m.documents_holidays_what_columns()}</p>
        <pre className="sv-pre">{m.documents_holidays_example()}</pre>
        <p className="sv-small sv-quiet">{m.documents_holidays_what_dates()}</p>
      </PanelBody>
    </Panel>
  );
}

function Lines({ review }: { review: HolidayReview }) {
  const heads = {
    problem: m.documents_holidays_group_problem(),
    new: m.documents_holidays_group_new(),
    same: m.documents_holidays_group_same(),
  };
  const groups = (["problem", "new", "same"] as const)
    .map((id): Group<JudgedHoliday> => {
      const rows = review.lines.filter(({ verdict }) => verdict.kind === id);
      return { id, title: heads[id], count: rows.length, rows };
    })
    .filter(({ rows }) => rows.length > 0);
  return (
    <Panel title={m.documents_holidays_lines()}>
      <DataTable<JudgedHoliday>
        caption={m.documents_holidays_lines()}
        groups={groups}
        rowKey={({ line }) => String(line)}
        mark={({ verdict }) => (verdict.kind === "problem" ? "danger" : undefined)}
        columns={[
          {
            id: "line",
            head: m.documents_holidays_line(),
            onSmall: "label",
            quiet: true,
            cell: ({ line }) => line,
          },
          {
            id: "name",
            head: holidayColumns.name(),
            rowHeader: true,
            onSmall: "full",
            cell: ({ cells }) => cells.name.slice(0, 120) || <Empty label={m.common_empty_cell()} />,
          },
          { id: "days", head: m.documents_holidays_days(), onSmall: "full", cell: daysCell },
          {
            id: "kind",
            head: holidayColumns.kind(),
            onSmall: "full",
            cell: ({ holiday, cells }) => (holiday ? holidayKindWords(holiday.kind) : cells.kind.slice(0, 60)),
          },
          { id: "verdict", head: m.documents_sheet_verdict(), onSmall: "full", cell: verdictCell },
        ]}
      />
    </Panel>
  );
}

function daysCell({ holiday, cells }: JudgedHoliday) {
  if (holiday) return describeDays(holiday);
  return [cells.from, cells.to].filter(Boolean).join(" – ").slice(0, 120) || <Empty label={m.common_empty_cell()} />;
}

function verdictCell({ verdict, cells }: JudgedHoliday) {
  if (verdict.kind === "problem")
    return (
      <ul className="sv-plain">
        {verdict.problems.map((problem) => (
          <li key={`${problem.field} ${problem.problem}`}>
            <Verdict verdict="problem">{holidayProblemWords(problem, cells[problem.field])}</Verdict>
          </li>
        ))}
      </ul>
    );
  return (
    <>
      <Verdict verdict={verdict.kind === "new" ? "created" : "unchanged"}>{holidayVerdictWords(verdict)}</Verdict>
      {verdict.kind === "new" && verdict.beside && (
        <p className="sv-small sv-quiet">
          {m.documents_holidays_v_beside({ name: verdict.beside.name, days: describeDays(verdict.beside) })}
        </p>
      )}
    </>
  );
}
