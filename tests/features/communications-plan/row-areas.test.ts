import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { editPlanRow } from "~/features/communications-plan/edit-plan-row.server";
import { planRowDetail } from "~/features/communications-plan/plan-row.view.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();

async function setUp() {
  const region = await makeRegion(database.url().adminUrl);
  const inside = <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId: null, via: "session" }, work);
  const ids = await inside(async (db) => {
    const plan = await db.communicationsPlan.create({
      data: { from: new Date("2021-01-01"), to: new Date("2021-12-31") },
    });
    const row = await db.planRow.create({
      data: { planId: plan.id, position: 1, channel: "Webinar", theme: "Innsatsområde 3", timing: "mai" },
    });
    const area = async (number: number) =>
      (await db.priorityArea.create({ data: { number, name: `Område ${number}` } })).id;
    return { row: row.id, plan: plan.id, three: await area(3), four: await area(4) };
  });
  const cells = {
    channel: "Webinar",
    goal: "",
    theme: "Innsatsområde 3",
    timing: "mai",
    responsible: "",
    audience: "",
  };
  const choose = (version: number, areaIds: string[]) =>
    inside((db) => editPlanRow(db, { id: ids.row, version, cells, areaIds }));
  const areas = async () => {
    const row = await inside((db) => planRowDetail(db, { key: ids.plan, id: ids.row, today: "2021-05-01" }));
    return { ids: row?.areas.map(({ id }) => id), chosen: row?.areasChosen };
  };
  return { ...ids, inside, choose, areas };
}

describe("the priority areas of a plan row", () => {
  it("are read from its words until somebody has chosen, and again when nothing is chosen", async () => {
    const { choose, areas, three, four } = await setUp();
    expect(await areas()).toEqual({ ids: [three], chosen: false });
    expect(await choose(0, [four])).toEqual({ ok: true, changed: true });
    expect(await areas()).toEqual({ ids: [four], chosen: true });
    expect(await choose(1, [four])).toEqual({ ok: true, changed: false });
    expect(await choose(1, [])).toEqual({ ok: true, changed: true });
    expect(await areas()).toEqual({ ids: [three], chosen: false });
  });

  it("are none that is gone, and not chosen over somebody else's change", async () => {
    const { choose, areas, three, four, inside } = await setUp();
    expect(await choose(0, ["00000000-0000-7000-8000-000000000000"])).toEqual({ ok: false, reason: "area-gone" });
    await choose(0, [four]);
    expect(await choose(0, [three])).toMatchObject({ ok: false, reason: "changed-meanwhile" });
    expect((await areas()).ids).toEqual([four]);
    const log = await inside((db) => db.auditEvent.findMany({ where: { subjectKind: "plan-row" } }));
    expect(log).toMatchObject([{ action: "updated", before: { areaIds: [] }, after: { areaIds: [four] } }]);
  });
});
