import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRollUpKey, rollUpFigures, sumOfCells, writeRollUpKey } from "~/domain/reports/roll-up";
import type { ContentFigure, RoundContent } from "~/domain/reports/round-content";

const figure = (key: string, definition: string, value: string | null, label = ""): ContentFigure => ({
  ...{ key, definition, label, value, source: "", countedAt: null },
});

const content = (figures: ContentFigure[]): RoundContent => ({
  ...{ region: "", name: "", kind: "yearly", from: "2025-01-01", to: "2025-12-31", previous: "" },
  ...{ form: { columns: [], texts: [], figures: [] }, texts: {}, rows: [], projects: [], figures },
});

describe("a roll-up", () => {
  it("is of one kind and the same days, as its address says", () => {
    const key = { kind: "four_monthly", from: "2017-01-01", to: "2017-04-30" } as const;
    expect(readRollUpKey(writeRollUpKey(key))).toEqual(key);
    for (const wrong of ["", "weekly-2017-01-01-2017-04-30", "yearly-2017-01-01", "yearly-2017-01-01-2017-12-31/x"])
      expect(readRollUpKey(wrong)).toBeNull();
  });

  it("lays side by side what has the same key and definition, and says where it is counted otherwise", () => {
    const rows = rollUpFigures([
      {
        region: "a",
        content: content([figure("events-held", "events_held", "1200"), figure("met", "people_met", "100")]),
      },
      {
        region: "b",
        content: content([figure("events-held", "events_held", null), figure("met", "own", "500", "Met")]),
      },
    ]);
    expect(rows.map(({ definition, cells, otherwise }) => [definition, [...cells.keys()], otherwise])).toEqual([
      ["events_held", ["a", "b"], []],
      ["people_met", ["a"], ["b"]],
      ["own", ["b"], ["a"]],
    ]);
    expect(sumOfCells(rows[0]?.cells.values() ?? [])).toEqual({ sum: 1200n, of: 1 });
  });

  it("takes typed figures for the same only when their words are", () => {
    const typed = (label: string) => content([figure("own", "own", "100", label)]);
    const rows = rollUpFigures([
      { region: "a", content: typed("Samtaler  med pårørende") },
      { region: "b", content: typed("samtaler med pårørende") },
      { region: "c", content: typed("Vedtak") },
    ]);
    expect(rows.map(({ cells }) => [...cells.keys()])).toEqual([["a", "b"], ["c"]]);
    expect(rows.map(({ otherwise }) => otherwise)).toEqual([["c"], ["a", "b"]]);
  });

  it("loses no figure and makes none up", () => {
    const words = fc.constantFrom("x", "y", "own");
    const one = fc.record({ key: words, definition: words, label: words, value: fc.constantFrom("100", null) });
    const reports = fc.uniqueArray(
      fc.record({ region: words, figures: fc.uniqueArray(one, { selector: ({ key }) => key }) }),
      { selector: ({ region }) => region },
    );
    fc.assert(
      fc.property(reports, (all) => {
        const rows = rollUpFigures(
          all.map(({ region, figures }) => ({
            region,
            content: content(figures.map(({ key, definition, label, value }) => figure(key, definition, value, label))),
          })),
        );
        const cells = rows.flatMap((row) => [...row.cells.keys()]).length;
        expect(cells).toBe(all.flatMap(({ figures }) => figures).length);
      }),
      { numRuns: 50 },
    );
  });
});
