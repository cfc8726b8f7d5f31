import { readWrittenDay, type WrittenDayProblem } from "../shared/written-day";
import { daysProblem, type HolidayDays, type HolidayKind, longestHolidayName, standing } from "./holidays";

export type HolidayField = "name" | "from" | "to" | "kind";

/** A line of a sheet of holidays: where it stands, from 1, and its cells as written. */
export type HolidayLine = { line: number; cells: Record<HolidayField, string> };

export type HolidaySheet =
  | { ok: true; lines: HolidayLine[] }
  | { ok: false; reason: "empty" }
  | { ok: false; reason: "too-many"; most: number }
  /** Which columns were looked for in vain, and the cells of the first line. */
  | { ok: false; reason: "columns"; missing: HolidayField[]; found: string[] };

/** More lines than this are no sheet of holidays. */
export const mostHolidayLines = 1_000;

const heads: Record<HolidayField, string[]> = {
  name: "namn,navn,name,ferie,fridag,kva,hva,tekst,holiday".split(","),
  from: "frå,fra,from,start,startdato,dato,date,fom,frå dato,fra dato,frå og med,fra og med,første dag,first day".split(
    ",",
  ),
  to: "til,to,slutt,sluttdato,tom,end,til dato,til og med,siste dag,last day,until".split(","),
  kind: "slag,type,kind,art".split(","),
};

const fieldOf = (head: string) => {
  const words = head.toLowerCase().replace(/[.:*]/g, "").replace(/\s+/g, " ").trim();
  return (Object.keys(heads) as HolidayField[]).find((field) => heads[field].includes(words)) ?? null;
};

/**
 * Finds the columns of a sheet by its heads; without heads, by which columns hold dates. Cells are single lines of text;
 * empty lines are passed over.
 */
export function readHolidaySheet(rows: readonly (readonly string[])[]): HolidaySheet {
  const filled = rows
    .map((cells, at) => ({ line: at + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  const [first] = filled;
  if (!first) return { ok: false, reason: "empty" };
  const named = first.cells.map(fieldOf);
  const hasHeads = named.some((field) => field === "from" || field === "to");
  const columns = hasHeads ? named : guessColumns(first.cells);
  const missing = (["name", "from"] as const).filter((field) => !columns.includes(field));
  if (missing.length > 0) return { ok: false, reason: "columns", missing, found: first.cells.filter(Boolean) };
  const lines = hasHeads ? filled.slice(1) : filled;
  if (lines.length === 0) return { ok: false, reason: "empty" };
  if (lines.length > mostHolidayLines) return { ok: false, reason: "too-many", most: mostHolidayLines };
  const cell = (cells: readonly string[], field: HolidayField) => cells[columns.indexOf(field)] ?? "";
  return {
    ok: true,
    lines: lines.map(({ line, cells }) => ({
      line,
      cells: {
        name: cell(cells, "name"),
        from: cell(cells, "from"),
        to: cell(cells, "to"),
        kind: cell(cells, "kind"),
      },
    })),
  };
}

/** Of a line without heads: the first date is from, the second to, and of the rest the first text is the name. */
function guessColumns(cells: readonly string[]): (HolidayField | null)[] {
  const isDate = (cell: string) => {
    const read = readWrittenDay(cell);
    return read.ok || read.problem !== "unreadable";
  };
  const left: Record<"date" | "text", HolidayField[]> = { date: ["from", "to"], text: ["name", "kind"] };
  return cells.map((cell) => (cell === "" ? null : (left[isDate(cell) ? "date" : "text"].shift() ?? null)));
}

const kinds: Record<HolidayKind, RegExp> = {
  school: /^(sk[uo]le|school|elev)/,
  closed: /^(stengt?|stengd|lukka?|lukket|closed|fri\b|kontor|region)/,
};

/** The kind a cell names; school when it is empty, null when it is something else. */
function readKind(text: string): HolidayKind | null {
  if (text === "") return "school";
  const words = text.toLowerCase();
  return (Object.keys(kinds) as HolidayKind[]).find((kind) => kinds[kind].test(words)) ?? null;
}

export type HolidayProblem =
  | { field: "name"; problem: "missing" | "long" }
  | { field: "from" | "to"; problem: "missing" | WrittenDayProblem }
  | { field: "to"; problem: "reversed" | "too-long" }
  | { field: "kind"; problem: "unknown" }
  /** The same name on some of the same days: of a line of the sheet, or null for one that is saved. */
  | { field: "from"; problem: "overlaps"; other: HolidayDays; line: number | null };

export type HolidayVerdict =
  | { kind: "new"; beside: HolidayDays | null }
  /** It is saved already, or stands on an earlier line. */
  | { kind: "same"; line: number | null }
  | { kind: "problem"; problems: HolidayProblem[] };

export type JudgedHoliday = HolidayLine & { holiday: HolidayDays | null; verdict: HolidayVerdict };

/** One verdict a line of a sheet, beside the holidays the region has and the lines before it. */
export function judgeHolidays(lines: readonly HolidayLine[], stored: readonly HolidayDays[]): JudgedHoliday[] {
  const taken: (HolidayDays & { line: number | null })[] = stored.map((one) => ({ ...one, line: null }));
  return lines.map((line): JudgedHoliday => {
    const read = readLine(line.cells);
    if (Array.isArray(read)) return { ...line, holiday: null, verdict: { kind: "problem", problems: read } };
    const found = standing(read, taken);
    if (found.kind === "same") return { ...line, holiday: read, verdict: { kind: "same", line: found.other.line } };
    if (found.kind === "overlaps") {
      const { line: at, ...other } = found.other;
      const problems: HolidayProblem[] = [{ field: "from", problem: "overlaps", other, line: at }];
      return { ...line, holiday: read, verdict: { kind: "problem", problems } };
    }
    taken.push({ ...read, line: line.line });
    return { ...line, holiday: read, verdict: { kind: "new", beside: found.kind === "beside" ? found.other : null } };
  });
}

function readLine(cells: HolidayLine["cells"]): HolidayDays | HolidayProblem[] {
  const problems: HolidayProblem[] = [];
  const name = cells.name.trim();
  if (name === "") problems.push({ field: "name", problem: "missing" });
  if (name.length > longestHolidayName) problems.push({ field: "name", problem: "long" });
  const days = { from: "", to: "" };
  for (const field of ["from", "to"] as const) {
    const text = cells[field].trim();
    if (text === "" && field === "to") days.to = days.from;
    else if (text === "") problems.push({ field, problem: "missing" });
    else {
      const read = readWrittenDay(text);
      if (read.ok) days[field] = read.day;
      else problems.push({ field, problem: read.problem });
    }
  }
  const wrong = days.from !== "" && days.to !== "" ? daysProblem(days) : null;
  if (wrong) problems.push({ field: "to", problem: wrong });
  const kind = readKind(cells.kind.trim());
  if (kind === null) problems.push({ field: "kind", problem: "unknown" });
  return problems.length > 0 || kind === null ? problems : { kind, name, ...days };
}
