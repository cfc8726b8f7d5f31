import type { HolidayField, HolidayProblem, HolidaySheet, HolidayVerdict } from "~/domain/regions/holiday-lines";
import { longestHolidayName, mostHolidayDays } from "~/domain/regions/holidays";
import { describeDays } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";

/** The columns of a sheet of holidays. */
export const holidayColumns: Record<HolidayField, () => string> = {
  name: () => m.documents_holidays_name(),
  from: () => m.documents_holidays_from(),
  to: () => m.documents_holidays_to(),
  kind: () => m.documents_holidays_kind(),
};

/** Why a sheet could not be read as holidays: what was found, and what to write. */
export function holidayRefusalWords(read: Exclude<HolidaySheet, { ok: true }>): string {
  if (read.reason === "empty") return m.documents_holidays_empty();
  if (read.reason === "too-many") return m.documents_holidays_too_many({ most: read.most });
  const quoted = (words: string[]) => words.map((word) => `«${word}»`).join(", ");
  return m.documents_holidays_columns({
    missing: quoted(read.missing.map((field) => holidayColumns[field]())),
    found: quoted(read.found.slice(0, 8).map((cell) => cell.slice(0, 60))),
  });
}

/** What is wrong with a line and how to mend it. */
export function holidayProblemWords(problem: HolidayProblem, text: string): string {
  const column = holidayColumns[problem.field]();
  const found = text.slice(0, 60);
  switch (problem.problem) {
    case "missing":
      return m.documents_holidays_p_missing({ column });
    case "long":
      return m.documents_holidays_p_long({ max: longestHolidayName });
    case "unreadable":
      return m.documents_holidays_p_unreadable({ column, text: found });
    case "no-year":
      return m.documents_holidays_p_no_year({ column, text: found });
    case "no-such-day":
      return m.documents_holidays_p_no_such_day({ column, text: found });
    case "reversed":
      return m.documents_holidays_p_reversed();
    case "too-long":
      return m.documents_holidays_p_too_long({ n: mostHolidayDays });
    case "unknown":
      return m.documents_holidays_p_kind({ text: found });
    case "overlaps": {
      const other = { name: problem.other.name, days: describeDays(problem.other) };
      return problem.line === null
        ? m.documents_holidays_p_overlaps(other)
        : m.documents_holidays_p_overlaps_line({ ...other, line: problem.line });
    }
  }
}

/** What a line that is no problem will do. */
export function holidayVerdictWords(verdict: Exclude<HolidayVerdict, { kind: "problem" }>): string {
  if (verdict.kind === "new") return m.documents_holidays_v_new();
  return verdict.line === null
    ? m.documents_holidays_v_same()
    : m.documents_holidays_v_same_line({ line: verdict.line });
}
