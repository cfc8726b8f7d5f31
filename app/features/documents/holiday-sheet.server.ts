import Papa from "papaparse";
import { tidyCell, unguardCell } from "~/domain/documents/sheet-cells";
import { type HolidayLine, type JudgedHoliday, judgeHolidays, readHolidaySheet } from "~/domain/regions/holiday-lines";
import { holidayRefusalWords } from "~/features/documents/holiday-sheet-words";
import { readSheetFile } from "~/features/documents/read-sheet.server";
import { sheetBytes } from "~/features/documents/receive-sheet.server";
import { sheetRefusalWords } from "~/features/documents/sheet-words";
import { addHolidays, lockHolidays } from "~/features/regions/add-holidays.server";
import { holidaysIn } from "~/features/regions/holidays.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type ReceivedHolidays =
  | { ok: true; lines: HolidayLine[]; text: string }
  | { ok: false; problems: { field: "file" | "table"; message: string }[] };

/**
 * Reads a sheet of holidays out of a submitted form: a file or what was pasted. `text` is the same with semicolons
 * between the cells, so that it can be mended in the field and sent again.
 */
export async function receiveHolidays(form: FormData): Promise<ReceivedHolidays> {
  const received = await sheetBytes(form);
  if (!received.ok) return received;
  const refuse = (message: string): ReceivedHolidays => ({
    ok: false,
    problems: [{ field: received.field, message }],
  });
  const raw = await readSheetFile(received.bytes);
  if (!raw.ok) return refuse(sheetRefusalWords(raw));
  const rows = raw.rows.map((row) => row.map((cell) => unguardCell(tidyCell(cell))));
  const read = readHolidaySheet(rows);
  if (!read.ok) return refuse(holidayRefusalWords(read));
  return { ok: true, lines: read.lines, text: Papa.unparse(rows, { delimiter: ";", newline: "\n" }) };
}

export type HolidayReview = {
  lines: JudgedHoliday[];
  counts: Record<JudgedHoliday["verdict"]["kind"], number>;
  /** Changes when a verdict does: what a person has seen and says yes to. */
  seen: string;
};

/** What a sheet would do; changes nothing. */
export async function reviewHolidays(db: RegionDb, lines: readonly HolidayLine[]): Promise<HolidayReview> {
  return reviewOf(judgeHolidays(lines, await holidaysIn(db)));
}

function reviewOf(lines: JudgedHoliday[]): HolidayReview {
  const counts = { new: 0, same: 0, problem: 0 };
  for (const { verdict } of lines) counts[verdict.kind] += 1;
  return { lines, counts, seen: lines.map(({ verdict }) => verdict.kind.charAt(0)).join("") };
}

export type SavedHolidays =
  | { ok: true; added: number }
  /** A line has a problem, or is not what was seen any more; nothing is saved. */
  | { ok: false; reason: "problems" | "changed"; review: HolidayReview };

/** Saves all new lines of a sheet, or nothing. */
export async function saveHolidays(
  db: RegionDb,
  { lines, seen }: { lines: readonly HolidayLine[]; seen: string },
): Promise<SavedHolidays> {
  const judged = judgeHolidays(lines, await lockHolidays(db));
  const review = reviewOf(judged);
  if (review.counts.problem > 0) return { ok: false, reason: "problems", review };
  if (review.seen !== seen) return { ok: false, reason: "changed", review };
  const fresh = judged.flatMap(({ holiday, verdict }) => (verdict.kind === "new" && holiday ? [holiday] : []));
  if (fresh.length > 0) await addHolidays(db, fresh);
  return { ok: true, added: fresh.length };
}
