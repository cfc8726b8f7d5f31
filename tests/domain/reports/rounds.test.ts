import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyFor, withMoved, withNew, without } from "~/domain/reports/edit-form";
import { overlaps, partOfYear, periodAfter, roundKinds } from "~/domain/reports/period";
import type { RoundForm } from "~/domain/reports/round-form";
import { matchBefore, missing, rowChanges, unasked } from "~/domain/reports/row-changes";

describe("the period of a new round", () => {
  it("follows the last one of its kind", () => {
    const last = { from: "2017-01-01", to: "2017-04-30" };
    expect(periodAfter("four_monthly", last, "2020-01-01")).toEqual({ from: "2017-05-01", to: "2017-08-31" });
    expect(periodAfter("half_yearly", { from: "2023-07-01", to: "2023-12-31" }, "2020-01-01")).toEqual({
      ...{ from: "2024-01-01", to: "2024-06-30" },
    });
    expect(partOfYear("four_monthly", "2017-09-01")).toBe(3);
  });

  it("is the last that is over or soon is, where there was none", () => {
    expect(periodAfter("four_monthly", null, "2026-11-22")).toEqual({ from: "2026-09-01", to: "2026-12-31" });
    expect(periodAfter("four_monthly", null, "2026-11-01")).toEqual({ from: "2026-05-01", to: "2026-08-31" });
    expect(periodAfter("yearly", null, "2027-03-01")).toEqual({ from: "2026-01-01", to: "2026-12-31" });
  });

  it("begins the day after the last whatever that was, and never overlaps it", () => {
    const day = fc.date({ min: new Date("2000-01-01"), max: new Date("2060-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...roundKinds), day, (kind, date) => {
        const to = date.toISOString().slice(0, 10);
        const next = periodAfter(kind, { from: "1999-01-01", to }, to);
        expect(next.from > to && next.from <= next.to).toBe(true);
        expect(overlaps(next, { from: "1999-01-01", to })).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});

const column = (label: string, required = false) => ({ label, help: "", required });
const empty: RoundForm = { columns: [], texts: [], figures: [] };

describe("the form of a round", () => {
  it("gives what is asked for again the key it had, and nothing else that key", () => {
    const asked = withNew(empty, { part: "columns", item: column("Status og årsak") });
    expect(asked.columns[0]?.key).toBe("status-og-arsak");
    const removed = without(asked, "columns", "status-og-arsak");
    expect(withNew(removed, { part: "columns", item: column("Status og årsak") })).toEqual(asked);
    expect(keyFor("Status og årsak", ["status-og-arsak"])).toBe("status-og-arsak-2");
    expect(keyFor("???", [])).toBe("field");
  });

  it("keeps every column when they change places, and stays as it is at the ends", () => {
    const form = ["A", "B", "C"].reduce<RoundForm>(
      (made, label) => withNew(made, { part: "columns", item: column(label) }),
      empty,
    );
    expect(withMoved(form, "columns", "a", 1).columns.map(({ key }) => key)).toEqual(["b", "a", "c"]);
    expect(withMoved(form, "columns", "a", -1)).toEqual(form);
    expect(withMoved(form, "columns", "nothing", 1)).toEqual(form);
  });
});

describe("a row since the round before", () => {
  const columns = [
    { key: "status", ...column("Status", true) },
    { key: "next", ...column("Videre") },
  ];

  it("says what is the same, changed, new and gone, whatever the white space", () => {
    const change = (now: string, before: string) => rowChanges(columns, { status: now }, { status: before })[0]?.change;
    expect([change("I gang", "i  gang "), change("Ferdig", "I gang"), change("Ny", ""), change("", "Gammel")]).toEqual([
      ...["same", "changed", "new", "gone"],
    ]);
    expect(rowChanges(columns, {}, null).map((one) => one.change)).toEqual(["none", "none"]);
  });

  it("keeps answers that are not asked for, and says which it lacks", () => {
    expect(unasked(columns, { status: "x", budget: "12", old: "" })).toEqual([{ key: "budget", words: "12" }]);
    expect(missing(columns, { status: "  " }).map(({ key }) => key)).toEqual(["status"]);
    expect(missing(columns, { status: "x" })).toEqual([]);
    expect(missing([{ key: "toString", ...column("A", true) }], {})).toHaveLength(1);
  });

  it("continues the same activity, else the one carried over, else the same words, and each but one", () => {
    const row = (activityId: string | null, activity: string, carriedFromId: string | null = null) => ({
      ...{ activityId, activity, carriedFromId, focusArea: "Helse", measure: "M" },
    });
    const before = [row("1", "A"), row("2", "B"), row(null, "C"), row(null, "C")];
    const rows = [row("9", "A2", "1"), row("2", "B"), row(null, "c "), row(null, "C"), row(null, "C"), row("7", "D")];
    expect(matchBefore(rows, before)).toEqual([before[0], before[1], before[2], before[3], null, null]);
  });
});
