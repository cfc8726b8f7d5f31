import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countChanges,
  diffPlans,
  type FrozenPlan,
  type FrozenRow,
  type FrozenSection,
} from "~/domain/communications-plan/plan-diff";

const row = (id: string, number: number, cells: Partial<FrozenRow> = {}): FrozenRow => ({
  ...{
    id,
    number,
    channel: `Møte ${id}`,
    theme: "",
    goal: "",
    timing: "mai",
    responsible: "",
    audience: "",
    notes: "",
  },
  ...{ areas: [], ...cells },
});
const section = (id: string, body = "", heading = id): FrozenSection => ({ id, heading, body });
const plan = (rows: FrozenRow[], more: Partial<FrozenPlan> = {}): FrozenPlan => ({
  ...{ from: "2021-01-01", to: "2021-12-31", preparedBy: "", introduction: "", sections: [], rows, ...more },
});

describe("what has become of a plan", () => {
  it("is rows that came, rows that went, and the cells of those that changed", () => {
    const before = plan([row("a", 1), row("b", 2), row("c", 3)]);
    const after = plan([row("a", 1), row("c", 2, { timing: "juni", notes: "Hugs lunsj" }), row("d", 3)]);
    const { rows } = diffPlans(before, after);
    expect(rows.added.map(({ id }) => id)).toEqual(["d"]);
    expect(rows.removed.map(({ id }) => id)).toEqual(["b"]);
    expect(rows.changed).toEqual([
      {
        row: after.rows[1],
        cells: [
          { cell: "timing", before: "mai", after: "juni" },
          { cell: "notes", before: "", after: "Hugs lunsj" },
        ],
      },
    ]);
    expect(rows.moved).toEqual([]);
    expect(countChanges(diffPlans(before, after))).toBe(3);
  });

  it("says which row was moved, and counts it as no change", () => {
    const before = plan(["a", "b", "c", "d"].map((id, at) => row(id, at + 1)));
    const after = plan(["b", "c", "d", "a"].map((id, at) => row(id, at + 1)));
    const diff = diffPlans(before, after);
    expect(diff.rows.moved).toEqual([{ row: after.rows[3], from: 1, to: 4 }]);
    expect(countChanges(diff)).toBe(0);
  });

  it("tells priority areas by their ids, so that a new name is no change of the row", () => {
    const area = (id: string, name: string) => ({ id, number: 1, name });
    const before = plan([row("a", 1, { areas: [area("x", "Helse")] })]);
    expect(diffPlans(before, plan([row("a", 1, { areas: [area("x", "Helse og omsorg")] })])).rows.changed).toEqual([]);
    expect(diffPlans(before, plan([row("a", 1, { areas: [area("y", "Kultur")] })])).rows.changed[0]?.cells).toEqual([
      { cell: "areas", before: "1 Helse", after: "1 Kultur" },
    ]);
  });

  it("is parts of the text too, and facts", () => {
    const before = plan([], { introduction: "Ein\nTo", sections: [section("mål", "Gammalt"), section("vekk")] });
    const after = plan([], {
      ...{ to: "2022-12-31", preparedBy: "Sekretariatet", introduction: "Ein\n2" },
      sections: [section("ny"), section("mål", "Nytt", "Måla")],
    });
    const diff = diffPlans(before, after);
    expect(diff.facts).toEqual([
      { fact: "period", before: "2021", after: "2021-2022" },
      { fact: "preparedBy", before: "", after: "Sekretariatet" },
    ]);
    expect(diff.introduction.map(({ kind }) => kind)).toEqual(["same", "removed", "added"]);
    expect(diff.sections.map(({ kind, section }) => [kind, section.heading])).toEqual([
      ["added", "ny"],
      ["changed", "Måla"],
      ["removed", "vekk"],
    ]);
    expect(diff.sections[1]).toMatchObject({ heading: { before: "mål", after: "Måla" } });
    expect(countChanges(diff)).toBe(6);
  });

  const words = fc.constantFrom("", "mai", "juni", "Haust -21");
  const some = fc.uniqueArray(
    fc.record({ id: fc.integer({ min: 0, max: 12 }).map(String), timing: words, theme: words }),
    { selector: ({ id }) => id, maxLength: 12 },
  );
  const plans = fc
    .record({ rows: some, introduction: words, sections: fc.uniqueArray(fc.constantFrom("x", "y", "z")) })
    .map(({ rows, introduction, sections }) =>
      plan(
        rows.map(({ id, ...cells }, at) => row(id, at + 1, cells)),
        { introduction, sections: sections.map((id) => section(id, introduction)) },
      ),
    );

  it("is nothing between a plan and itself", () => {
    fc.assert(
      fc.property(plans, (one) => {
        const diff = diffPlans(one, structuredClone(one));
        expect(countChanges(diff)).toBe(0);
        expect(diff.rows.moved).toEqual([]);
      }),
    );
  });

  it("makes the one of the other", () => {
    fc.assert(
      fc.property(plans, plans, (before, after) => {
        const { rows } = diffPlans(before, after);
        const cells = ({ number: _, ...kept }: FrozenRow) => kept;
        const made = new Map(before.rows.map((one) => [one.id, cells(one)]));
        for (const { id } of rows.removed) made.delete(id);
        for (const one of rows.added) made.set(one.id, cells(one));
        for (const change of rows.changed)
          for (const { cell, after: words } of change.cells)
            Object.assign(made.get(change.row.id) ?? {}, { [cell]: words });
        expect(made).toEqual(
          new Map([...made.keys()].map((id) => [id, cells(after.rows.find((r) => r.id === id) as FrozenRow)])),
        );
        expect(made.size).toBe(after.rows.length);
        // Without those that moved, the rest stand in the order they had.
        const moved = new Set(rows.moved.map(({ row }) => row.id));
        const kept = (list: FrozenRow[]) => list.map(({ id }) => id).filter((id) => made.has(id) && !moved.has(id));
        const old = new Set(before.rows.map(({ id }) => id));
        expect(kept(after.rows).filter((id) => old.has(id))).toEqual(kept(before.rows));
      }),
    );
  });
});
