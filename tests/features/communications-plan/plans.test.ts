import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { aboutPlan, planToEdit } from "~/features/communications-plan/about-plan.view.server";
import { adoptPlan } from "~/features/communications-plan/adopt-plan.server";
import { closePlan } from "~/features/communications-plan/close-plan.server";
import { editPlan } from "~/features/communications-plan/edit-plan.server";
import { editPlanRow } from "~/features/communications-plan/edit-plan-row.server";
import { makePlan } from "~/features/communications-plan/make-plan.server";
import { planChanges } from "~/features/communications-plan/plan-changes.view.server";
import { removePlan } from "~/features/communications-plan/remove-plan.server";
import { reopenPlan } from "~/features/communications-plan/reopen-plan.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const today = "2021-04-20";
const year = { from: "2021-01-01", to: "2021-12-31" };

async function setUp() {
  const region = await makeRegion(database.url().adminUrl);
  const inside = <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId: null, via: "session" }, work);
  const make = (from: string, to: string) => inside((db) => makePlan(db, { from, to, preparedBy: "Sekretariatet" }));
  const addRow = (planId: string, position: number, timing = "mai", channel = `Møte ${position}`) =>
    inside((db) => db.planRow.create({ data: { planId, position, channel, timing }, select: { id: true } }));
  const edit = async (id: string, change: object = {}, version?: number) => {
    const plan = await inside((db) => planToEdit(db, id));
    if (!plan) throw new Error("There is no such plan");
    const { from, to, preparedBy, introduction, sections } = plan;
    const text = { from, to, preparedBy, introduction, sections };
    return inside((db) => editPlan(db, { id, version: version ?? plan.version, ...text, ...change }));
  };
  const versionOf = async (id: string) => (await inside((db) => planToEdit(db, id)))?.version ?? -1;
  const adopt = async (id: string, more: object = {}) => {
    const version = await versionOf(id);
    const how = { version, adoptedOn: "2021-04-12", adoptedBy: "Styringsgruppa", today, ...more };
    return inside((db) => adoptPlan(db, { id, ...how }));
  };
  const log = (id: string) =>
    inside((db) =>
      db.auditEvent.findMany({
        where: { subjectKind: "communications-plan", subjectId: id },
        select: { action: true, before: true, after: true },
        orderBy: { id: "asc" },
      }),
    );
  const about = (key: string) => inside((db) => aboutPlan(db, { key, today }));
  return { inside, make, addRow, edit, adopt, versionOf, log, about };
}

/** A plan with two rows and a text. */
async function written() {
  const set = await setUp();
  const made = await set.make(year.from, year.to);
  if (!made.ok) throw new Error(made.reason);
  const { id } = made;
  const rows = [await set.addRow(id, 0), await set.addRow(id, 1, "Haust -21")];
  const sections = [
    { id: null, heading: "Mål", body: "Alle *skal* vite." },
    { id: null, heading: "Oppfølging", body: "" },
  ];
  await set.edit(id, { introduction: "Kvifor vi har planen.", sections });
  return { ...set, id, rows: rows.map((row) => row.id) };
}

const gone = "00000000-0000-7000-8000-000000000000";

describe("making a plan", () => {
  it("gives an empty draft, with its log", async () => {
    const { make, about, log } = await setUp();
    const made = await make(year.from, year.to);
    expect(made).toMatchObject({ ok: true });
    const plan = await about("2021");
    expect(plan).toMatchObject({ plan: { state: "draft", preparedBy: "Sekretariatet" }, total: 0, mayRemove: true });
    expect(await log(plan?.plan.id ?? "")).toEqual([
      { action: "created", before: null, after: { ...year, preparedBy: "Sekretariatet" } },
    ]);
  });

  it("is refused for days another plan has, and names that one", async () => {
    const { make } = await setUp();
    await make(year.from, year.to);
    const other = expect.objectContaining(year);
    expect(await make("2021-12-31", "2022-12-31")).toEqual({ ok: false, reason: "overlaps", other });
    expect(await make("2022-02-01", "2022-01-01")).toEqual({ ok: false, reason: "order" });
    expect(await make("2022-01-01", "2042-01-01")).toEqual({ ok: false, reason: "too-long" });
    expect(await make("2022-01-01", "2022-12-31")).toMatchObject({ ok: true });
  });

  it("is refused in words when two make plans of the same days at the same moment", async () => {
    const { make } = await setUp();
    const made = await Promise.all([make("2021-01-01", "2021-12-31"), make("2021-06-01", "2022-06-30")]);
    expect(made.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(made.find(({ ok }) => !ok)).toMatchObject({ reason: "overlaps" });
  });
});

describe("changing a plan", () => {
  it("keeps a section that keeps its id, and writes down what changed alone", async () => {
    const { id, edit, inside, log } = await written();
    const before = await inside((db) => planToEdit(db, id));
    const [goal, follow] = before?.sections ?? [];
    if (!goal || !follow) throw new Error("The sections are missing");
    const sections = [follow, { ...goal, body: "Alle veit." }, { id: null, heading: "Ny", body: "" }];
    expect(await edit(id, { sections })).toEqual({ ok: true, changed: true });
    const after = await inside((db) => planToEdit(db, "2021"));
    expect(after?.sections.map(({ heading }) => heading)).toEqual(["Oppfølging", "Mål", "Ny"]);
    expect(after?.sections.slice(0, 2).map((section) => section.id)).toEqual([follow.id, goal.id]);
    expect(after?.version).toBe((before?.version ?? 0) + 1);
    expect((await log(id)).at(-1)).toEqual({
      action: "updated",
      before: { sections: ["Mål: Alle *skal* vite."] },
      after: { sections: ["Mål: Alle veit.", "Ny"] },
    });
    const moved = [...(after?.sections ?? [])].reverse();
    await edit(id, { sections: moved });
    expect((await log(id)).at(-1)).toMatchObject({
      before: { sections: ["Oppfølging", "Mål", "Ny"] },
      after: { sections: ["Ny", "Mål", "Oppfølging"] },
    });
    expect(await edit(id)).toEqual({ ok: true, changed: false });
  });

  it("takes no section of another plan", async () => {
    const { id, edit, make, inside } = await written();
    const theirs = (await inside((db) => planToEdit(db, id)))?.sections[0];
    const other = await make("2022-01-01", "2022-12-31");
    if (!other.ok) throw new Error(other.reason);
    expect(await edit(other.id, { sections: [{ ...theirs, heading: "Min" }] })).toMatchObject({ ok: true });
    expect((await inside((db) => planToEdit(db, id)))?.sections).toHaveLength(2);
    expect((await inside((db) => planToEdit(db, other.id)))?.sections[0]?.id).not.toBe(theirs?.id);
  });

  it("is refused over somebody else's change, with what stands now", async () => {
    const { id, edit, versionOf } = await written();
    const version = await versionOf(id);
    const both = await Promise.all([
      edit(id, { introduction: "Min" }, version),
      edit(id, { introduction: "Din" }, version),
    ]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const refused = both.find(({ ok }) => !ok);
    expect(refused).toMatchObject({ reason: "changed-meanwhile", now: { version: version + 1 } });
  });

  it("moves the period where its rows have room", async () => {
    const { id, edit, make, addRow } = await written();
    await make("2022-01-01", "2022-12-31");
    expect(await edit(id, { to: "2022-02-01" })).toMatchObject({
      reason: "overlaps",
      other: { from: "2022-01-01" },
    });
    expect(await edit(id, { from: "2021-08-01" })).toEqual({
      ...{ ok: false, reason: "rows-outside" },
      rows: [{ channel: "Møte 0", timing: "mai" }],
    });
    await addRow(id, 2, "Fortløpande");
    expect(await edit(id, { from: "2021-05-31", to: "2021-10-31" })).toEqual({ ok: true, changed: true });
    expect(await edit(id, { from: "2021-12-31", to: "2021-01-01" })).toMatchObject({ reason: "order" });
  });

  it("is refused in words when two periods come to overlap at the same moment", async () => {
    const { id, edit, make } = await written();
    const other = await make("2023-01-01", "2023-12-31");
    if (!other.ok) throw new Error(other.reason);
    const both = await Promise.all([edit(id, { to: "2022-12-31" }), edit(other.id, { from: "2022-01-01" })]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: "overlaps" });
  });

  it("finds no plan of another region", async () => {
    const { id } = await written();
    const { inside } = await setUp();
    const text = { ...year, preparedBy: "", introduction: "", sections: [] };
    expect(await inside((db) => editPlan(db, { id, version: 1, ...text }))).toMatchObject({ reason: "not-found" });
    expect(await inside((db) => closePlan(db, { id, version: 1 }))).toMatchObject({ reason: "not-found" });
    expect(await inside((db) => removePlan(db, { id: gone, version: 0 }))).toMatchObject({ reason: "not-found" });
    expect(await inside((db) => planChanges(db, { key: id, since: null, until: null, today }))).toBeNull();
  });
});

describe("adopting a plan", () => {
  const cells = { channel: "Møte 0", goal: "", theme: "", timing: "juni", responsible: "", audience: "" };

  it("keeps it as it stood, whatever is changed afterwards", async () => {
    const { id, rows, adopt, edit, inside, about } = await written();
    expect(await adopt(id)).toEqual({ ok: true, number: 1 });
    const version = () => inside((db) => db.planVersion.findFirstOrThrow({ where: { planId: id, number: 1 } }));
    const kept = await version();
    expect(kept.content).toMatchObject({
      ...year,
      introduction: "Kvifor vi har planen.",
      sections: [{ heading: "Mål" }, { heading: "Oppfølging" }],
      rows: [
        { id: rows[0], number: 1, timing: "mai" },
        { id: rows[1], number: 2, timing: "Haust -21" },
      ],
    });
    expect(await about("2021")).toMatchObject({ plan: { state: "adopted", adoptedOn: "2021-04-12" }, changes: 0 });
    await inside((db) => editPlanRow(db, { id: rows[0] ?? "", version: 0, cells }));
    await edit(id, { introduction: "Skriven om." });
    expect(await version()).toEqual(kept);
    expect((await about("2021"))?.changes).toBe(2);
    await expect(
      inside((db) => db.planVersion.updateMany({ where: { planId: id }, data: { adoptedBy: "" } })),
    ).rejects.toThrow(/permission denied/);
  });

  it("is counted up, and tells what changed between", async () => {
    const { id, rows, adopt, inside, log } = await written();
    await adopt(id);
    await inside((db) => editPlanRow(db, { id: rows[0] ?? "", version: 0, cells }));
    expect(await adopt(id, { adoptedOn: "2021-04-19" })).toEqual({ ok: true, number: 2 });
    await inside((db) => db.planRow.deleteMany({ where: { id: rows[1] ?? "" } }));
    const compare = (since: number | null, until: number | null) =>
      inside((db) => planChanges(db, { key: "2021", since, until, today }));
    expect((await compare(1, 2))?.compared?.diff.rows).toMatchObject({
      changed: [{ cells: [{ cell: "timing", before: "mai", after: "juni" }] }],
      removed: [],
    });
    expect((await compare(null, null))?.compared).toMatchObject({
      ...{ since: 2, count: 1 },
      diff: { rows: { changed: [], removed: [{ id: rows[1] }] } },
    });
    expect((await compare(null, 2))?.compared?.since).toBe(1);
    expect(await compare(3, null)).toBeNull();
    expect((await log(id)).at(-1)).toMatchObject({
      before: { state: "adopted", adoptedOn: "2021-04-12" },
      after: { state: "adopted", adoptedOn: "2021-04-19", adoptedAs: "2" },
    });
  });

  it("is refused when nothing is in it, or it was changed since it was seen", async () => {
    const { make, adopt, id, versionOf } = await written();
    const empty = await make("2022-01-01", "2022-12-31");
    if (!empty.ok) throw new Error(empty.reason);
    expect(await adopt(empty.id)).toEqual({ ok: false, reason: "empty" });
    expect(await adopt(id, { version: (await versionOf(id)) - 1 })).toEqual({ ok: false, reason: "changed-meanwhile" });
    const both = await Promise.all([adopt(id), adopt(id)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it("has nothing to compare with before", async () => {
    const { inside } = await written();
    const view = await inside((db) => planChanges(db, { key: "2021", since: null, until: null, today }));
    expect(view).toMatchObject({ versions: [], compared: null });
  });
});

describe("closing a plan", () => {
  it("keeps everybody from changing it until it is opened again, as what it was", async () => {
    const { id, adopt, edit, inside, versionOf, about } = await written();
    const close = async () =>
      inside(async (db) => closePlan(db, { id, version: (await planToEdit(db, id))?.version ?? 0 }));
    const reopen = async () =>
      inside(async (db) => reopenPlan(db, { id, version: (await planToEdit(db, id))?.version ?? 0 }));
    expect(await close()).toEqual({ ok: true });
    expect(await edit(id, { introduction: "Nei" })).toEqual({ ok: false, reason: "closed" });
    expect(await adopt(id)).toEqual({ ok: false, reason: "closed" });
    expect(await close()).toEqual({ ok: false, reason: "closed" });
    expect((await about("2021"))?.mayEdit).toBe(false);
    expect(await reopen()).toEqual({ ok: true });
    expect((await about("2021"))?.plan.state).toBe("draft");
    await adopt(id);
    await close();
    expect(await reopen()).toEqual({ ok: true });
    expect((await about("2021"))?.plan.state).toBe("adopted");
    expect(await reopen()).toEqual({ ok: false, reason: "not-closed" });
    const version = await versionOf(id);
    expect(await inside((db) => closePlan(db, { id, version: version - 1 }))).toMatchObject({
      reason: "changed-meanwhile",
    });
  });
});

describe("removing a plan", () => {
  it("is for a draft without rows, and takes its text along", async () => {
    const { id, rows, inside, versionOf, log, about } = await written();
    const remove = async () => {
      const version = await versionOf(id);
      return inside((db) => removePlan(db, { id, version }));
    };
    expect(await remove()).toEqual({ ok: false, reason: "in-use" });
    await inside((db) => db.planRow.deleteMany({ where: { id: { in: rows } } }));
    expect(await inside((db) => removePlan(db, { id, version: 0 }))).toMatchObject({ reason: "changed-meanwhile" });
    expect(await remove()).toEqual({ ok: true });
    expect(await about("2021")).toBeNull();
    expect(await inside((db) => db.planSection.count())).toBe(0);
    expect((await log(id)).at(-1)).toMatchObject({
      action: "removed",
      before: { introduction: "Kvifor vi har planen.", sections: ["Mål: Alle *skal* vite.", "Oppfølging"] },
    });
  });
});

it("a plan's page makes as many queries for many rows and versions as for few", async () => {
  const { id, adopt, addRow, inside } = await written();
  const queries = async () => {
    let n = 0;
    await inside(async (db) => {
      const counted = new Proxy(db, {
        get(target, name) {
          n++;
          return Reflect.get(target, name);
        },
      });
      await aboutPlan(counted as RegionDb, { key: id, today });
    });
    return n;
  };
  await adopt(id);
  const few = await queries();
  expect(few).toBeGreaterThan(5);
  for (let at = 2; at < 30; at++) await addRow(id, at);
  await adopt(id);
  await adopt(id);
  expect(await queries()).toBe(few);
});
