import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Command, callersPath, UsageError } from "#bin/commands/command";
import { yearPeriod } from "~/domain/action-plan/activity";
import { readResources } from "~/domain/action-plan/resources";
import { isFullerName, type NameBook, nameKey, readNames } from "~/domain/actors/names";
import { type ActionPlanDocument, readActionPlan } from "~/domain/documents/action-plan-document";
import { matchReportRows } from "~/domain/documents/match-report-rows";
import { readDocument } from "~/domain/documents/read-document";
import { sniffText } from "~/domain/documents/sniff-text";
import { statedActual } from "~/domain/documents/stated-accounts";
import { isStatusReport, readStatusReport } from "~/domain/documents/status-report-document";
import type { DocumentTable } from "~/domain/documents/types";
import { allItems, type ContentItem } from "~/domain/minutes/minutes-content";
import { readMinutes } from "~/domain/minutes/read-minutes";
import { parseTiming } from "~/domain/timing";
import { actionPlanProblemWords } from "~/features/documents/action-plan-words";
import { kindWords, problemWords } from "~/features/documents/document-words";
import { statusReportProblemWords } from "~/features/documents/status-report-words";
import "~/i18n/locale.server";
import { projectFolder } from "~/platform/env.server";
import { inRequest } from "~/platform/request-context.server";

export const checkSeedsCommand: Command = {
  usage: `  check-seeds DIR
      Reads every .txt file in a folder and tells which tables it found, with what actors, units, networks and
      municipalities they name, and which responsible are not among the actors; of an action plan, what stands
      under which focus area and which activities say no time; of a status report, its rows, which activities of the
      folder's plan of that year they are about, its texts and what its accounts say; of minutes, who was there, the
      cases and what must be looked at. Saves nothing.`,
  async run(args, io) {
    const [folder, ...rest] = args;
    if (folder === undefined || rest.length > 0) throw new UsageError("Name one folder");
    const path = callersPath(folder);
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`There is no folder ${folder}`);
    const files = readdirSync(path)
      .filter((name) => name.endsWith(".txt"))
      .sort();
    if (files.length === 0) io.out(`No .txt files in ${folder}`);
    const read = files.map((name) => ({ name, bytes: readFileSync(join(path, name)) }));
    const plans = read.flatMap(({ bytes }) => planIn(bytes) ?? []);
    for (const { name, bytes } of read) {
      io.out(name);
      for (const line of inRequest("en", () => describe(bytes, plans))) io.out(`  ${line}`);
    }
    return 0;
  },
};

function describe(bytes: Uint8Array, plans: ActionPlanDocument[]): string[] {
  const sniffed = sniffText(bytes);
  if (!sniffed.ok) return [sniffed.reason === "empty" ? "empty" : "not plain text"];
  const { tables, problems, doubts } = readDocument(sniffed.text);
  const municipalities = mostMunicipalities(sniffed.text);
  const told = municipalities > 0 ? [`municipalities: ${municipalities}`] : [];
  if (problems.some(({ code }) => code === "no_known_table")) {
    const report = describeStatusReport(sniffed.text, plans) ?? describeActionPlan(sniffed.text);
    return report ?? describeMinutes(sniffed.text) ?? ["no table that Samvirk knows", ...told];
  }
  const lines = tables.map(({ kind, number, period, rows }) => {
    const asked = doubts.filter(({ table }) => table === number).length;
    const wrong = problems.filter(({ table }) => table === number).length;
    return `table ${number}: ${kindWords(kind, period)}, ${rows.length} rows, ${asked} doubts, ${wrong} problems`;
  });
  return [...lines, ...facts(tables), ...told, ...problems.map(problemWords)];
}

/** The action plan a file holds, without problems. */
function planIn(bytes: Uint8Array): ActionPlanDocument | null {
  const sniffed = sniffText(bytes);
  const plan = sniffed.ok ? readActionPlan(sniffed.text) : null;
  return plan && plan.tables > 0 && plan.problems.length === 0 ? plan : null;
}

/** A status report: its rows, how they fit the plan of its year, its texts, and what its accounts say. */
function describeStatusReport(text: string, plans: ActionPlanDocument[]): string[] | null {
  const report = readStatusReport(text);
  if (!isStatusReport(report)) return null;
  const { kind, from, to, title, rows, texts, unplaced, stated, cuts, tables, problems } = report;
  const year = from === null ? null : Number(from.slice(0, 4));
  const plan = plans.find((one) => one.year === year);
  const activities = plan?.areas.flatMap(({ focusAreas }) =>
    focusAreas.flatMap(({ name, activities: own }) =>
      own.map(({ line, measure, name: activity }) => ({ id: String(line), focusArea: name, measure, activity })),
    ),
  );
  const matches = activities && matchReportRows(rows, activities);
  const linesOf = (match: string) => rows.filter((_, at) => matches?.[at]?.kind === match).map(({ line }) => line);
  const [near, asks] = [linesOf("near"), linesOf("asks")];
  const period = { from: from ?? "2000-01-01", to: to ?? "2000-12-31" };
  const unread = rows.flatMap(({ line, timing }) =>
    parseTiming(timing, period).unparsed.map((words) => `  line ${line}: not understood: ${words}`),
  );
  const kroner = (amount: bigint) => `${amount / 100n},${String(amount % 100n).padStart(2, "0")}`;
  const said = (["income", "result"] as const).flatMap((figure) => {
    const sum = statedActual(stated, figure);
    return sum ? [`${figure} ${kroner(sum.amount)}`] : [];
  });
  const groups = Map.groupBy(rows, ({ area, focusArea }) => `${area} / ${focusArea}`);
  return [
    `status report ${kind ?? "of no known kind"}, ${from ?? "no day"} to ${to ?? "no day"} (${title}): ${tables} tables, ${rows.length} rows, ${cuts.length} doubts, ${problems.length} problems`,
    ...[...groups].map(([name, own]) => `${name}: ${own.length}`),
    `rows without an answer: ${rows.filter(({ answers }) => Object.keys(answers).length === 0).length}`,
    ...(matches
      ? [
          `plan of ${year}: ${linesOf("exact").length} rows in the same words, ${near.length} nearly (lines ${near.join(", ")}), ${asks.length} ask (lines ${asks.join(", ")})`,
        ]
      : ["no plan of its year in the folder"]),
    ...unread,
    `texts: ${texts.map(({ heading }) => heading || "beginning").join(", ")}`,
    `without a place: ${unplaced.map(({ line, words }) => `line ${line} ${words}`).join(", ") || "nothing"}`,
    `accounts: ${said.join(", ") || "none said"}; ${stated.sums.length} sums, ${stated.differences.length} that disagree`,
    ...problems.map(statusReportProblemWords),
  ];
}

/** Minutes: of which meeting, who was there, the cases with their parts, and what a person must look at. */
function describeMinutes(text: string): string[] | null {
  const { content, doubts } = readMinutes(text, { places: places(), bodies });
  const { body, day, from, to, place, present, absent, items } = content;
  const numbered = items.filter(({ number }) => number !== "");
  if (numbered.length === 0) return null;
  const all = allItems(items);
  const count = (test: (item: ContentItem) => boolean) => all.filter(test).length;
  const outcomes = Map.groupBy(all, ({ outcome }) => outcome ?? "none said");
  return [
    `minutes of ${body || "no body"}, ${day || "no day"}${from && ` ${from}-${to}`}, ${place || "no place"}`,
    `${present.length} present, ${present.filter(({ substitute }) => substitute !== "").length} of them for another, ${absent.length} absent`,
    `${numbered.length} cases, ${numbered[0]?.number} to ${numbered.at(-1)?.number}, ${count(({ letter }) => letter !== "")} lettered items, ${count(({ number, letter, kind }) => number === "" && letter === "" && kind !== "opening")} bullets`,
    `outcomes: ${[...outcomes].map(([outcome, found]) => `${found.length} ${outcome}`).join(", ")}`,
    `passed on: ${items.flatMap(({ number, passedOnTo }) => (passedOnTo ? [`${number} to ${passedOnTo}`] : [])).join(", ") || "none"}`,
    ...doubts.map(({ line, code, item, words }) => `  line ${line}: ${[code, item, words].filter(Boolean).join(" ")}`),
  ];
}

/** The bodies that a decision may be passed on to, by the names they have where this is read without a region. */
const bodies = ["Rådmannsgruppen", "Styringsgruppen", "Generalforsamlingen", "Samarbeidsstyret"];

/** What people represent, as the demo's regions have it: the municipalities of old and new, and the counties. */
function places(): string[] {
  const sheet = readFileSync(join(projectFolder(), "prisma/seed/vestregionen-areas.csv"), "utf8");
  const names = sheet.split(/\r?\n/).map((line) => line.split(",")[1]?.trim() ?? "");
  return [...names.filter(Boolean), "Akershus", "Buskerud"];
}

/** An action plan: its tables, what stands under which focus area, and which rows say no time or one nobody understands. */
function describeActionPlan(text: string): string[] | null {
  const plan = readActionPlan(text);
  const { year, areas, tables, cuts, problems } = plan;
  if (tables === 0 || areas.every(({ focusAreas }) => focusAreas.length === 0)) return null;
  const focusAreas = areas.flatMap((area) => area.focusAreas);
  const rows = focusAreas.flatMap(({ activities }) => activities);
  if (rows.length === 0) return null;
  const period = yearPeriod(year ?? 2000);
  const unread = rows.flatMap(({ line, timing }) =>
    parseTiming(timing, period).unparsed.map((words) => `  line ${line}: not understood: ${words}`),
  );
  const without = rows.filter(({ timing }) => timing.trim() === "");
  const unsure = focusAreas.filter(
    ({ organisation, resources }) => readResources(`${organisation}\n${resources}`).unsure,
  );
  return [
    `action plan ${year ?? "without a year"}: ${tables} tables, ${rows.length} activities, ${cuts.length} doubts, ${problems.length} problems`,
    ...(plan.adoptedOn ? [`adopted ${plan.adoptedOn} by ${plan.adoptedBy}`] : []),
    ...areas.map(
      ({ name, focusAreas: own }) =>
        `${name}: ${own.map((focus) => `${focus.name} (${focus.activities.length})`).join(", ") || "text only"}`,
    ),
    `activities without a time: ${without.length}${without.length > 0 ? ` (lines ${without.map(({ line }) => line).join(", ")})` : ""}`,
    ...unread,
    ...(unsure.length > 0 ? [`several amounts, a person must say: ${unsure.map(({ name }) => name).join(", ")}`] : []),
    ...problems.map((problem) => actionPlanProblemWords(problem)),
  ];
}

/** What the tables name, counted. */
function facts(tables: DocumentTable[]): string[] {
  const cells = (kind: DocumentTable["kind"], column: string) =>
    tables
      .filter((table) => table.kind === kind)
      .flatMap(({ rows }) => rows.map((row) => (row.cells as Record<string, string>)[column] ?? ""));
  const actors = cells("actors", "name");
  const operators = cells("networks", "operators");
  const units = unitsOf(actors, operators);
  const book = bookOf(actors, cells("actors", "responsibility"), units);
  const names = cells("communications-plan", "responsible").flatMap((words) => readNames(words, book));
  const unknown = new Map(
    names.filter(({ means }) => means.kind === "unknown").map(({ words }) => [nameKey(words), words]),
  );
  return [
    ...(actors.length > 0 ? [`actors: ${actors.length}`] : []),
    ...(units.length > 0 ? [`units in the operators' column: ${units.length} (${units.join(", ")})`] : []),
    ...(operators.length > 0 ? [`networks: ${operators.length}`] : []),
    ...(names.length > 0
      ? [`responsible that are no actor by name: ${unknown.size} (${[...unknown.values()].join(", ")})`]
      : []),
  ];
}

/** The actors with their units, and the fuller name that an actor's own responsibility gives. */
function bookOf(actors: string[], responsibilities: string[], units: string[]): NameBook {
  const centre = actors.find(isCentre) ?? null;
  const own = actors.map((name) => ({ id: name, name: name.replace(/\s+/g, " "), shortName: "", parentId: null }));
  const names = own.flatMap((actor, at) => {
    const words = responsibilities[at] ?? "";
    return isFullerName(words, actor) ? [{ words: nameKey(words), actorId: actor.id, groupId: null }] : [];
  });
  const parts = units.map((name) => ({ id: name, name, shortName: "", parentId: centre }));
  return { actors: [...own, ...parts], groups: [], names };
}

const isCentre = (name: string) => /^USHT$/i.test(name.trim());

/** The units of the development centres, each once: "USHT Helse Fonna", "USHT Vestland (S & Fj)". */
function unitsOf(actors: string[], operators: string[]): string[] {
  if (!actors.some(isCentre)) return [];
  const written = operators.flatMap((words) => words.match(/USHT\s+(?:\p{Lu}\p{L}*\s*)+(?:\([^)]*\))?/gu) ?? []);
  const units = written.map((words) => words.replace(/\s+/g, " ").replace(/\(\s+/, "(").trim());
  return [...new Map(units.map((unit) => [unit.toLowerCase().replace(/\s/g, ""), unit])).values()];
}

/** The largest number of municipalities the text tells of: "dei 43 kommunane". */
function mostMunicipalities(text: string): number {
  return Math.max(0, ...[...text.matchAll(/(?<![\d.,])(\d{1,3})\s+kommun/g)].map(([, count]) => Number(count)));
}
