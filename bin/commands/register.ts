import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Command, callersPath, type Io, UsageError } from "#bin/commands/command";
import { withDatabase } from "#bin/commands/with-database";
import { sniffText } from "~/domain/documents/sniff-text";
import { isDay } from "~/domain/shared/days";
import { addRegisterEdition } from "~/features/municipalities/add-register-edition.server";
import { StopError } from "~/platform/env.server";

export const registerCommand: Command = {
  usage: `  register add FILE --day YYYY-MM-DD [--changes FILE] [--allow-unknown]
      Adds an edition of the register of municipalities, with what has changed since the last one. FILE is CSV with
      number,name,name_sami,county_number,county; changes have date,from_number,from_name,to_number,to_name,kind
      (renumbered, renamed, merged or part). Saves all or nothing, and tells every problem with its line.
      --allow-unknown lets municipalities come and go that no change tells of.`,
  async run([verb, ...args], io) {
    if (verb === "add") return add(args, io);
    throw new UsageError(verb === undefined ? "Say what to do: add" : `No such verb: ${verb}`);
  },
};

async function add(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      day: { type: "string" },
      changes: { type: "string" },
      "allow-unknown": { type: "boolean", default: false },
    },
  });
  const [file, ...rest] = positionals;
  const { day, changes } = values;
  if (!file || rest.length > 0) throw new UsageError("Name one file");
  if (!day) throw new UsageError("--day is missing");
  if (!isDay(day)) throw new UsageError("--day is a day, as 2024-01-01");
  const input = {
    day,
    edition: readText(file),
    changes: changes === undefined ? null : readText(changes),
    allowUnknown: values["allow-unknown"],
  };
  const result = await withDatabase(() => addRegisterEdition(input));
  if (!result.ok) {
    const files = { edition: file, changes: changes ?? "" };
    for (const { file: of, line, message } of result.problems)
      io.err(`${files[of]}${line === null ? "" : `:${line}`}: ${message}`);
    io.err(`Nothing was saved: ${result.problems.length === 1 ? "1 problem" : `${result.problems.length} problems`}`);
    return 1;
  }
  if ("unchanged" in result) {
    io.out(`The register has the edition of ${day} already, with ${result.municipalities} municipalities`);
    return 0;
  }
  const { municipalities, created, renamed, ended, before } = result;
  io.out(`Added the edition of ${day} with ${municipalities} municipalities`);
  io.out(`  new: ${created}, renumbered or renamed: ${renamed}, ended: ${ended}, mergers and parts: ${result.changes}`);
  if (before > 0) io.out(`  ${before} changes were in the register already`);
  return 0;
}

function readText(path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(callersPath(path));
  } catch {
    throw new StopError(`There is no file ${path}`);
  }
  const sniffed = sniffText(bytes);
  if (!sniffed.ok) throw new StopError(`${path} is ${sniffed.reason === "empty" ? "empty" : "not text"}`);
  return sniffed.text;
}
