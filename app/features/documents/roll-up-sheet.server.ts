import { writeRollUpKey } from "~/domain/reports/roll-up";
import { sumKeys, sumProjects } from "~/domain/shared/account-sums";
import { sumWords } from "~/features/accounts/amounts";
import type { SheetFile } from "~/features/documents/sheet-files.server";
import { type OutSheet, writeCsv, writeXlsx } from "~/features/documents/write-sheet.server";
import type { RollUpView } from "~/features/reports/roll-up.view.server";
import { figureNames } from "~/features/reports/roll-up-words";
import { m } from "~/i18n/messages/messages";

type Cell = string | number | null;

/** Hundredths as a number of a spreadsheet; null is not known. */
const whole = (hundredths: string | null) => (hundredths === null ? null : Number(hundredths) / 100);

/**
 * The reports of a period as a sheet: a line to each figure and each sum of accounts of each region, with where it
 * comes from. A region that has submitted none has one line that says so.
 */
export async function rollUpSheet(view: RollUpView, format: "xlsx" | "csv"): Promise<SheetFile> {
  const rows = view.regions.flatMap(({ slug, name, number, day }): Cell[][] => {
    if (number === null) return [[name, null, null, m.reports_roll_up_missing(), null, null, null, null, null, null]];
    const line = (what: string, rest: Cell[]): Cell[] => [name, number, day, what, ...rest];
    const figures = view.figures.flatMap((row) => {
      const cell = row.cells[slug];
      if (!cell) return [];
      const { name: called, is } = figureNames(row);
      return [
        line(m.reports_roll_up_figure(), [
          row.key,
          row.definition,
          called,
          whole(cell.value),
          cell.day,
          cell.source || is,
        ]),
      ];
    });
    const projects = view.accounts.find(({ region }) => region === slug)?.projects ?? [];
    const sums = projects.some(({ lines }) => lines.length > 0) ? sumProjects(projects).whole : null;
    const accounts = sumKeys.flatMap((key) =>
      sums
        ? (["actual", "budget"] as const).map((measure) =>
            line(m.reports_roll_up_accounts_line(), [
              ...[
                key,
                measure,
                `${sumWords[key]()}, ${measure === "actual" ? m.accounts_actual() : m.accounts_budget()}`,
              ],
              ...[whole(String(sums[key][measure])), null, m.accounts_in_kroner()],
            ]),
          )
        : [],
    );
    return [...figures, ...accounts];
  });
  const sheet: OutSheet = {
    name: `${view.from.slice(0, 4)}`,
    heads: [
      ...[m.reports_roll_up_region(), m.reports_roll_up_version_head(), m.reports_roll_up_submitted_on()],
      ...[
        m.reports_roll_up_what(),
        m.reports_roll_up_key(),
        m.reports_roll_up_definition(),
        m.reports_roll_up_figure(),
      ],
      ...[m.reports_roll_up_value(), m.reports_roll_up_counted_on(), m.reports_roll_up_source()],
    ],
    widths: [24, 10, 14, 16, 24, 24, 40, 16, 14, 60],
    rows,
  };
  const xlsx = format === "xlsx";
  return {
    name: `${writeRollUpKey(view)}.${format}`,
    type: xlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8",
    bytes: xlsx ? await writeXlsx(sheet) : writeCsv(sheet),
  };
}
