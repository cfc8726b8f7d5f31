import { countWords } from "./joins";
import { splitLines } from "./lines";
import { type Answers, closeRow, cutIds, discountCuts, gatherRows } from "./rows";
import { findTables } from "./tables";
import type { DocumentTable, Problem, ReadOptions, ReadResult } from "./types";

/**
 * Reads the actors, communications plans and networks out of a plain text: a whole plan, or one table pasted from Word
 * or Excel. Tables are found by their header rows; rows that a page break cut are joined again.
 *
 * A table's period comes from its own section's headings, else from what the document states for itself, else from
 * `options.period`; only a communications plan must have one. `options.joins` answers doubts by their ids.
 *
 * Never throws; takes time linear in the length of the text. With any problem nothing of the document may be saved.
 */
export function readDocument(text: string, options: ReadOptions = {}): ReadResult {
  const found = findTables(splitLines(text));
  const { period, joins = {} } = options;
  const answers: Answers = (id) => (Object.hasOwn(joins, id) ? (joins[id] ?? null) : null);
  const cutId = cutIds();
  const problems: Problem[] = [];
  if (found.length === 0) problems.push(problemOf("no_known_table"));

  const gathered = found.flatMap((table, at) => {
    const { kind, headerLine, header } = table;
    const place = { table: at + 1, kind, line: headerLine };
    problems.push(...header.faults.map((fault) => ({ ...problemOf(fault.code), ...place, ...fault })));
    if (header.faults.length > 0) return [];
    const effective = table.period ?? period ?? null;
    if (kind === "communications-plan" && effective === null) {
      problems.push({ ...problemOf("period_missing"), ...place });
    }
    const { rows, problems: rowProblems } = gatherRows(table, at + 1, cutId, answers);
    problems.push(...rowProblems);
    return [{ table, number: at + 1, period: effective, rows }];
  });

  const words = countWords(text.normalize("NFC"));
  for (const { rows } of gathered) for (const row of rows) discountCuts(row, words);
  const doubts: ReadResult["doubts"] = [];
  const tables = gathered.map(({ table, number, period, rows }) => {
    const closed = rows.map((row) => closeRow(row, words, answers));
    for (const row of closed) doubts.push(...row.doubts);
    const { kind, heading, headerLine } = table;
    // The columns of the rows are those of the kind: the header was found without faults.
    return { kind, number, period, heading, headerLine, rows: closed.map(({ row }) => row) } as DocumentTable;
  });
  return { tables, problems, doubts };
}

function problemOf(code: Problem["code"]): Problem {
  return { code, table: null, kind: null, row: null, cell: null, line: null, params: {} };
}
