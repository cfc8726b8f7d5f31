import { describe, expect, it } from "vitest";
import { contentChanges } from "~/domain/reports/content-changes";
import type { RoundContent } from "~/domain/reports/round-content";
import { tallyRows } from "~/domain/reports/row-tally";
import { lacksOf } from "~/domain/reports/submit-check";

const row = (activity: string, said: string, before: string | null = null) => ({
  ...{ area: "Helse", focusArea: "Bustad", strategy: "", measure: "", activity, timing: "", owner: "" },
  ...{ answers: { status: said }, before: before === null ? null : { status: before } },
});
const report = (more: Partial<RoundContent>): RoundContent => ({
  ...{ region: "Vestland", name: "Årsrapport", kind: "yearly", from: "2025-01-01", to: "2025-12-31", previous: "" },
  form: {
    columns: [{ key: "status", label: "Status", help: "", required: true }],
    texts: [{ key: "sum", heading: "Oppsummering", help: "" }],
    figures: [],
  },
  ...{ texts: {}, rows: [], figures: [], projects: [], ...more },
});
const figure = (value: string) => ({
  ...{ key: "plans", definition: "own", label: "Planar", value, source: "Svara", countedAt: null },
});
const lines = (actual: string) => [
  { account: "3000", name: "Tilskot", group: "income" as const, actual, budget: "0", yearBudget: "0" },
];

describe("two versions of a report", () => {
  it("differ by text, figure, answer, row and sum, each said once", () => {
    const before = report({
      ...{ texts: { sum: "Bra" }, figures: [figure("2900")], rows: [row("Kart", "I gang"), row("Borte", "Slutt")] },
      projects: [{ number: "1", name: "Helse", lines: lines("100") }],
    });
    const after = report({
      ...{ texts: { sum: "Godt" }, figures: [figure("3100")], rows: [row("Kart", "Gjort"), row("Ny", "Start")] },
      projects: [{ number: "1", name: "Helse", lines: lines("250") }],
    });
    expect(contentChanges(before, before)).toEqual([]);
    expect(contentChanges(before, after).map(({ of, name, before: was, after: is }) => [of, name, was, is])).toEqual([
      ["text", "Oppsummering", "Bra", "Godt"],
      ["figure", "Planar", "2900", "3100"],
      ["answer", "Bustad · Kart: Status", "I gang", "Gjort"],
      ["row", "Bustad · Ny", "", "Bustad · Ny"],
      ["row", "Bustad · Borte", "Bustad · Borte", ""],
      ["income", "", "100", "250"],
      ["result", "", "100", "250"],
    ]);
  });
});

describe("the rows of a report", () => {
  it("are new, as last time or unanswered, by area", () => {
    const rows = [row("a", "Nytt", "Før"), row("b", "Likt", "Likt"), row("c", "", "Før"), row("d", "Nytt")];
    expect(tallyRows(report({ rows }))).toEqual([{ area: "Helse", rows: 4, changed: 2, same: 1, unanswered: 1 }]);
  });
});

describe("what a report lacks", () => {
  it("is named: rows, answers, texts, figures and accounts", () => {
    const one = { measure: "", asks: false, hasOwner: true, answers: { status: "x" }, state: "delivered" as const };
    const columns = [{ key: "status", label: "Status", help: "", required: true }];
    const lacks = lacksOf({
      rows: [
        { ...one, activity: "a" },
        { ...one, activity: "b", state: "draft", hasOwner: false, asks: true },
        { ...one, activity: "c", answers: {} },
      ],
      ...{ columns, texts: [{ heading: "Oppsummering", words: " " }], figures: ["Planar"], lines: 0 },
    });
    expect(lacks.map((lack) => [lack.kind, "names" in lack ? lack.names : []])).toEqual([
      ...[
        ["asking", ["b"]],
        ["undelivered", ["b"]],
        ["unanswered", ["c"]],
        ["ownerless", ["b"]],
      ],
      ...[
        ["texts", ["Oppsummering"]],
        ["figures", ["Planar"]],
        ["no-accounts", []],
      ],
    ]);
  });
});
