import type { SheetMunicipality } from "./contact-sheet";
import { type NamedArea, readAreas, readPopulation, readStandard, readYear } from "./sheet-cells";
import type { SheetRow } from "./sheet-columns";

export type Standard = "bokmal" | "nynorsk" | "neutral";
export type FactsNow = { population: number | null; year: number | null; standard: Standard | null };
export type AreaNow = NamedArea & { id: string; municipalityIds: readonly string[] };

/** What a row changes; a fact that is null stays as it is. Areas by name, since some are to be made. */
export type FactChange = {
  population: { value: number; year: number } | null;
  standard: Standard | null;
  into: NamedArea[];
  out: NamedArea[];
};

export type FactProblem =
  | "municipality-missing"
  | "municipality-unknown"
  | "municipality-ambiguous"
  | "municipality-outside"
  | "municipality-doubled"
  | "population"
  | "year"
  | "standard"
  | "area-long"
  | "guest-facts";

export type FactVerdict =
  | { kind: "changed"; change: FactChange; before: FactsNow }
  | { kind: "same" }
  | { kind: "problem"; problem: FactProblem; text: string; names: string[]; lines: number[] };

export type JudgedFacts = {
  line: number;
  asked: string;
  municipality: { id: string; name: string } | null;
  guest: boolean;
  verdict: FactVerdict;
  /** Changes when the verdict does: what a person has seen and said yes to. */
  seen: string;
};

export type FactsState = { facts: ReadonlyMap<string, FactsNow>; areas: readonly AreaNow[] };

const longestName = 100;
const unknown: FactsNow = { population: null, year: null, standard: null };

/**
 * One verdict per row of a sheet of facts. An empty cell leaves the fact alone. A cell of areas names all of its kind
 * the municipality is in; one of another region may be in areas and circles and have no facts here.
 */
export function judgeFacts(
  rows: readonly { row: SheetRow; municipality: SheetMunicipality }[],
  { facts, areas }: FactsState,
): JudgedFacts[] {
  const lines = new Map<string, number[]>();
  for (const { row, municipality } of rows)
    if (municipality.ok) lines.set(municipality.id, [...(lines.get(municipality.id) ?? []), row.line]);

  return rows.map(({ row, municipality }) => {
    const verdict = judge();
    return {
      line: row.line,
      asked: [row.cells.number, row.cells.municipality].filter(Boolean).join(" "),
      municipality: municipality.ok ? { id: municipality.id, name: municipality.name } : null,
      guest: municipality.ok && !facts.has(municipality.id),
      verdict,
      seen: verdict.kind === "changed" ? JSON.stringify([verdict.change, verdict.before]) : verdict.kind,
    };

    function judge(): FactVerdict {
      const problem = (what: FactProblem, text = "", names: string[] = [], at: number[] = []): FactVerdict => ({
        kind: "problem",
        problem: what,
        text,
        names,
        lines: at,
      });
      if (!municipality.ok) {
        if (municipality.reason === "ambiguous") return problem("municipality-ambiguous", "", municipality.names);
        return problem(`municipality-${municipality.reason}`);
      }
      const { id } = municipality;
      const others = (lines.get(id) ?? []).filter((line) => line !== row.line);
      if (others.length > 0) return problem("municipality-doubled", "", [], others);
      const before = facts.get(id);
      const read = readFacts(row.cells);
      if ("problem" in read) return problem(read.problem, read.text);
      // One that was in the region and is no more is no guest.
      if (!before && municipality.became.length > 0 && (read.population || read.standard))
        return problem("municipality-outside", "", municipality.became);
      if (!before && (read.population || read.standard)) return problem("guest-facts");
      const change = changeOf(read, before ?? unknown, areas, id);
      const any = change.population || change.standard || change.into.length + change.out.length > 0;
      return any ? { kind: "changed", change, before: before ?? unknown } : { kind: "same" };
    }
  });
}

/** Whether two names are one area's. */
export const sameArea = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

type ReadFacts = {
  population: { value: number; year: number } | null;
  standard: Standard | null;
  areas: NamedArea[];
  covered: NamedArea["kind"][];
};

function readFacts(cells: SheetRow["cells"]): ReadFacts | { problem: FactProblem; text: string } {
  const text = cells.population ?? "";
  const value = text === "" ? null : readPopulation(text);
  if (text !== "" && value === null) return { problem: "population", text };
  const year = readYear(cells.year ?? "");
  if (value !== null && year === null) return { problem: "year", text: cells.year ?? "" };
  const standard = cells.standard ? readStandard(cells.standard) : null;
  if (cells.standard && !standard) return { problem: "standard", text: cells.standard };
  const areas = [...readAreas(cells.areas ?? "", "area"), ...readAreas(cells.circles ?? "", "circle")];
  if (areas.some(({ name }) => name.length > longestName)) return { problem: "area-long", text: "" };
  const covered = (["area", "circle"] as const).filter((kind) => areas.some((one) => one.kind === kind));
  return { population: value !== null && year !== null ? { value, year } : null, standard, areas, covered };
}

function changeOf(
  { population, standard, areas, covered }: ReadFacts,
  before: FactsNow,
  now: readonly AreaNow[],
  id: string,
): FactChange {
  // A name is one area's, whichever column it stands in.
  const listed = areas.map(({ name, kind }) => ({
    name,
    kind: now.find((one) => sameArea(one.name, name))?.kind ?? kind,
  }));
  const isIn = now.filter(({ municipalityIds }) => municipalityIds.includes(id));
  return {
    population:
      population && (population.value !== before.population || population.year !== before.year) ? population : null,
    standard: standard && standard !== before.standard ? standard : null,
    into: listed.filter(({ name }) => !isIn.some((one) => sameArea(one.name, name))),
    out: isIn
      .filter(({ name, kind }) => covered.includes(kind) && !listed.some((one) => sameArea(one.name, name)))
      .map(({ name, kind }) => ({ name, kind })),
  };
}

/** The areas and circles the sheet names and the region does not have, with how many of its municipalities each gets. */
export function newAreas(
  rows: readonly JudgedFacts[],
  areas: readonly AreaNow[],
): (NamedArea & { municipalities: number })[] {
  const found = new Map<string, NamedArea & { municipalities: number }>();
  for (const { verdict } of rows) {
    if (verdict.kind !== "changed") continue;
    for (const { name, kind } of verdict.change.into) {
      if (areas.some((one) => sameArea(one.name, name))) continue;
      const key = name.toLowerCase();
      const known = found.get(key) ?? { name, kind, municipalities: 0 };
      found.set(key, { ...known, municipalities: known.municipalities + 1 });
    }
  }
  return [...found.values()];
}
