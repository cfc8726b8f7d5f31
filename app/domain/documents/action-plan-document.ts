import { readCell } from "./cells";
import { splitLines } from "./lines";
import { statedPeriod, yearsIn } from "./periods";
import { type Block, type Cut, type PlanTable, type RowFault, readPlanBlocks } from "./plan-blocks";
import type { Join } from "./types";

export type DocumentActivity = {
  table: number;
  row: number;
  line: number;
  strategy: string;
  measure: string;
  name: string;
  timing: string;
  owner: string;
};

export type DocumentFocusArea = {
  line: number;
  name: string;
  /** Markdown. */
  body: string;
  organisation: string;
  resources: string;
  reporting: string;
  activities: DocumentActivity[];
};

export type DocumentArea = { line: number; name: string; body: string; focusAreas: DocumentFocusArea[] };

export type ActionPlanProblem =
  | RowFault
  | { code: "no_known_table" | "year_missing"; table: null; row: null; line: null; cell: null }
  | { code: "no_area" | "no_focus_area"; table: number; row: null; line: number; cell: null }
  | { code: "column_unknown"; table: number; row: null; line: number; cell: number; head: string }
  | { code: "area_twice"; table: null; row: null; line: number; cell: null; head: string };

/** An action plan as a document says it. `adoptedOn` is an ISO day. */
export type ActionPlanDocument = {
  year: number | null;
  title: string;
  adoptedBy: string;
  adoptedOn: string | null;
  introduction: string;
  areas: DocumentArea[];
  tables: number;
  cuts: Cut[];
  problems: ActionPlanProblem[];
};

const AREA = /^(?:innsatsområde|satsingsområde|prioritert område)\s*(?:\d+\s*)?[:–-]\s*(.*)$/i;
const ADOPTED =
  /^(?:vedtatt|vedteke|vedteken|godkjent|godkjend)\s+(?:i|av)\s+(.+?),?\s+(\d{1,2})\.\s?(\d{1,2})\.\s?(20\d\d)\.?$/i;
const PARTS: ["organisation" | "resources" | "reporting", RegExp][] = [
  ["organisation", /^organisering:?$/i],
  ["resources", /^(ressurs|ressurser|ressursar|økonomi):?$/i],
  ["reporting", /^rapportering:?$/i],
];

/**
 * Reads an action plan out of a plain text: the priority areas (`Innsatsområde: Helse`), their focus areas with
 * organisation, resources and reporting, and the tables of measures and activities under them. What stands before the
 * first priority area is the introduction; a section of it that has the name of a priority area is that area's text.
 * A plan that states no year takes `options.year`. Never throws. With any problem nothing may be saved.
 */
export function readActionPlan(
  text: string,
  options: { year?: number | null; joins?: Record<string, Join> } = {},
): ActionPlanDocument {
  const { blocks, cuts, faults } = readPlanBlocks(text, options.joins);
  const problems: ActionPlanProblem[] = [...faults];
  const tables = blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []));
  const begins = blocks.findIndex((block) => areaOf(block) !== null);
  const first = begins < 0 ? blocks.findIndex(({ kind }) => kind === "table") : begins;
  const before = blocks.slice(0, Math.max(first, 0));
  const head = headOf(before);
  const areas = areasOf(begins < 0 ? blocks.slice(Math.max(first - 1, 0)) : blocks.slice(begins), problems);
  if (tables.length === 0) problems.push({ code: "no_known_table", ...nowhere });
  for (const table of tables) problems.push(...unknownColumns(table));
  const stated = statedPeriod(splitLines(text).slice(0, (tables[0]?.line ?? 1) - 1));
  const headed = tables.flatMap(({ columns }) => columns.flatMap(({ year }) => year ?? []))[0];
  const year = headed ?? (stated ? Number(stated.from.slice(0, 4)) : null) ?? options.year ?? null;
  if (year === null && tables.length > 0) problems.push({ code: "year_missing", ...nowhere });
  const { introduction, texts } = introductionOf(before, areas);
  for (const area of areas) area.body = [texts.get(keyOf(area.name)), area.body].filter(Boolean).join("\n\n");
  return { year, ...head, introduction, areas, tables: tables.length, cuts, problems };
}

const nowhere = { table: null, row: null, line: null, cell: null } as const;

/** A priority area's or focus area's name as it is compared: letters and figures only, small. */
export function keyOf(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The name of the priority area a heading opens, also one that only says `Innsatsområde:` (then empty). */
export function areaOf(block: Block): string | null {
  if (block.kind === "table" || block.text.length > 200) return null;
  return AREA.exec(readCell(block.text).text)?.[1]?.trim() ?? null;
}

function headOf(blocks: Block[]): { title: string; adoptedBy: string; adoptedOn: string | null } {
  const lines = blocks.flatMap((block) => (block.kind === "table" ? [] : readCell(block.text).text)).slice(0, 12);
  const title = lines.find((line) => line.length <= 120 && yearsIn(line) !== null && !ADOPTED.test(line)) ?? "";
  const adopted = lines.map((line) => ADOPTED.exec(line)).find((match) => match !== null);
  const [, by = "", day = "", month = "", year = ""] = adopted ?? [];
  const on = adopted ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : null;
  const known = on !== null && !Number.isNaN(Date.parse(on));
  return { title, adoptedBy: by, adoptedOn: known ? on : null };
}

/** The parts of the text before the first area: what is said of each area, and the rest. */
function introductionOf(blocks: Block[], areas: DocumentArea[]): { introduction: string; texts: Map<string, string> } {
  const names = new Set(areas.map(({ name }) => keyOf(name)));
  const texts = new Map<string, string[]>();
  const rest: string[] = [];
  let area: { key: string; level: number } | null = null;
  for (const block of blocks) {
    if (block.kind === "table") continue;
    const plain = readCell(block.text).text;
    if (block.kind === "heading") {
      const key = keyOf(plain);
      if (names.has(key)) {
        area = { key, level: block.level };
        continue;
      }
      if (area && block.level <= area.level) area = null;
      if (ADOPTED.test(plain) || (/^handlings(plan|program)/i.test(plain) && yearsIn(plain))) continue;
    } else if (ADOPTED.test(plain)) continue;
    const words = block.kind === "heading" ? `### ${plain}` : markdownOf(block.text);
    if (area) texts.set(area.key, [...(texts.get(area.key) ?? []), words]);
    else rest.push(words);
  }
  const join = (parts: string[]) => parts.join("\n\n").trim();
  return { introduction: join(rest), texts: new Map([...texts].map(([key, parts]) => [key, join(parts)])) };
}

function areasOf(blocks: Block[], problems: ActionPlanProblem[]): DocumentArea[] {
  const areas: DocumentArea[] = [];
  let area: DocumentArea | null = null;
  let focus: DocumentFocusArea | null = null;
  let part: "body" | "organisation" | "resources" | "reporting" = "body";
  let unnamed = false;
  for (const block of blocks) {
    const opened = areaOf(block);
    if (opened !== null || (unnamed && block.kind !== "table")) {
      const name = opened ?? (block.kind === "table" ? "" : block.text.trim());
      unnamed = name === "";
      if (unnamed) continue;
      if (areas.some((known) => keyOf(known.name) === keyOf(name)))
        problems.push({ code: "area_twice", table: null, row: null, line: block.line, cell: null, head: name });
      area = { line: block.line, name, body: "", focusAreas: [] };
      areas.push(area);
      focus = null;
      part = "body";
    } else if (block.kind === "table") {
      const { table } = block;
      const place = { table: table.number, row: null, line: table.line, cell: null };
      if (area === null) problems.push({ code: "no_area", ...place });
      else if (focus === null) problems.push({ code: "no_focus_area", ...place });
      else focus.activities.push(...activitiesOf(table));
    } else {
      const plain = readCell(block.text).text;
      const named = PARTS.find(([, pattern]) => pattern.test(plain));
      if (named && focus) part = named[0];
      else if (block.kind === "heading" && area) {
        focus = {
          line: block.line,
          name: plain,
          body: "",
          organisation: "",
          resources: "",
          reporting: "",
          activities: [],
        };
        area.focusAreas.push(focus);
        part = "body";
      } else if (focus) focus[part] = paragraphs(focus[part], block.text);
      else if (area) area.body = paragraphs(area.body, block.text);
    }
  }
  return areas;
}

function activitiesOf(table: PlanTable): DocumentActivity[] {
  const at = (column: string) => table.columns.findIndex((head) => head.column === column);
  const [activity, timing, owner] = [at("activity"), at("timing"), at("owner")];
  return table.rows.map(({ row, line, measure, strategy, cells }) => ({
    table: table.number,
    row,
    line,
    strategy,
    measure,
    name: cells[activity] ?? "",
    timing: cells[timing] ?? "",
    owner: cells[owner] ?? "",
  }));
}

function unknownColumns(table: PlanTable): ActionPlanProblem[] {
  return table.columns.flatMap(({ column, head }, at): ActionPlanProblem[] =>
    column === "other" && head !== ""
      ? [{ code: "column_unknown", table: table.number, row: null, line: table.line, cell: at + 1, head }]
      : [],
  );
}

function paragraphs(above: string, text: string): string {
  const words = markdownOf(text);
  return above === "" ? words : `${above}\n\n${words}`;
}

/** A paragraph with the words of its markup; links and emphasis are plain Markdown already. */
function markdownOf(text: string): string {
  return text.includes("<") ? readCell(text).text : text.trim();
}
