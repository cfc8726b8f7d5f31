import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { unzipSync } from "fflate";
import type { SheetData } from "read-excel-file/universal";

export type XlsxResult =
  | { ok: true; rows: string[][]; more: boolean }
  /** Not a workbook at all; one that is too large when unpacked, or takes too much to read. */
  | { ok: false; reason: "not-xlsx" | "unpacked" };

/** What the directory of the file may declare. Bytes, files. */
const mostUnpacked = 20 * 1024 * 1024;
const mostEntries = 200;
/** What reading may take. MiB, milliseconds. */
const memory = 256;
const patience = 8_000;
/** A cell holds no more than this, and a row no more cells. */
const longestCell = 2_000;
const widest = 60;

type Read = { rows: string[][]; more: boolean };

/**
 * Reads the first sheet of an .xlsx file as text. The directory of the zip is looked at before anything is unpacked,
 * and a thread of its own with limits does the reading, so that a file made to burst takes nothing else down.
 */
export async function readXlsx(bytes: Uint8Array, mostRows: number): Promise<XlsxResult> {
  const judged = judgeDirectory(bytes);
  if (judged) return { ok: false, reason: judged };
  return new Promise((resolve) => {
    const worker = new Worker(`(${work.toString()})(require)`, {
      eval: true,
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      workerData: { module: moduleFile(), bytes, mostRows, longestCell, widest },
      stdout: true,
      stderr: true,
    });
    const timer = setTimeout(() => end({ ok: false, reason: "unpacked" }), patience);
    const end = (result: XlsxResult) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(result);
    };
    worker.once("message", (read: Read | null) =>
      end(read ? { ok: true, ...read } : { ok: false, reason: "not-xlsx" }),
    );
    worker.once("error", () => end({ ok: false, reason: "unpacked" }));
    worker.once("exit", () => end({ ok: false, reason: "not-xlsx" }));
  });
}

/** The library by path: a thread started from text has no folder of its own to find it from. */
const moduleFile = () => createRequire(import.meta.url).resolve("read-excel-file/universal");

/** What is wrong with the directory of a zip; null when nothing is. Nothing is unpacked. */
function judgeDirectory(bytes: Uint8Array): "not-xlsx" | "unpacked" | null {
  let [unpacked, entries, workbook, lying] = [0, 0, false, false];
  try {
    unzipSync(bytes, {
      filter({ name, size, originalSize, compression }) {
        entries += 1;
        unpacked += originalSize;
        workbook ||= name === "xl/workbook.xml";
        // The unpacker takes the declared size for its limit, and none for no limit.
        lying ||= (originalSize === 0 && size > 64) || ![0, 8].includes(compression);
        return false;
      },
    });
  } catch {
    return "not-xlsx";
  }
  if (entries > mostEntries || unpacked > mostUnpacked || lying) return "unpacked";
  return workbook ? null : "not-xlsx";
}

/** Runs in the thread, which gets its text alone: it may use nothing of this file. */
function work(load: NodeJS.Require): void {
  const { parentPort, workerData } = load("node:worker_threads") as typeof import("node:worker_threads");
  const { module, bytes, mostRows, longestCell: longest, widest: width } = workerData;
  const text = (value: unknown) =>
    value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? "").slice(0, longest);
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
