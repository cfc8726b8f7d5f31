import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { unzipSync } from "fflate";

/** Not such a file at all; one that is too large when unpacked, or takes too much to read. */
export type OfficeFault = "not-office" | "unpacked";

/** What the directory of the file may declare. Bytes, files. */
const mostUnpacked = 20 * 1024 * 1024;
const mostEntries = 200;
/** What reading may take. MiB, milliseconds. */
const memory = 256;
const patience = 8_000;

/** What the reading thread is given: `load` requires a module of Node, or the library by its `module` path. */
export type ThreadWork = (load: NodeJS.Require) => void;

/**
 * Reads a file of an office program, which is a zip with the entry `main` in it. The directory is looked at before
 * anything is unpacked, and a thread of its own with limits does the reading, so that a file made to burst takes
 * nothing else down. `work` gets its text alone: it may use nothing of its file, and posts its result, or null.
 */
export async function readOfficeFile<Result>(
  bytes: Uint8Array,
  { main, library, work, ...data }: { main: string; library: string; work: ThreadWork } & Record<string, unknown>,
): Promise<{ ok: true; result: Result } | { ok: false; reason: OfficeFault }> {
  const judged = judgeDirectory(bytes, main);
  if (judged) return { ok: false, reason: judged };
  // The library by path: a thread started from text has no folder of its own to find it from.
  const module = createRequire(import.meta.url).resolve(library);
  return new Promise((resolve) => {
    const worker = new Worker(`(${work.toString()})(require)`, {
      eval: true,
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      workerData: { module, bytes, ...data },
      stdout: true,
      stderr: true,
    });
    const timer = setTimeout(() => end({ ok: false, reason: "unpacked" }), patience);
    const end = (outcome: { ok: true; result: Result } | { ok: false; reason: OfficeFault }) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(outcome);
    };
    worker.once("message", (result: Result | null) =>
      end(result === null ? { ok: false, reason: "not-office" } : { ok: true, result }),
    );
    worker.once("error", () => end({ ok: false, reason: "unpacked" }));
    worker.once("exit", () => end({ ok: false, reason: "not-office" }));
  });
}

/** What is wrong with the directory of a zip; null when nothing is. Nothing is unpacked. */
export function judgeDirectory(bytes: Uint8Array, main: string): OfficeFault | null {
  let [unpacked, entries, found, lying] = [0, 0, false, false];
  try {
    unzipSync(bytes, {
      filter({ name, size, originalSize, compression }) {
        entries += 1;
        unpacked += originalSize;
        found ||= name === main;
        // The unpacker takes the declared size for its limit, and none for no limit.
        lying ||= (originalSize === 0 && size > 64) || ![0, 8].includes(compression);
        return false;
      },
    });
  } catch {
    return "not-office";
  }
  if (entries > mostEntries || unpacked > mostUnpacked || lying) return "unpacked";
  return found ? null : "not-office";
}
