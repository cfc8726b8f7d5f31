import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { noFilters } from "~/domain/communications-plan/rows";
import { editPlanRow } from "~/features/communications-plan/edit-plan-row.server";
import { findPlanRow, savePlanRow } from "~/features/communications-plan/plan.db.server";
import { planRowDetail } from "~/features/communications-plan/plan-row.view.server";
import { planRowToEdit } from "~/features/communications-plan/plan-row-edit.view.server";
import { planRowSchema } from "~/features/communications-plan/plan-row-form.schema";
import { planTable } from "~/features/communications-plan/plan-table.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const today = "2021-05-11";
const day = (iso: string) => new Date(`${iso}T00:00:00Z`);
const cells = {
  channel: "Webinar",
  goal: "Informasjon",
  theme: "Mat og måltid",
  timing: "Mai/juni + november",
  responsible: "KS, Kontoret",
  audience: "Kommunane",
};
const everything = noFilters;

/** A region with a plan for 2021 of three rows, and a way in. */
async function setUp() {
  const region = await makeRegion(database.url().adminUrl);
  const inside = <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId: null, via: "session" }, work);
  const rows = await inside(async (db) => {
    const plan = await db.communicationsPlan.create({ data: { from: day("2021-01-01"), to: day("2021-12-31") } });
    const made = [
      { ...cells },
      { ...cells, channel: "Podkast", timing: "Transport ;haust -21", responsible: "" },
      { ...cells, channel: "Dialogmøte", timing: "Ved behov" },
    ];
    return Promise.all(
      made.map((row, position) =>
        db.planRow.create({ data: { ...row, planId: plan.id, position, imported: { channel: "as imported" } } }),
      ),
    );
  });
  const [first] = rows;
  if (!first) throw new Error("no rows");
  const table = (input: object = {}) =>
    inside((db) => planTable(db, { key: "2021", by: "channel", today, filters: everything, ...input }));
  return { region, inside, table, rows, first };
}

describe("the table of a plan", () => {
  it("shows every row with its words, what they mean and what was not understood", async () => {
    const { table } = await setUp();
    const view = await table();
    expect(view).toMatchObject({ plan: { key: "2021" }, total: 3, shown: 3, unread: 1 });
    const podcast = view?.groups.flatMap(({ rows }) => rows).find(({ channel }) => channel === "Podkast");
    expect(podcast).toMatchObject({ words: "Transport ;haust -21", unparsed: ["Transport"] });
    expect(podcast?.windows).toMatchObject([{ from: "2021-09-01", to: "2021-11-30" }]);
  });

  it("is found by the key of its period, and there is none of another", async () => {
    const { table } = await setUp();
    for (const key of ["2022", "", "2021-2022", "x", "0190a5f0-0000-7000-8000-000000000000"])
      expect(await table({ key }), key).toBeNull();
  });

  it("is filtered and says how many of all", async () => {
    const { table } = await setUp();
    expect(await table({ filters: { ...everything, search: "podkast" } })).toMatchObject({ shown: 1, total: 3 });
    expect(await table({ filters: { ...everything, responsible: ["ks"] } })).toMatchObject({ shown: 2, total: 3 });
  });

  it("takes a row's state from the events made of it, and a cancelled one does not count", async () => {
    const { inside, table, first } = await setUp();
    const make = (planRowId: string, state: "published" | "cancelled") =>
      inside((db) =>
        db.event.create({
          data: {
            planRowId,
            state,
            title: "Webinar",
            startsAt: new Date("2021-05-20T07:00:00Z"),
            endsAt: new Date("2021-05-20T08:00:00Z"),
            zone: "Europe/Oslo",
          },
        }),
      );
    const stateOf = async (id: string) =>
      (await table())?.groups.flatMap(({ rows }) => rows).find((row) => row.id === id)?.state;
    expect(await stateOf(first.id)).toEqual({ state: "not-started" });
    await make(first.id, "cancelled");
    expect(await stateOf(first.id)).toEqual({ state: "not-started" });
    await make(first.id, "published");
    expect(await stateOf(first.id)).toEqual({ state: "planned", next: "2021-05-20" });
  });
});

describe("a row of a plan", () => {
  it("is found by its id alone, whatever the id looks like", async () => {
    const { inside, first } = await setUp();
    expect(await inside((db) => findPlanRow(db, first.id))).toMatchObject({
      ...cells,
      plan: { from: "2021-01-01", to: "2021-12-31" },
    });
    for (const id of ["", "1", "' or 1=1", "0190a5f0-0000-7000-8000-000000000000"])
      expect(await inside((db) => findPlanRow(db, id)), id).toBeNull();
  });

  it("is not found in another region or under another period", async () => {
    const { inside, first } = await setUp();
    const other = await makeRegion(database.url().adminUrl);
    const access = { regionId: other.id, personId: null, via: "session" as const };
    expect(await withRegion(access, (db) => findPlanRow(db, first.id))).toBeNull();
    expect(await inside((db) => planRowDetail(db, { key: "2022", id: first.id, today }))).toBeNull();
    expect(await inside((db) => planRowToEdit(db, { key: "2021", id: first.id, today }))).toMatchObject({ cells });
  });

  it("is saved with its version raised, and what was imported is left alone", async () => {
    const { inside, first } = await setUp();
    const saved = await inside((db) =>
      editPlanRow(db, { id: first.id, version: 0, cells: { ...cells, timing: "Haust" } }),
    );
    expect(saved).toEqual({ ok: true, changed: true });
    expect(await inside((db) => findPlanRow(db, first.id))).toMatchObject({
      timing: "Haust",
      version: 1,
      imported: { channel: "as imported" },
    });
  });

  it("tells its history in the cells that changed", async () => {
    const { inside, first } = await setUp();
    await inside((db) => editPlanRow(db, { id: first.id, version: 0, cells: { ...cells, timing: "Haust", goal: "" } }));
    const view = await inside((db) => planRowDetail(db, { key: "2021", id: first.id, today }));
    expect(view?.history).toMatchObject([
      {
        did: "Endret tiltak i planen",
        changes: [
          { field: "Mål", before: "Informasjon", after: "tomt" },
          { field: "Når", before: "Mai/juni + november", after: "Haust" },
        ],
      },
    ]);
    expect(view?.reading.meaning).toBe("1. september–30. november");
  });

  it("refuses the second of two who edit, and shows what stands", async () => {
    const { inside, first } = await setUp();
    const edit = (goal: string) =>
      inside((db) => editPlanRow(db, { id: first.id, version: 0, cells: { ...cells, goal } }));
    const results = await Promise.all([edit("Min"), edit("Din")]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const stands = (await inside((db) => findPlanRow(db, first.id)))?.goal;
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      reason: "changed-meanwhile",
      now: { version: 1, cells: { goal: stands } },
    });
  });

  it("is not overwritten by one who read it before the last change", async () => {
    const { inside, first } = await setUp();
    const save = (goal: string) => inside((db) => savePlanRow(db, first.id, 0, { ...cells, goal }));
    expect([await save("Min"), await save("Din")]).toEqual([true, false]);
    expect(await inside((db) => findPlanRow(db, first.id))).toMatchObject({ goal: "Min", version: 1 });
  });

  it("is left as it is when nothing was changed", async () => {
    const { inside, first } = await setUp();
    expect(await inside((db) => editPlanRow(db, { id: first.id, version: 0, cells }))).toEqual({
      ok: true,
      changed: false,
    });
    expect(await inside((db) => findPlanRow(db, first.id))).toMatchObject({ version: 0 });
    expect(await inside((db) => db.auditEvent.count())).toBe(0);
  });
});

describe("the form of a row", () => {
  it("needs a channel, and keeps lines as one kind of line", () => {
    const filled = { ...cells, version: "3" };
    expect(planRowSchema().safeParse({ ...filled, channel: "  " }).error?.issues[0]?.path).toEqual(["channel"]);
    expect(planRowSchema().parse({ ...filled, theme: "a\r\nb " })).toMatchObject({ theme: "a\nb", version: 3 });
    expect(planRowSchema().safeParse({ ...filled, timing: "x".repeat(501) }).success).toBe(false);
  });
});
