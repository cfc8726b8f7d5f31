import type { SheetData } from "read-excel-file/universal";
import { readOfficeFile } from "~/features/documents/read-office-file.server";

export type XlsxResult =
  | { ok: true; rows: string[][]; more: boolean }
  /** Not a workbook at all; one that is too large when unpacked, or takes too much to read. */
  | { ok: false; reason: "not-xlsx" | "unpacked" };

/** A row holds no more cells. */
const widest = 60;

/** Reads the first sheet of an .xlsx file as text, and no more than `mostRows` rows of it; a cell holds `longestCell`. */
export async function readXlsx(bytes: Uint8Array, mostRows: number, { longestCell = 2_000 } = {}): Promise<XlsxResult> {
  const read = await readOfficeFile<{ rows: string[][]; more: boolean }>(bytes, {
    main: "xl/workbook.xml",
    library: "read-excel-file/universal",
    work,
    ...{ mostRows, longestCell, widest },
  });
  if (read.ok) return { ok: true, ...read.result };
  return { ok: false, reason: read.reason === "not-office" ? "not-xlsx" : "unpacked" };
}

function work(load: NodeJS.Require): void {
  const { parentPort, workerData } = load("node:worker_threads") as typeof import("node:worker_threads");
  const { module, bytes, mostRows, longestCell: longest, widest: width } = workerData;
  // A number of three decimals gets one more: "1.234" as a text may be a thousand and more, a number never is.
  const text = (value: unknown) =>
    typeof value === "number" && /^-?\d+\.\d{3}$/.test(String(value))
      ? `${value}0`
      : value instanceof Date
        ? value.toISOString().slice(0, 10)
        : String(value ?? "").slice(0, longest);
  const library = load(module) as { readSheet(input: ArrayBuffer): Promise<SheetData> };
  library.readSheet(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)).then(
    (rows) =>
      parentPort?.postMessage({
        rows: rows.slice(0, mostRows).map((row) => row.slice(0, width).map(text)),
        more: rows.slice(mostRows).some((row) => row.some((cell) => cell !== null)),
      }),
    () => parentPort?.postMessage(null),
  );
}
