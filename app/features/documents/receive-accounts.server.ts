import Papa from "papaparse";
import { type AccountSheet, readAccounts } from "~/domain/accounts/read-accounts";
import { tidyCell, unguardCell } from "~/domain/documents/sheet-cells";
import { accountProblemWords, accountRefusalWords } from "~/features/accounts/account-import-words";
import { readSheetFile } from "~/features/documents/read-sheet.server";
import { sheetBytes } from "~/features/documents/receive-sheet.server";
import { sheetRefusalWords } from "~/features/documents/sheet-words";
import { m } from "~/i18n/messages/messages";

export type ReceivedAccounts =
  | { ok: true; fileName: string; sheet: AccountSheet }
  /** `text`: the rows with semicolons between the cells, to be mended in the field and sent again. */
  | {
      ok: false;
      problems: { field: "file" | "table" | "decimal"; message: string }[];
      text: string;
      /** A sum that can be read in two ways: the form asks which sign stands before decimals. */
      unclear?: string;
    };

/** How many things that are wrong are told at once. */
const mostTold = 12;

/** A cell that only looks like a formula to a spreadsheet because it is a negative amount is left alone. */
const cellText = (cell: string) => unguardCell(tidyCell(cell));

/** Reads an accounting system's file out of a submitted form: a file, or what was pasted. */
export async function receiveAccounts(form: FormData): Promise<ReceivedAccounts> {
  const pasted = String(form.get("table") ?? "");
  const received = await sheetBytes(form);
  if (!received.ok) return { ...received, text: pasted };
  const refuse = (messages: string[], text: string): ReceivedAccounts => ({
    ok: false,
    problems: messages.map((message) => ({ field: text === "" ? received.field : "table", message })),
    text,
  });
  const raw = await readSheetFile(received.bytes);
  if (!raw.ok) return refuse([raw.reason === "empty" ? m.accounts_file_empty() : sheetRefusalWords(raw)], pasted);
  const rows = raw.rows.map((row) => row.map(cellText));
  const said = form.get("decimal");
  const read = readAccounts(rows, said === "," || said === "." ? said : null);
  if (read.ok) return { ok: true, fileName: received.fileName, sheet: read.sheet };
  const text = Papa.unparse(rows, { delimiter: ";", newline: "\n" });
  if (read.reason === "unclear")
    return {
      ok: false,
      problems: [{ field: "decimal", message: accountRefusalWords(read) }],
      text,
      unclear: read.texts[0],
    };
  if (read.reason !== "lines") return refuse([accountRefusalWords(read)], text);
  const told = read.problems.slice(0, mostTold).map(accountProblemWords);
  const more = read.problems.length - told.length;
  return refuse(more > 0 ? [...told, m.accounts_more_problems({ n: more })] : told, text);
}
