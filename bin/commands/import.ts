import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { type Command, callersPath, type Io, UsageError } from "#bin/commands/command";
import { withDatabase } from "#bin/commands/with-database";
import { columnWords, titleWords } from "~/features/documents/document-words";
import { noChoices, readYears } from "~/features/documents/import-choices";
import { type DocumentReport, importDocument } from "~/features/documents/import-document.server";
import { importWords, kindOfText, type TextKind, type WordsReport } from "~/features/documents/import-words.server";
import { readWordsFile } from "~/features/documents/read-words-file.server";
import { findRegion } from "~/features/regions/membership.server";
import "~/i18n/locale.server";
import { m } from "~/i18n/messages/messages";
import { isLocale } from "~/i18n/messages/runtime";
import { withRegion } from "~/platform/db/region-db.server";
import { inRequest } from "~/platform/request-context.server";

export const importCommand: Command = {
  usage: `  import FILE --region SLUG [--dry-run] [--json] [--period 2021 | 2021-2023] [--new-body] [--lang nb|nn|en]
      Imports actors, communications plans and networks, an action plan, a status report on one, or minutes, from a
      text file; the last three also from Word (.docx). Tells what was found, created, updated and unchanged, and what
      a person must look at. --dry-run changes nothing; --period is for a plan that does not state its years; --new-body
      makes the governing body that minutes are of, where the region has none of that name.`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        region: { type: "string" },
        "dry-run": { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        period: { type: "string" },
        "new-body": { type: "boolean", default: false },
        lang: { type: "string", default: "nb" },
      },
    });
    const [file, ...rest] = positionals;
    const { region: slug, lang, json } = values;
    if (!file || rest.length > 0) throw new UsageError("Name one file");
    if (!slug) throw new UsageError("--region is missing");
    if (!isLocale(lang)) throw new UsageError("--lang is nb, nn or en");
    const period = values.period === undefined ? null : readYears(values.period);
    if (values.period !== undefined && !period) throw new UsageError("--period is a year or two, as 2021 or 2021-2023");

    const report = await inRequest(lang, async (): Promise<DocumentReport | WordsReport> => {
      const read = await readFile(callersPath(file));
      if (!read.ok) return refusal(read.message);
      const { kind, text } = read;
      return withDatabase(async () => {
        const region = await findRegion(slug);
        if (!region) return refusal(m.documents_no_region({ slug }));
        const access = { regionId: region.id, personId: null, via: "operator" } as const;
        const input = { fileName: basename(file), text, now: new Date() };
        const dryRun = values["dry-run"];
        if (kind === "document")
          return withRegion(access, (db) =>
            importDocument(db, { ...input, choices: { ...noChoices, period }, dryRun }),
          );
        const year = period ? Number(period.from.slice(0, 4)) : null;
        return tried(dryRun, (end) =>
          withRegion(access, async (db) =>
            end(await importWords(db, { ...input, kind, year, newBody: values["new-body"] })),
          ),
        );
      });
    });
    inRequest(lang, () => {
      if ("kind" in report) tellText(report, json, io);
      else if (json) tellJson(report, io);
      else tellWords(report, io);
    });
    return report.saved ? 0 : 1;
  },
};

function refusal(message: string): DocumentReport {
  return { saved: false, tables: [], problems: [{ row: null, cell: null, message }], doubts: [] };
}

/** A dry run does all the work and then lets the database forget it. */
async function tried<R extends object>(dryRun: boolean, work: (end: (report: R) => R) => Promise<R>): Promise<R> {
  let known: R | null = null;
  const end = (report: R): R => {
    known = report;
    if (dryRun) throw report;
    return report;
  };
  try {
    return await work(end);
  } catch (thrown) {
    if (known !== null && thrown === known) return known;
    throw thrown;
  }
}

/** The words of a file and what they hold. Minutes are read without marks at their headings. */
async function readFile(
  path: string,
): Promise<{ ok: true; kind: TextKind; text: string } | { ok: false; message: string }> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    return { ok: false, message: m.documents_no_file({ path }) };
  }
  const marked = await readWordsFile(bytes, { marked: true });
  if (!marked.ok) return marked;
  const plain = await readWordsFile(bytes);
  const kind = kindOfText(marked.text);
  const isMinutes = plain.ok && kind === "document" && kindOfText(plain.text) === "minutes";
  if (plain.ok && (isMinutes || kind === "minutes")) return { ok: true, kind: "minutes", text: plain.text };
  return { ok: true, kind, text: marked.text };
}

function tellText({ kind, saved, counts, lines, problems, asks }: WordsReport, json: boolean, io: Io): void {
  if (json) io.out(JSON.stringify({ kind, saved, ...counts, ...(problems.length > 0 && { problems }) }));
  else for (const line of lines) io.out(line);
  if (!json) for (const problem of problems) io.err(problem);
  for (const ask of asks) io.err(ask);
}

/** Exactly the report's tables; problems of no table stand beside them only when there are any. */
function tellJson({ tables, problems, doubts }: DocumentReport, io: Io): void {
  io.out(JSON.stringify({ tables, ...(problems.length > 0 && { problems }) }));
  tellDoubts(doubts, io);
}

function tellWords({ tables, problems, doubts }: DocumentReport, io: Io): void {
  for (const table of tables) {
    const { kind, period, found, created, updated, unchanged } = table;
    const title = titleWords(kind, kind === "communications-plan" ? period : null);
    const count = table.problems.length;
    io.out(m.documents_line({ title, found, created, updated, unchanged, problems: count }));
    for (const { message } of table.problems) io.out(`  ${message}`);
  }
  for (const { message } of problems) io.err(message);
  tellDoubts(doubts, io);
}

function tellDoubts(doubts: DocumentReport["doubts"], io: Io): void {
  for (const { kind, table, row, line, column, left, right } of doubts) {
    const place = { number: table, kind: titleWords(kind, null), row, line, column: columnWords(kind, column) };
    const sides = m.documents_doubt_sides({ left: left.slice(-60), right: right.slice(0, 60) });
    io.err(`${m.documents_doubt_place(place)}. ${sides}`);
  }
}
