import Papa from "papaparse";
import writeXlsxFile from "write-excel-file/node";
import { guardCell } from "~/domain/documents/sheet-cells";

/** A sheet to be written: heads, and cells that are text or numbers. Null is an empty cell. */
export type OutSheet = {
  name: string;
  heads: string[];
  widths: number[];
  rows: (string | number | null)[][];
  /** How Excel shows the numbers of a column, by its index: "#,##0.00". */
  formats?: Record<number, string>;
};

const guarded = (cell: string | number | null) => (typeof cell === "string" ? guardCell(cell) : cell);

/** As Norwegian Excel opens it with a double click: UTF-8 with its mark, semicolons, no cell that is calculated. */
export function writeCsv({ heads, rows }: OutSheet): Uint8Array {
  const text = Papa.unparse([heads, ...rows.map((row) => row.map(guarded))], { delimiter: ";", newline: "\r\n" });
  return new TextEncoder().encode(`\ufeff${text}\r\n`);
}

/** An .xlsx file with one sheet; its first row is bold and stays in view. */
export async function writeXlsx({ name, heads, widths, rows, formats = {} }: OutSheet): Promise<Uint8Array> {
  const cell = (value: string | number | null, column: number) => {
    if (value === null || value === "") return null;
    const format = formats[column];
    if (typeof value === "number") return { value, type: Number, ...(format && { format }) };
    return { value: guardCell(value), type: String };
  };
  const head = heads.map((value) => ({ value, type: String, fontWeight: "bold" as const }));
  return writeXlsxFile([head, ...rows.map((row) => row.map(cell))], {
    sheet: name,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
}
