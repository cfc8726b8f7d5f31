import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { noFilters } from "~/domain/communications-plan/rows";
import { addPlanRow } from "~/features/communications-plan/add-plan-row.server";
import { editPlanRow } from "~/features/communications-plan/edit-plan-row.server";
import { movePlanRow, placePlanRow } from "~/features/communications-plan/move-plan-row.server";
import { findPlanRow } from "~/features/communications-plan/plan.db.server";
import { planRowDetail } from "~/features/communications-plan/plan-row.view.server";
import {
  planRowToEdit,
  planRowToMove,
  planRowToRemove,
} from "~/features/communications-plan/plan-row-edit.view.server";
import { planTable } from "~/features/communications-plan/plan-table.view.server";
import { removePlanRow } from "~/features/communications-plan/remove-plan-row.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const today = "2021-05-11";
const day = (iso: string) => new Date(`${iso}T00:00:00Z`);
const gone = "00000000-0000-7000-8000-000000000000";
const values = {
  ...{ channel: "Webinar", goal: "", theme: "Mat", timing: "Mai/juni + november", responsible: "KS", audience: "" },
  ...{ channelId: null, audienceId: null, notes: "" },
};

/** A region with the plans of 2021, of four rows, and of 2022. */
async function setUp(state: "draft" | "closed" = "draft") {
  const region = await makeRegion(database.url().adminUrl);
  const inside = <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId: null, via: "session" }, work);
  const plans = await inside(async (db) => {
    const plan = await db.communicationsPlan.create({
      data: { from: day("2021-01-01"), to: day("2021-12-31"), state },
    });
    const next = await db.communicationsPlan.create({ data: { from: day("2022-01-01"), to: day("2022-12-31") } });
    return { plan: plan.id, next: next.id };
  });
  const ids = await inside((db) =>
    Promise.all(
      ["Webinar", "Podkast", "Webinar", "Dialogmøte"].map(async (channel, position) => {
        const row = await db.planRow.create({ data: { ...values, channel, planId: plans.plan, position } });
        return row.id;
      }),
    ),
  );
  const [first = "", second = "", third = "", last = ""] = ids;
  const table = (key = "2021", more: object = {}) =>
    inside((db) => planTable(db, { key, by: "number", today, filters: noFilters, ...more }));
  const order = async (key = "2021") =>
    (await table(key))?.groups.flatMap(({ rows }) => rows.map(({ id }) => id)) ?? [];
  const log = () => inside((db) => db.auditEvent.findMany({ orderBy: { at: "asc" } }));
  return { inside, order, table, log, ...plans, first, second, third, last };
}

const at = { key: "2021" };
const made = { title: "Webinar", startsAt: day("2021-05-20"), endsAt: day("2021-05-21"), zone: "Europe/Oslo" };

describe("a new row", () => {
  it("is the last of the plan, and the log says what is in it", async () => {
    const { inside, order, log } = await setUp();
    const cells = { ...values, channel: "Kronikk", notes: "Etter ferien" };
    const added = await inside((db) => addPlanRow(db, { ...at, cells, areaIds: [] }));
    expect(added.ok && (await order()).at(-1)).toBe(added.ok && added.id);
    expect(await log()).toMatchObject([
      {
        action: "created",
        subjectKind: "plan-row",
        after: { channel: "Kronikk", notes: "Etter ferien", channelKey: null },
      },
    ]);
  });

  it("is refused with a time outside the plan, and with what is not there to choose", async () => {
    const { inside, order } = await setUp();
    const add = (
      more: Partial<typeof values> | { channelId: string } | { audienceId: string },
      areaIds: string[] = [],
    ) => inside((db) => addPlanRow(db, { ...at, cells: { ...values, ...more }, areaIds }));
    expect(await add({ timing: "5. mai 2030" })).toEqual({ ok: false, reason: "outside-period" });
    expect(await add({ channelId: gone })).toEqual({ ok: false, reason: "channel-gone" });
    expect(await add({ audienceId: gone })).toEqual({ ok: false, reason: "audience-gone" });
    expect(await add({}, [gone])).toEqual({ ok: false, reason: "area-gone" });
    expect(await order()).toHaveLength(4);
  });

  it("is none of a plan that is not there, or of another region's", async () => {
    const { inside, plan } = await setUp();
    const other = await setUp();
    const add = (key: string) => other.inside((db) => addPlanRow(db, { key, cells: values, areaIds: [] }));
    expect(await add("1999")).toEqual({ ok: false, reason: "not-found" });
    expect(await add(plan)).toEqual({ ok: false, reason: "not-found" });
    expect(await inside((db) => db.planRow.count())).toBe(4);
  });

  it("has a place of its own when two are added at once", async () => {
    const { inside, order } = await setUp();
    const add = (theme: string) => inside((db) => addPlanRow(db, { ...at, cells: { ...values, theme }, areaIds: [] }));
    const both = await Promise.all([add("a"), add("b")]);
    expect(both.every(({ ok }) => ok)).toBe(true);
    expect(new Set(await order()).size).toBe(6);
    const places = await inside((db) => db.planRow.findMany({ select: { position: true } }));
    expect(new Set(places.map(({ position }) => position)).size).toBe(6);
  });
});

describe("what is chosen for a row", () => {
  it("is kept with its notes, and told in its history by name", async () => {
    const { inside, first } = await setUp();
    const { channel, own, audience } = await inside(async (db) => ({
      channel: await db.channel.create({
        data: { position: 1, kind: "podcast", icon: "microphone", words: ["podkast"] },
      }),
      own: await db.channel.create({ data: { position: 2, name: "Utstilling", icon: "globe", words: [] } }),
      audience: await db.audience.create({ data: { name: "Alle leiarar" } }),
    }));
    const edit = (version: number, cells: object) =>
      inside((db) => editPlanRow(db, { id: first, version, cells: { ...values, ...cells } }));
    expect(await edit(0, { channelId: channel.id, audienceId: audience.id, notes: "Hugs rom" })).toEqual({
      ...{ ok: true, changed: true },
    });
    expect(await edit(1, { channelId: own.id, audienceId: audience.id, notes: "Hugs rom" })).toMatchObject({
      ok: true,
    });
    expect(await inside((db) => findPlanRow(db, first))).toMatchObject({ audienceId: audience.id, notes: "Hugs rom" });
    const view = await inside((db) => planRowDetail(db, { ...at, id: first, today }));
    expect(view?.history.flatMap(({ changes }) => changes)).toEqual(
      expect.arrayContaining([
        { field: "Kanal i listen", before: "Podkast", after: "Utstilling" },
        { field: "Målgruppe i listen", before: "", after: "Alle leiarar" },
        { field: "Notater", before: "", after: "Hugs rom" },
      ]),
    );
    const form = await inside((db) => planRowToEdit(db, { ...at, id: first, today }));
    expect(form).toMatchObject({
      channels: [{ name: "Podkast" }, { name: "Utstilling" }],
      cells: { channelId: own.id },
    });
  });

  it("stays as it is where the form does not have it", async () => {
    const { inside, first } = await setUp();
    await inside((db) => editPlanRow(db, { id: first, version: 0, cells: { ...values, notes: "Hugs" } }));
    const { channel, goal, theme, responsible, audience } = values;
    const cells = { channel, goal, theme, responsible, audience, timing: "Haust" };
    expect(await inside((db) => editPlanRow(db, { id: first, version: 1, cells }))).toMatchObject({ ok: true });
    expect(await inside((db) => findPlanRow(db, first))).toMatchObject({ notes: "Hugs", timing: "Haust" });
  });

  it("is not saved with a new time outside the plan, but an old one may stay", async () => {
    const { inside, first } = await setUp();
    const edit = (cells: object) =>
      inside((db) => editPlanRow(db, { id: first, version: 0, cells: { ...values, ...cells } }));
    expect(await edit({ timing: "5. mai 2030" })).toEqual({ ok: false, reason: "outside-period" });
    await inside((db) => db.planRow.updateMany({ where: { id: first }, data: { timing: "5. mai 2030" } }));
    expect(await edit({ timing: "5. mai 2030", theme: "Transport" })).toEqual({ ok: true, changed: true });
  });
});

describe("a row that is removed", () => {
  it("takes what was said of it along, and leaves its words in the log", async () => {
    const { inside, order, log, first, second, third, last } = await setUp();
    await inside(async (db) => {
      const actor = await db.actor.create({ data: { name: "KS", position: 1, tier: "core" } });
      await db.responsibility.create({ data: { actorId: actor.id, planRowId: first, part: "accountable" } });
      const said = { from: day("2021-05-01"), to: day("2021-06-30"), state: "done" as const };
      await db.planOccurrence.create({ data: { planRowId: first, ...said } });
    });
    expect(await inside((db) => planRowToRemove(db, { ...at, id: first }))).toMatchObject({
      uses: { events: 0, publications: 0, responsibilities: 1, occurrences: 1 },
    });
    expect(await inside((db) => removePlanRow(db, { ...at, id: first, version: 0 }))).toEqual({ ok: true });
    expect(await order()).toEqual([second, third, last]);
    expect(await inside((db) => db.responsibility.count())).toBe(0);
    expect(await inside((db) => db.planOccurrence.count())).toBe(0);
    expect((await log()).at(-1)).toMatchObject({ action: "removed", subjectId: first, before: { theme: "Mat" } });
  });

  it("stays as long as something was made from it, a cancelled event included", async () => {
    const { inside, order, first } = await setUp();
    await inside((db) => db.event.create({ data: { ...made, planRowId: first, state: "cancelled" } }));
    await inside((db) =>
      db.publication.create({ data: { planRowId: first, day: day("2021-05-01"), title: "Kronikk", kind: "op_ed" } }),
    );
    const removed = await inside((db) => removePlanRow(db, { ...at, id: first, version: 0 }));
    expect(removed).toEqual({ ok: false, reason: "in-use", events: 1, publications: 1 });
    expect(await order()).toContain(first);
  });

  it("is not one that somebody has changed since it was asked about, or of another plan", async () => {
    const { inside, first } = await setUp();
    await inside((db) => editPlanRow(db, { id: first, version: 0, cells: { ...values, theme: "Ny" } }));
    const remove = (key: string, version: number) => inside((db) => removePlanRow(db, { key, id: first, version }));
    expect(await remove("2021", 0)).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await remove("2022", 1)).toEqual({ ok: false, reason: "not-found" });
    expect(await remove("2021", 1)).toEqual({ ok: true });
    expect(await remove("2021", 1)).toEqual({ ok: false, reason: "not-found" });
  });
});

describe("a row that is moved", () => {
  it("stands right before or after another, and nobody loses a place", async () => {
    const { inside, order, log, first, second, third, last } = await setUp();
    const put = (id: string, beside: string, side: "before" | "after") =>
      inside((db) => placePlanRow(db, { ...at, id, beside, side }));
    expect(await put(third, first, "before")).toEqual({ ok: true });
    expect(await order()).toEqual([third, first, second, last]);
    expect(await put(third, last, "after")).toEqual({ ok: true });
    expect(await order()).toEqual([first, second, last, third]);
    expect(await put(first, second, "before")).toEqual({ ok: true });
    expect(await log()).toMatchObject([
      { before: { position: "3" }, after: { position: "1" } },
      { before: { position: "1" }, after: { position: "4" } },
    ]);
    expect(await inside((db) => findPlanRow(db, third))).toMatchObject({ version: 0 });
    for (const beside of [gone, third])
      expect(await put(third, beside, "after")).toMatchObject({ reason: "not-found" });
  });

  it("goes to another plan with all that it has, and is the last there", async () => {
    const { inside, order, log, first, next } = await setUp();
    await inside((db) => db.event.create({ data: { ...made, planRowId: first } }));
    expect(await inside((db) => planRowToMove(db, { ...at, id: first }))).toMatchObject({ plans: [{ key: "2022" }] });
    const moved = await inside((db) => movePlanRow(db, { ...at, id: first, version: 0, to: "2022" }));
    expect(moved).toEqual({ ok: true, key: "2022" });
    expect(await order("2022")).toEqual([first]);
    expect(await inside((db) => findPlanRow(db, first))).toMatchObject({ planId: next, version: 1 });
    expect(await inside((db) => db.event.count({ where: { planRowId: first } }))).toBe(1);
    expect((await log()).at(-1)).toMatchObject({ before: { period: "2021" }, after: { period: "2022" } });
  });

  it("stays where its words say a time that the other plan does not have", async () => {
    const { inside, order, first } = await setUp();
    const move = (to: string, version = 0) => inside((db) => movePlanRow(db, { ...at, id: first, version, to }));
    await inside((db) => db.planRow.updateMany({ where: { id: first }, data: { timing: "26.05.21" } }));
    expect(await move("2022")).toMatchObject({ reason: "outside-period", period: { from: "2022-01-01" } });
    expect(await move("1999")).toMatchObject({ reason: "no-such-plan" });
    expect(await move("2021")).toMatchObject({ reason: "same-plan" });
    await inside((db) => db.planRow.updateMany({ where: { id: first }, data: { timing: "mai" } }));
    expect(await move("2022", 7)).toMatchObject({ reason: "changed-meanwhile" });
    expect(await order()).toContain(first);
  });
});

describe("a closed plan", () => {
  it("is left as it is", async () => {
    const { inside, order, log, first, second } = await setUp("closed");
    const closed = { ok: false, reason: "closed" };
    expect(await inside((db) => editPlanRow(db, { id: first, version: 0, cells: { ...values, theme: "Ny" } }))).toEqual(
      closed,
    );
    expect(await inside((db) => addPlanRow(db, { ...at, cells: values, areaIds: [] }))).toEqual(closed);
    expect(await inside((db) => removePlanRow(db, { ...at, id: first, version: 0 }))).toEqual(closed);
    expect(await inside((db) => placePlanRow(db, { ...at, id: first, beside: second, side: "after" }))).toEqual(closed);
    expect(await inside((db) => movePlanRow(db, { ...at, id: first, version: 0, to: "2022" }))).toEqual(closed);
    const added = await inside((db) => addPlanRow(db, { key: "2022", cells: values, areaIds: [] }));
    const back =
      added.ok && (await inside((db) => movePlanRow(db, { key: "2022", id: added.id, version: 0, to: "2021" })));
    expect(back).toEqual(closed);
    expect((await order()).length).toBe(4);
    expect(await log()).toHaveLength(1);
  });
});

describe("the pages of the table", () => {
  it("are of fifty rows, in the order of the groups, and count all of them", async () => {
    const { inside, table, plan } = await setUp();
    await inside((db) =>
      db.planRow.createMany({
        data: Array.from({ length: 120 }, (_, at) => ({
          ...values,
          planId: plan,
          position: 10 + at,
          channel: `Møte ${at}`,
        })),
      }),
    );
    const drawn = (view: Awaited<ReturnType<typeof table>>) => view?.groups.flatMap(({ rows }) => rows) ?? [];
    const first = await table("2021", { by: "channel" });
    expect(first).toMatchObject({ total: 124, shown: 124, drawn: 50 });
    expect(drawn(first)).toHaveLength(50);
    expect(first?.groups.at(-1)).toMatchObject({ key: "meeting", count: 120 });
    const more = await table("2021", { by: "channel", show: 100 });
    expect(drawn(more).slice(0, 50)).toEqual(drawn(first));
    expect(drawn(await table("2021", { by: "channel", show: 9999 }))).toHaveLength(124);
    expect(Object.keys(drawn(first)[0] ?? {})).not.toContain("notes");
  });

  it("know the numbers of the plan, whatever the order", async () => {
    const { table } = await setUp();
    const numbers = async (by: string) =>
      (await table("2021", { by }))?.groups.flatMap(({ rows }) => rows.map(({ number }) => number));
    expect(await numbers("number")).toEqual([1, 2, 3, 4]);
    expect((await numbers("channel"))?.sort()).toEqual([1, 2, 3, 4]);
  });
});
