import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { actionPlanView, noFilters } from "~/features/action-plan/action-plan.view.server";
import { activitiesOf } from "~/features/action-plan/activities-of";
import { activityView } from "~/features/action-plan/activity.view.server";
import { carryOver } from "~/features/action-plan/carry-over.server";
import { addActivity, changeActivity, removeActivity } from "~/features/action-plan/keep-activity.server";
import { adoptPlan, makePlan, setClosed } from "~/features/action-plan/keep-plan.server";
import { moveActivity } from "~/features/action-plan/move-activity.server";
import { nudgeOwners } from "~/features/action-plan/nudge-owners.server";
import { versionView } from "~/features/action-plan/plans.view.server";
import { setActivityStatus } from "~/features/action-plan/set-activity-status.server";
import { writeAreaText } from "~/features/action-plan/write-area-text.server";
import { importActionPlan } from "~/features/documents/action-plan-import.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const text = readFileSync("prisma/seed/vestregionen-action-plan-2017.txt", "utf8");
const now = new Date("2017-05-08T09:00:00Z");
const today = "2017-05-08";

let inside: <T>(work: (db: RegionDb) => Promise<T>) => Promise<T>;
let personId: string;

const rows = async (year = 2017) => {
  const view = await inside((db) => actionPlanView(db, year, { today }));
  if (!view) throw new Error("There is no plan");
  return { view, rows: view.areas.flatMap(activitiesOf) };
};
const words = {
  name: "Ny",
  timing: "Q3",
  ownerId: null,
  owner: "",
  measureId: null,
  newMeasure: "",
  focusAreaId: null,
};
const status = { reason: "", evidence: "", eventId: null, itemId: null };

beforeAll(async () => {
  const { id } = await makeRegion(database.url().adminUrl);
  inside = (work) => withRegion({ regionId: id, personId: null, via: "operator" }, work);
  await inside((db) => importActionPlan(db, { fileName: "plan.txt", text, now }));
  personId = await inside(async (db) => {
    const person = await db.person.create({ data: { name: "Prosjektleder", email: "leder@region.example" } });
    await db.role.create({ data: { personId: person.id, kind: "secretariat", validFrom: new Date("2017-01-01") } });
    return person.id;
  });
}, 60_000);

describe("an action plan that is imported", () => {
  it("has all its areas, activities, money and positions, is adopted and kept as its first version", async () => {
    const { view } = await rows();
    expect(view.plan).toMatchObject({ state: "adopted", adoptedOn: "2016-12-08", adoptedBy: "Styringsgruppen" });
    expect(view.areas.map(({ name, focusAreas }) => [name, focusAreas.map(({ count }) => count)])).toEqual([
      ["Regional utvikling", [6, 10, 3]],
      ["Helse", [11, 7, 9, 4]],
      ["Kultur", [23, 4]],
      ["Forvaltningsreformen", []],
    ]);
    const money = await inside((db) =>
      db.focusArea.findMany({ orderBy: { id: "asc" }, select: { amount: true, positions: true } }),
    );
    expect(money.map(({ amount }) => amount)).toEqual([
      ...[35_000_000n, 10_000_000n, null],
      ...[null, 35_000_000n, null, null],
      ...[null, 60_000_000n],
    ]);
    expect(money.map(({ positions }) => positions)).toEqual([null, null, null, 75, 25, 100, null, 100, 20]);
    const version = await inside((db) => versionView(db, 2017, 1));
    expect(version?.content.areas.flatMap((area) => area.focusAreas)).toHaveLength(9);
  });

  it("is imported again without a change, and asks before it takes back what somebody changed", async () => {
    const again = () => inside((db) => importActionPlan(db, { fileName: "plan.txt", text, now }));
    expect(await again()).toMatchObject({ ok: true, result: { created: 0, updated: 0, unchanged: 77, kept: 0 } });
    const [first] = (await rows()).rows;
    const measureId = await inside(
      async (db) => (await db.activity.findFirstOrThrow({ where: { id: first?.id ?? "" } })).measureId,
    );
    const input = { ...words, name: first?.name ?? "", timing: "Q4", measureId };
    await inside((db) => changeActivity(db, { id: first?.id ?? "", version: first?.version ?? 0 }, input, today));
    expect(await again()).toMatchObject({ ok: true, result: { unchanged: 76, kept: 1 } });
  });
});

describe("the status of an activity", () => {
  it("is kept with its reason and what shows it, beside what was said before", async () => {
    const row = (await rows()).rows[1];
    const id = row?.id ?? "";
    const say = (version: number, more: object) =>
      inside((db) => setActivityStatus(db, { id, version, state: "in_progress", ...status, ...more }, now));
    expect(await say(0, { state: "delayed" })).toEqual({ ok: false, reason: "reason-missing" });
    expect(await say(9, {})).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await say(0, {})).toEqual({ ok: true, year: 2017 });
    expect(await say(1, { state: "done", evidence: "https://vestregionen.example/rapport" })).toMatchObject({
      ok: true,
    });
    const view = await inside((db) => activityView(db, { year: 2017, id, today, zone: "Europe/Oslo", roles: [] }));
    expect(view?.statuses.map(({ state }) => state)).toEqual(["done", "in_progress"]);
    expect(view?.maySay).toBe(false);
  });

  it("that is missing is asked for once, of the owner alone, in one mail", async () => {
    const late = (await rows()).rows.filter(({ stale }) => stale);
    expect(late.length).toBeGreaterThan(3);
    await inside((db) =>
      db.activity.updateMany({
        where: { id: { in: late.slice(0, 3).map(({ id }) => id) } },
        data: { ownerId: personId },
      }),
    );
    const nudge = (day: string) =>
      inside((db) => nudgeOwners(db, { rule: "activities", today: day, now: new Date(`${day}T09:00:00Z`) }));
    expect(await nudge(today)).toBe(1);
    expect(await nudge("2017-05-15")).toBe(0);
    const sent = await inside((db) => db.delivery.findMany({ select: { kind: true, message: true } }));
    expect(sent).toMatchObject([{ kind: "stale-activities", message: { count: 3 } }]);
  });
});

describe("a plan", () => {
  it("takes activities under a measure or a new one, and gives back those nothing was said of", async () => {
    const { view } = await rows();
    const focusAreaId = view.areas[0]?.focusAreas[0]?.id ?? "";
    const made = await inside((db) =>
      addActivity(db, 2017, { ...words, focusAreaId, newMeasure: "Nytt tiltak" }, today),
    );
    expect(made).toMatchObject({ ok: true });
    expect(await inside((db) => addActivity(db, 2017, words, today))).toEqual({ ok: false, reason: "measure-missing" });
    const id = made.ok ? made.id : "";
    expect(await inside((db) => removeActivity(db, { id, version: 0 }))).toEqual({ ok: true });
    expect(await inside((db) => db.measure.count({ where: { name: "Nytt tiltak" } }))).toBe(0);
    const said = (await rows()).rows[1];
    expect(await inside((db) => removeActivity(db, { id: said?.id ?? "", version: said?.version ?? 0 }))).toEqual({
      ok: false,
      reason: "used",
    });
  });

  it("has the order somebody gives its activities, and texts of areas that nobody writes over", async () => {
    const { view } = await rows();
    const measure = view.areas
      .flatMap((area) => area.focusAreas.flatMap((focus) => focus.measures))
      .find(({ activities }) => activities.length > 1);
    const [first = "", second = ""] = measure?.activities.map(({ id }) => id) ?? [];
    const move = (id: string, by: 1 | -1) => inside((db) => moveActivity(db, id, { by }));
    expect(await move(first, -1)).toMatchObject({ ok: true, place: 1 });
    expect(await move(first, 1)).toMatchObject({ ok: true, place: 2 });
    const ids = (await rows()).rows.map(({ id }) => id);
    expect(ids.indexOf(second)).toBe(ids.indexOf(first) - 1);
    expect(await move(first, -1)).toMatchObject({ ok: true, place: 1 });
    const put = (side: "before" | "after", beside = second) =>
      inside((db) => moveActivity(db, first, { beside, side }));
    expect(await put("after")).toMatchObject({ ok: true, place: 2 });
    expect(await put("before")).toMatchObject({ ok: true, place: 1 });
    expect(await put("before", first)).toMatchObject({ ok: true, place: 1 });
    expect(await put("after", randomUUID())).toEqual({ ok: false, reason: "not-found" });

    const area = await inside((db) => db.actionArea.findFirstOrThrow({ where: { plan: { year: 2017 } } }));
    const write = (was: string, body: string) =>
      inside((db) => writeAreaText(db, { year: 2017, id: area.id, was, body }));
    expect(await write(area.body, "Ny tekst.")).toEqual({ ok: true });
    expect(await write(area.body, "En annens tekst.")).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await write("Ny tekst.", area.body)).toEqual({ ok: true });
    expect(await inside((db) => writeAreaText(db, { year: 2018, id: area.id, was: "", body: "" }))).toMatchObject({
      reason: "not-found",
    });
  });

  it("is carried over to the next year once, with its words of time moved, and adopted as it stands", async () => {
    const open = (await rows()).rows.filter(({ state }) => state !== "done");
    const ids = new Set(open.map(({ id }) => id));
    const carry = () => inside((db) => carryOver(db, { from: 2017, to: 2018, ids, texts: true }));
    expect(await carry()).toEqual({ ok: true, year: 2018, count: 76, already: 0 });
    expect(await carry()).toEqual({ ok: true, year: 2018, count: 0, already: 76 });
    const next = await rows(2018);
    expect(next.rows.every(({ state }) => state === "not_started")).toBe(true);
    expect(next.rows.map(({ timing }) => timing.words)).toContain("Q1-16 - Q4-18");
    const adopt = (version: number) =>
      inside((db) =>
        adoptPlan(db, 2018, { version, adoptedOn: "2017-12-07", adoptedBy: "Styringsgruppen", itemId: null }),
      );
    expect(await adopt(4)).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await adopt(0)).toEqual({ ok: true });
    expect((await inside((db) => versionView(db, 2018, 1)))?.adoptedBy).toBe("Styringsgruppen");
  });

  it("is not closed before it is adopted", async () => {
    await inside((db) => makePlan(db, { year: 2031, name: "Utkast" }));
    const close = { version: 0, closed: true };
    expect(await inside((db) => setClosed(db, 2031, close))).toEqual({ ok: false, reason: "not-adopted" });
  });

  it("that is closed is read and not changed, until it is opened again", async () => {
    const { view, rows: all } = await rows();
    const { version } = view.plan;
    expect(await inside((db) => setClosed(db, 2017, { version, closed: true }))).toEqual({ ok: true });
    const row = all[2];
    const say = { id: row?.id ?? "", version: row?.version ?? 0, state: "done" as const, ...status };
    expect(await inside((db) => setActivityStatus(db, say, now))).toEqual({ ok: false, reason: "closed" });
    expect(await inside((db) => setClosed(db, 2017, { version: version + 1, closed: false }))).toEqual({ ok: true });
    expect((await rows()).view.plan.state).toBe("adopted");
    expect(await inside((db) => makePlan(db, { year: 2017, name: "" }))).toEqual({ ok: false, reason: "taken" });
  });

  it("is filtered by words, state, owner and what somebody should speak of", async () => {
    const shown = (more: object) =>
      inside(async (db) => (await actionPlanView(db, 2017, { today, filters: { ...noFilters, ...more } }))?.shown);
    expect(await shown({ search: "kulturnettverket" })).toBe(2);
    expect(await shown({ states: ["done"] })).toBe(1);
    expect(await shown({ owners: [personId] })).toBe(3);
    expect(await shown({ search: "finnes ikke" })).toBe(0);
  });
});
