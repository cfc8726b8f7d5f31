import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Command, callersPath, UsageError } from "#bin/commands/command";
import { readDocument } from "~/domain/documents/read-document";
import { sniffText } from "~/domain/documents/sniff-text";
import { kindWords, problemWords } from "~/features/documents/document-words";
import "~/i18n/locale.server";
import { inRequest } from "~/platform/request-context.server";

export const checkSeedsCommand: Command = {
  usage: `  check-seeds DIR
      Reads every .txt file in a folder and tells which tables it found. Saves nothing.`,
  async run(args, io) {
    const [folder, ...rest] = args;
    if (folder === undefined || rest.length > 0) throw new UsageError("Name one folder");
    const path = callersPath(folder);
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`There is no folder ${folder}`);
    const files = readdirSync(path)
      .filter((name) => name.endsWith(".txt"))
      .sort();
    if (files.length === 0) io.out(`No .txt files in ${folder}`);
    for (const name of files) {
      io.out(name);
      for (const line of inRequest("en", () => describe(readFileSync(join(path, name))))) io.out(`  ${line}`);
    }
    return 0;
  },
};

function describe(bytes: Uint8Array): string[] {
  const sniffed = sniffText(bytes);
  if (!sniffed.ok) return [sniffed.reason === "empty" ? "empty" : "not plain text"];
  const { tables, problems, doubts } = readDocument(sniffed.text);
  if (problems.some(({ code }) => code === "no_known_table")) return ["no table that Samvirk knows"];
  const lines = tables.map(({ kind, number, period, rows }) => {
    const asked = doubts.filter(({ table }) => table === number).length;
    const wrong = problems.filter(({ table }) => table === number).length;
    return `table ${number}: ${kindWords(kind, period)}, ${rows.length} rows, ${asked} doubts, ${wrong} problems`;
  });
  return [...lines, ...problems.map(problemWords)];
}
