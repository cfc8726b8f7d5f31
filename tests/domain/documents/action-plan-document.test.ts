import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readActionPlan } from "~/domain/documents/action-plan-document";
import { readPlanBlocks } from "~/domain/documents/plan-blocks";
import { parseTiming } from "~/domain/timing";

const fixture = readFileSync("prisma/seed/vestregionen-action-plan-2017.txt", "utf8");
const head = "# Handlingsplan 2017\n\n## Innsatsområde: Helse\n\n### Folkehelse\n\n";
const period = { from: "2017-01-01", to: "2017-12-31" };

describe("readActionPlan", () => {
  const plan = readActionPlan(fixture);
  const focusAreas = plan.areas.flatMap((area) => area.focusAreas);
  const activities = focusAreas.flatMap((focus) => focus.activities);

  it("finds every table and activity of a whole plan, and the timings that are said", () => {
    expect(plan).toMatchObject({ year: 2017, adoptedBy: "Styringsgruppen", adoptedOn: "2016-12-08", tables: 9 });
    expect(plan.problems).toEqual([]);
    expect(plan.cuts).toEqual([]);
    expect(activities).toHaveLength(77);
    expect(activities.filter(({ timing }) => timing === "")).toHaveLength(11);
    expect(activities.flatMap(({ timing }) => parseTiming(timing, period).unparsed)).toEqual([]);
  });

  it("puts each under its priority area and focus area, with how it is organised, paid and reported", () => {
    expect(plan.areas.map(({ name, focusAreas: own }) => [name, own.map((one) => one.activities.length)])).toEqual([
      ["Regional utvikling", [6, 10, 3]],
      ["Helse", [11, 7, 9, 4]],
      ["Kultur", [23, 4]],
      ["Forvaltningsreformen", []],
    ]);
    for (const { organisation, resources, reporting } of focusAreas) {
      expect(organisation && resources && reporting).not.toBe("");
    }
    expect(plan.introduction).toContain("frivillig");
    expect(plan.areas[0]?.body).toContain("Areal og transport");
  });

  it("reads a blank first cell as a new row under the measure above, also after a page's end", () => {
    const [, second] = focusAreas;
    expect(second?.activities.slice(0, 4).map(({ measure }) => measure)).toEqual(
      Array(4).fill("Helsefag på fagskolen"),
    );
  });

  it("keeps the strategy where the table has one, and has no time where it has no column for it", () => {
    const [first] = focusAreas[3]?.activities ?? [];
    expect(first).toMatchObject({
      measure: "Samhandling med sykehuset",
      strategy: "Være med i utviklingsprosjekter",
      name: "Gå gjennom og fornye samarbeidsavtalene",
      timing: "",
    });
  });

  it("tells what it cannot read, with the line it stands on", () => {
    const codes = (text: string) => readActionPlan(text).problems.map(({ code }) => code);
    expect(codes("Bare tekst")).toEqual(["no_known_table"]);
    expect(codes("Tiltak\tAktivitet\tNår\nA\tB\tQ1")).toEqual(["no_area", "year_missing"]);
    expect(codes(`${head}Tiltak\tAktivitet\t2017\n\tB\tQ1`)).toEqual(["row_without_measure"]);
    expect(codes(`${head}Tiltak\tAktivitet\t2017\nA\tB\tQ1\tmer`)).toEqual(["row_too_long"]);
    expect(codes(`${head}Tiltak\tAktivitet\t2017\tVær\nA\tB\tQ1\tsol`)).toEqual(["column_unknown"]);
  });
});

describe("readPlanBlocks", () => {
  const table = "Tiltak\tAktiviteter\t2017\tStatus april\n";
  const rowsOf = (text: string, joins = {}) =>
    readPlanBlocks(text, joins).blocks.flatMap((block) => (block.kind === "table" ? block.table.rows : []));

  it("joins a row that a page's end cut, where it goes on with a small letter and no time", () => {
    const text = `${table}Ta del i nasjonale og\tFølge løftet for\tLøpende\tMøte\n\nregionale planer\tkommunene\t\tholdt`;
    const [row, ...rest] = rowsOf(text);
    expect(rest).toEqual([]);
    expect(row).toMatchObject({ measure: "Ta del i nasjonale og regionale planer" });
    expect(row?.cells).toEqual([
      "Ta del i nasjonale og regionale planer",
      "Følge løftet for kommunene",
      "Løpende",
      "Møte holdt",
    ]);
  });

  it("asks of a line that might be a row, and takes the answer by its name", () => {
    const text = `${table}A\tEn ting\tQ1\tBra\n\n\tOg mer\t\t`;
    const [cut] = readPlanBlocks(text).cuts;
    expect(cut).toMatchObject({ chosen: "new-row", settled: false, left: "En ting", right: "Og mer" });
    expect(rowsOf(text)).toHaveLength(2);
    expect(rowsOf(text, { [cut?.id ?? ""]: "space" }).map(({ cells }) => cells[1])).toEqual(["En ting Og mer"]);
  });

  it("never throws, and gives each row as many cells as its table has columns", () => {
    for (const text of ["\t\t\n", "Tiltak\tAktivitet\n\t\n\n\n\t\t\t\tx", `${table}\u0000\t"\t\n"`, "#\n\t#"]) {
      for (const { cells } of rowsOf(text)) expect(cells.length).toBeGreaterThan(1);
    }
  });
});
