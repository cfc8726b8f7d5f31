import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { planClashes } from "~/features/responsibility/clashes.view.server";
import { openVestland, today } from "./support";

const database = useDatabase();

describe("what clashes or is missing in a plan", () => {
  it("is found in the plan of today, or in the one that is named", async () => {
    const { inside } = await openVestland(database.url().adminUrl);
    const found = await inside((db) => planClashes(db, { key: null, today }));
    expect(found?.key).toBe("2021");
    const kinds = new Set(found?.rows.flatMap(({ clashes }) => clashes.map(({ kind }) => kind)));
    expect(kinds).toContain("closes");
    expect(await inside((db) => planClashes(db, { key: "2022-2023", today }))).toMatchObject({ key: "2022-2023" });
    expect(await inside((db) => planClashes(db, { key: "1999", today }))).toBeNull();
  });

  it("names a row that nobody known is responsible for, until somebody says who", async () => {
    const { inside } = await openVestland(database.url().adminUrl);
    const id = await inside(async (db) => {
      const row = await db.planRow.findFirstOrThrow({ where: { plan: { from: new Date("2021-01-01") } } });
      await db.planRow.updateMany({ where: { id: row.id }, data: { responsible: "Kari Ukjend", timing: "Løpande" } });
      return row.id;
    });
    const own = async () => {
      const found = await inside((db) => planClashes(db, { key: "2021", today }));
      return found?.rows.find((row) => row.id === id)?.clashes ?? [];
    };
    expect(await own()).toEqual([{ kind: "unknown", names: ["Kari Ukjend"] }]);
    await inside(async (db) => {
      const actor = await db.actor.findFirstOrThrow({ where: { units: { none: {} } } });
      await db.responsibility.create({ data: { planRowId: id, actorId: actor.id, part: "accountable" } });
    });
    expect(await own()).toEqual([]);
    await inside((db) => db.planRow.updateMany({ where: { id }, data: { responsible: "" } }));
    expect(await own()).toEqual([]);
  });

  it("asks nothing of a closed plan", async () => {
    const { inside } = await openVestland(database.url().adminUrl);
    await inside((db) => db.communicationsPlan.updateMany({ data: { state: "closed" } }));
    expect(await inside((db) => planClashes(db, { key: "2021", today }))).toEqual({
      key: "2021",
      rows: [],
      heavy: null,
    });
  });
});
