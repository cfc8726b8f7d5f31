import { Link } from "@remix-run/react";
import { goesOut } from "~/domain/automation/clashes";
import { plannedKindIcon, plannedKindWords, waitsLook } from "~/features/automation/planned-words";
import type { ClosedDay, YearLine, YearMonth } from "~/features/automation/year.view.server";
import { describeMonth } from "~/features/timing/day-words";
import { asSentence, formatClock, formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Icon } from "~/ui/icon";
import { StateWords } from "~/ui/state";
import { type Column, DataTable } from "~/ui/table";

type Row = { key: string; day: string; line: YearLine | null; closed: ClosedDay | null };

/** With more lines than this only the first months stand open. */
const [shownAtMost, openMonths] = [60, 3];

/** What the rules will do, month by month, with the days between on which nothing leaves. */
export function YearTable({
  months,
  slug,
  narrowed,
  address,
}: {
  months: YearMonth[];
  slug: string;
  narrowed: boolean;
  /** The page's own query, without whom it shows. */
  address: string;
}) {
  const few = months.reduce((sum, { lines }) => sum + lines.length, 0) <= shownAtMost;
  return (
    <div className="sv-panel sv-ahead">
      <DataTable
        caption={m.automation_year()}
        rowKey={(row: Row) => row.key}
        columns={columnsOf(
          slug,
          (key) => `${paths.automationYear(slug)}?${address}&show=${encodeURIComponent(key)}#people`,
        )}
        groups={months.map((month, at) => ({
          id: month.month,
          open: few || at < openMonths,
          title: asSentence(describeMonth(month.month)),
          count: monthWords(month),
          rows: rowsOf(month, narrowed),
        }))}
      />
    </div>
  );
}

function monthWords({ lines, mails }: YearMonth): string {
  return [m.automation_lines({ n: lines.length }), ...(mails > 0 ? [m.automation_mails({ n: mails })] : [])].join(", ");
}

/** The lines of a month and, where all of them are shown, its closed days among them. */
function rowsOf({ lines, closed }: YearMonth, narrowed: boolean): Row[] {
  const rows = [
    ...lines.map((line): Row => ({ key: line.key, day: line.day, line, closed: null })),
    ...(narrowed ? [] : closed).map((closed): Row => ({ key: closed.day, day: closed.day, line: null, closed })),
  ];
  return rows.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function columnsOf(slug: string, peopleAt: (key: string) => string): Column<Row>[] {
  return [
    { id: "when", head: m.automation_when(), rowHeader: true, width: 132, cell: (row) => <When row={row} /> },
    {
      id: "what",
      head: m.automation_what(),
      onSmall: "full",
      cell: ({ line, closed }) =>
        line ? <What line={line} slug={slug} /> : closed && <span className="sv-quiet">{closedWords(closed)}</span>,
    },
    {
      id: "whom",
      head: m.automation_whom(),
      onSmall: "full",
      cell: ({ line }) => line && <Whom line={line} to={peopleAt(line.key)} />,
    },
    {
      id: "waits",
      head: m.automation_waits(),
      onSmall: "full",
      cell: ({ line }) => line && <Waits line={line} />,
    },
  ];
}

function When({ row: { day, line } }: { row: Row }) {
  const locale = getLocale();
  return (
    <span className={line ? "sv-nowrap" : "sv-nowrap sv-quiet"}>
      {asSentence(formatDate(day, locale, "short"))}
      {line && (
        <small className="sv-ahead__time">
          {locale === "en" ? line.time : m.automation_at({ time: formatClock(line.time, locale) })}
        </small>
      )}
    </span>
  );
}

const closedWords = ({ name }: ClosedDay) => (name ? m.automation_closed_day({ name }) : m.automation_closed());

function What({ line, slug }: { line: YearLine; slug: string }) {
  const what = plannedKindWords(line.kind);
  const linked = (words: string) =>
    line.rule ? <Link to={paths.automationRule(slug, line.rule)}>{words}</Link> : words;
  return (
    <div className="sv-ahead__what">
      <Icon name={plannedKindIcon(line.kind)} size={18} />
      <div>
        {line.subject ? what : linked(what)}
        {line.subject && <div className="sv-small">{linked(line.subject)}</div>}
      </div>
    </div>
  );
}

function Whom({ line, to }: { line: YearLine; to: string }) {
  return (
    <>
      {line.audience}
      <div className="sv-quiet sv-small">
        {line.recipients > 0 ? (
          <Link className="sv-link" to={to}>
            {m.automation_recipients({ n: line.recipients })}
            <span className="ds-sr-only"> {m.automation_people_show()}</span>
          </Link>
        ) : (
          asSentence(m.automation_invites_nobody())
        )}
      </div>
      {goesOut(line) && line.clashes && (
        <div className="sv-small">
          <a className="sv-ahead__clash" href="#clashes">
            {m.automation_clash()}
          </a>
        </div>
      )}
    </>
  );
}

function Waits({ line }: { line: YearLine }) {
  const { state, words } = waitsLook(line.waitsFor);
  if (line.waitsFor === null) return <span className="sv-quiet">{words}</span>;
  return <StateWords state={state}>{words}</StateWords>;
}
