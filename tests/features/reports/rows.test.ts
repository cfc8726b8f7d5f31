import { beforeAll, describe, expect, it } from "vitest";
import "~/i18n/locale.server";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import type { RoundForm } from "~/domain/reports/round-form";
import { queueCase } from "~/features/cases/queue-case.server";
import { attachToCase } from "~/features/reports/attach-to-case.server";
import { changeForm, type FormChange } from "~/features/reports/change-form.server";
import { chooseActivity, handOverRow } from "~/features/reports/hand-over-row.server";
import { makeRound } from "~/features/reports/make-round.server";
import { formFor } from "~/features/reports/new-round.view.server";
import { ownRowsView, saveOwnRow } from "~/features/reports/own-rows.view.server";
import { findRound, listRows } from "~/features/reports/reports.db.server";
import { roundView } from "~/features/reports/round.view.server";
import { reportOfCase } from "~/features/reports/round-cases.view.server";
import { noRoundFilters } from "~/features/reports/round-filters";
import { rowView } from "~/features/reports/row.view.server";
import { roundsToRemind } from "~/features/reports/row-owners.view.server";
import { addRow, removeRow } from "~/features/reports/rows-by-hand.server";
import { saveRow, takeBackRow } from "~/features/reports/save-row.server";
import { remindOwners, renewLink, sendToOwners } from "~/features/reports/send-to-owners.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const now = new Date("2026-11-22T12:00:00Z");
const today = "2026-11-22";
const [roles] = [[{ kind: "secretariat" as const, actorId: null, municipalityId: null }]];

const form: RoundForm = {
  columns: [
    { key: "status", label: "Status", help: "", required: true },
    { key: "next", label: "Videre", help: "", required: false },
  ],
  ...{ texts: [], figures: [] },
};

let inside: <T>(work: (db: RegionDb) => Promise<T>) => Promise<T>;
let [planId, roundId, owner, other, stranger] = ["", "", "", "", ""];

const rows = () => inside((db) => listRows(db, roundId));
const rowOf = async (activity: string) => {
  const found = (await rows()).find((row) => row.activity === activity);
  if (!found) throw new Error(activity);
  return found;
};
const save = async (activity: string, answers: Record<string, string>, deliver = false) => {
  const { id, version } = await rowOf(activity);
  return inside((db) => saveRow(db, { id, version, answers, deliver }, now));
};
const round = (more: object = {}) => ({
  ...{ name: "Tertialrapport 1 – 2026", kind: "four_monthly" as const, from: "2026-01-01", to: "2026-04-30" },
  ...{ rowsBy: "2026-05-14", submitBy: "2026-05-31", planId: null as string | null, previousId: null, form, ...more },
});
/** The tokens of the links that were written to somebody, the newest last. */
const tokensTo = async (personId: string) =>
  inside(async (db) =>
    (await db.delivery.findMany({ where: { personId, kind: "report-rows" }, orderBy: [{ createdAt: "asc" }] })).map(
      ({ secret }) => secret ?? "",
    ),
  );

beforeAll(async () => {
  const { id } = await makeRegion(database.url().adminUrl);
  inside = (work) => withRegion({ regionId: id, personId: null, via: "operator" }, work);
  await inside(async (db) => {
    const person = async (name: string, kind: "secretariat" | "reader") => {
      const made = await db.person.create({ data: { name, email: `${name.toLowerCase()}@vestregionen.example` } });
      await db.role.create({ data: { personId: made.id, kind, validFrom: new Date("2020-01-01") } });
      return made.id;
    };
    owner = await person("Kulturleder", "secretariat");
    other = await person("Prosjektleder", "reader");
    // Somebody of the region without a role in it.
    stranger = (await db.person.create({ data: { name: "Kontakt", email: "kontakt@voss.example" } })).id;
    const area = await db.priorityArea.create({ data: { number: 1, name: "Kultur" } });
    const activity = (name: string, ownerId: string | null, position: number) => ({
      ...{ name, position, timing: "Q1", ...(ownerId && { ownerId }) },
    });
    const plan = await db.actionPlan.create({ data: { year: 2026, name: "" } });
    planId = plan.id;
    const part = await db.actionArea.create({ data: { planId, priorityAreaId: area.id, position: 0, body: "" } });
    const focus = await db.focusArea.create({ data: { areaId: part.id, position: 0, name: "Festival" } });
    const measure = await db.measure.create({ data: { focusAreaId: focus.id, position: 0, name: "Barnas dager" } });
    for (const [at, [name, who]] of [
      ["Planlegge", owner] as const,
      ["Arrangere", owner] as const,
      ["Evaluere", null] as const,
    ].entries())
      await db.activity.create({ data: { measureId: measure.id, ...activity(name, who, at) } });
    const made = await makeRound(db, round({ planId }));
    if (!made.ok) throw new Error(made.reason);
    roundId = made.id;
  });
});

describe("a round of reporting", () => {
  it("has a row for each activity of the plan, with its owner, and says who lacks", async () => {
    const view = await inside((db) => roundView(db, roundId, { day: today, zone: "Europe/Oslo" }));
    expect(view?.counts).toMatchObject({ all: 3, empty: 3, nobody: 1, asks: 0 });
    expect(view?.areas.map(({ name, focusAreas }) => [name, focusAreas[0]?.name])).toEqual([["Kultur", "Festival"]]);
    expect(view?.owners).toEqual([
      { id: owner, name: "Kulturleder", rows: 2, left: 2 },
      { id: null, name: "", rows: 1, left: 1 },
    ]);
    expect(view?.late).toBe(true);
    const nobody = { ...noRoundFilters, owners: ["nobody"] };
    expect((await inside((db) => roundView(db, roundId, { day: today, zone: "Europe/Oslo" }, nobody)))?.shown).toBe(1);
  });

  it("is one of its kind for its days, and has its deadlines in order", async () => {
    const tried = (more: object) => inside((db) => makeRound(db, round(more)));
    expect(await tried({ to: "2026-06-30" })).toEqual({ ok: false, reason: "taken", name: round().name });
    expect(await tried({ from: "2027-02-01", to: "2027-01-01" })).toMatchObject({ reason: "period" });
    expect(await tried({ from: "2027-01-01", to: "2027-04-30", rowsBy: "2027-07-01" })).toMatchObject({
      reason: "dates",
    });
    expect(await tried({ from: "2027-01-01", to: "2027-04-30", planId: roundId })).toMatchObject({
      reason: "plan-gone",
    });
  });
});

describe("a row", () => {
  it("is kept as a draft, delivered when what must be said is said, and changed when it is taken back", async () => {
    expect(await save("Planlegge", { next: "Mer" })).toEqual({ ok: true, state: "draft" });
    expect(await save("Planlegge", {}, true)).toEqual({ ok: false, reason: "missing", keys: ["status"] });
    expect(await save("Planlegge", { status: " Gjort ", evil: "x" }, true)).toEqual({ ok: true, state: "delivered" });
    expect((await rowOf("Planlegge")).answers).toEqual({ status: "Gjort", next: "Mer" });
    expect(await save("Planlegge", { status: "Annet" })).toMatchObject({ reason: "delivered" });
    const { id, version } = await rowOf("Planlegge");
    expect(await inside((db) => takeBackRow(db, { id, version: version - 1 }))).toMatchObject({ ok: false });
    expect(await inside((db) => takeBackRow(db, { id, version }))).toEqual({ ok: true, state: "draft" });
    expect(await save("Planlegge", { status: "" })).toEqual({ ok: true, state: "draft" });
    expect(await save("Planlegge", { next: "" })).toEqual({ ok: true, state: "empty" });
  });

  it("is not overwritten by who opened it before another saved it", async () => {
    const { id, version } = await rowOf("Arrangere");
    const both = ["A", "B"].map((status) =>
      inside((db) => saveRow(db, { id, version, answers: { status }, deliver: false }, now)),
    );
    const results = (await Promise.all(both)).map(({ ok }) => ok);
    expect(results.sort()).toEqual([false, true]);
  });

  it("can be handed to somebody who works with the region, and says which activity it is", async () => {
    const { id, version } = await rowOf("Evaluere");
    const hand = (ownerId: string | null, at: number) =>
      inside((db) => handOverRow(db, { id, version: at, ownerId, today }));
    expect(await hand(stranger, version)).toMatchObject({ reason: "owner-gone" });
    expect(await hand(other, version)).toEqual({ ok: true });
    expect(await hand(null, version + 1)).toEqual({ ok: true });
    await inside((db) => db.reportRow.updateMany({ where: { id }, data: { asks: true, activityId: null } }));
    const asked = { ...noRoundFilters, asks: true };
    expect((await inside((db) => roundView(db, roundId, { day: today, zone: "Europe/Oslo" }, asked)))?.shown).toBe(1);
    const choose = (activityId: string | null, at: number) =>
      inside((db) => chooseActivity(db, { id, version: at, activityId }));
    expect(await choose(roundId, version + 2)).toMatchObject({ reason: "activity-gone" });
    const planned = (await rowOf("Planlegge")).activityId;
    expect(await choose(planned, version + 2)).toEqual({ ok: true });
    // Nobody answered for it: who owns the activity does.
    expect(await rowOf("Evaluere")).toMatchObject({ asks: false, activityId: planned, ownerId: owner });
    const second = (await rowOf("Arrangere")).activityId ?? "";
    expect(
      await inside((db) => chooseActivity(db, { id, version: version + 3, activityId: planned, besides: [second] })),
    ).toEqual({ ok: true });
    expect(await inside((db) => rowView(db, { roundId, id, today, roles }))).toMatchObject({
      besides: [{ id: second, name: "Arrangere" }],
    });
    expect(await choose(null, version + 4)).toEqual({ ok: true });
    expect((await rowOf("Evaluere")).besides).toEqual([]);
    await inside((db) => db.reportRow.updateMany({ where: { id }, data: { ownerId: null } }));
  });
});

describe("a row that is added by hand", () => {
  const words = { area: "Kultur", focusArea: "Festival", strategy: "", measure: "", activity: "", timing: "" };
  const add = (more: object) =>
    inside((db) => addRow(db, { ...words, ownerId: null, activityId: null, roundId, today, ...more }));

  it("stands last in its focus area, is no other's, and has a name", async () => {
    expect(await add({})).toEqual({ ok: false, reason: "nameless" });
    expect(await add({ activity: "Rydde", ownerId: stranger })).toEqual({ ok: false, reason: "owner-gone" });
    expect(await add({ activityId: roundId })).toEqual({ ok: false, reason: "activity-gone" });
    const planned = await rowOf("Planlegge");
    expect(await add({ activityId: planned.activityId })).toEqual({ ok: false, reason: "taken", id: planned.id });
    const both = await Promise.all([add({ activity: "Rydde", ownerId: other }), add({ activity: " rydde " })]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await rows()).map(({ activity }) => activity.trim().toLowerCase()).at(-1)).toBe("rydde");
    const positions = (await rows()).map(({ position }) => position);
    expect(positions).toEqual([...new Set(positions)]);
  });

  it("is removed at once while it is empty, asks when something is said in it, and leaves its words in the log", async () => {
    const remove = async (sure: boolean, more = 0) => {
      const row = (await rows()).at(-1);
      return inside((db) => removeRow(db, { id: row?.id ?? "", version: (row?.version ?? 0) + more, sure }));
    };
    const { id, activity } = (await rows()).at(-1) ?? { id: "", activity: "" };
    await save(activity, { status: "Ryddet" });
    expect(await remove(false)).toEqual({ ok: false, reason: "said" });
    expect(await remove(true, 1)).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await remove(true)).toEqual({ ok: true });
    const written = await inside((db) => db.auditEvent.findFirst({ where: { subjectId: id, action: "removed" } }));
    expect(written?.before).toMatchObject({ Status: "Ryddet", activity: activity.trim() });
    await add({ activity: "Rydde" });
    expect(await remove(false)).toEqual({ ok: true });
  });
});

describe("the form of a round", () => {
  const change = async (asked: FormChange) => {
    const version = (await inside((db) => findRound(db, roundId)))?.version ?? -1;
    return inside((db) => changeForm(db, { id: roundId, version, change: asked }));
  };

  it("keeps the answers to what it no longer asks, says so, and finds them again", async () => {
    await save("Planlegge", { status: "I gang", next: "Evaluere" });
    expect(await change({ do: "remove", part: "columns", key: "next" })).toEqual({ ok: true, kept: 1 });
    const { id } = await rowOf("Planlegge");
    const view = () => inside((db) => rowView(db, { roundId, id, today, roles }));
    expect(await view()).toMatchObject({ unasked: [{ key: "next", words: "Evaluere" }] });
    expect(await change({ do: "remove", part: "columns", key: "status" })).toMatchObject({ reason: "last" });
    const item = { label: "Next", help: "", required: false };
    expect(await change({ do: "add", part: "columns", item })).toEqual({ ok: true, kept: 0 });
    expect(await view()).toMatchObject({ unasked: [], changes: [{ now: "I gang" }, { now: "Evaluere" }] });
  });

  it("asks for nothing twice, for nothing without a name, and for no figure nobody can count", async () => {
    const item = { label: " status", help: "", required: false };
    expect(await change({ do: "add", part: "columns", item: { ...item, label: "status" } })).toMatchObject({
      reason: "taken",
    });
    expect(await change({ do: "add", part: "columns", item: { ...item, label: "" } })).toMatchObject({
      reason: "empty",
    });
    const figure = (definition: string) => change({ do: "add", part: "figures", item: { definition, label: "" } });
    expect(await figure("moon")).toMatchObject({ reason: "unknown" });
    expect(await figure("events_held")).toMatchObject({ ok: true });
    expect(await figure("events_held")).toMatchObject({ reason: "taken" });
    expect(
      await inside((db) =>
        changeForm(db, { id: roundId, version: 0, change: { do: "move", part: "columns", key: "next", by: -1 } }),
      ),
    ).toMatchObject({ reason: "changed-meanwhile" });
  });
});

describe("the owners of rows", () => {
  it("are asked for nothing by a round whose form asks for nothing, and a new round asks for something", async () => {
    const { form } = await inside((db) => db.reportRound.findFirstOrThrow({ where: { id: roundId } }));
    const asking = (columns: unknown[]) =>
      inside((db) =>
        db.reportRound.updateMany({
          where: { id: roundId },
          data: { form: { ...(form as object), columns } as object },
        }),
      );
    await asking([]);
    expect(await inside((db) => sendToOwners(db, { roundId, toldAt: null, now }))).toMatchObject({
      reason: "nothing-asked",
    });
    expect((await inside((db) => formFor(db, roundId))).columns.length).toBeGreaterThan(0);
    await asking((form as { columns: unknown[] }).columns);
  });

  it("get one link each to what they have left, and none twice from one page", async () => {
    const send = (toldAt: string | null) => inside((db) => sendToOwners(db, { roundId, toldAt, now }));
    expect(await Promise.all([send(null), send(null)])).toEqual(
      expect.arrayContaining([
        { ok: true, sent: 1 },
        { ok: false, reason: "sent-meanwhile" },
      ]),
    );
    expect(await tokensTo(owner)).toHaveLength(1);
  });

  it("are reminded by the rule once for each time, and not of what is delivered", async () => {
    expect(await inside((db) => roundsToRemind(db))).toMatchObject([{ rowsBy: "2026-05-14", people: 1 }]);
    const remind = (key: string) =>
      inside((db) => remindOwners(db, { roundId, rule: "reports", key, reminder: "before", now }));
    expect(await remind("reports|before")).toBe(1);
    expect(await remind("reports|before")).toBe(0);
    await inside((db) => db.person.updateMany({ where: { id: owner }, data: { heldSince: now } }));
    expect(await remind("reports|on-day")).toBe(0);
    await inside((db) => db.person.updateMany({ where: { id: owner }, data: { heldSince: null } }));
  });

  it("fill in and hand over their own rows by the link, and no other's", async () => {
    const [token = ""] = await tokensTo(owner);
    const by = { token, now };
    const view = await inside((db) => ownRowsView(db, { ...by, today }));
    expect(view?.rows.map(({ activity }) => activity)).toEqual(["Planlegge", "Arrangere"]);
    expect(view?.owners.map(({ id }) => id)).toEqual([other]);
    const say = (id: string, version: number, more: object = {}) =>
      inside((db) =>
        saveOwnRow(db, by, {
          id,
          version,
          answers: { status: "Gjort" },
          intent: "deliver",
          ownerId: "",
          today,
          ...more,
        }),
      );
    const mine = await rowOf("Arrangere");
    expect(await say(mine.id, mine.version)).toEqual({ ok: true, state: "delivered" });
    const notMine = await rowOf("Evaluere");
    expect(await say(notMine.id, notMine.version)).toMatchObject({ reason: "not-found" });
    const given = await rowOf("Planlegge");
    expect(await say(given.id, given.version, { intent: "hand-over", ownerId: stranger })).toMatchObject({
      reason: "owner-gone",
    });
    expect(await say(given.id, given.version, { intent: "hand-over", ownerId: other })).toMatchObject({ ok: true });
    expect(await say(given.id, given.version + 1)).toMatchObject({ reason: "not-found" });
    expect(await inside((db) => ownRowsView(db, { token: "wrong", now, today }))).toBeNull();
    const late = { token, now: new Date("2027-12-01T00:00:00Z") };
    expect(await inside((db) => ownRowsView(db, { ...late, today }))).toBeNull();
    const links = async (id: string) => (await tokensTo(id)).length;
    const had = await links(owner);
    await inside((db) => renewLink(db, late));
    // All that was hers is delivered or handed over: there is nothing to open.
    expect(await links(owner)).toBe(had);
    await inside((db) => db.reportRow.updateMany({ where: { id: given.id }, data: { ownerId: owner } }));
    await inside((db) => renewLink(db, late));
    await inside((db) => renewLink(db, late));
    expect(await links(owner)).toBe(had + 1);
    await inside((db) => renewLink(db, { ...late, token: "wrong" }));
  });
});

describe("a report", () => {
  it("is put before a body once at a time, as a case that knows it", async () => {
    const bodyId = await inside(async (db) => {
      const body = await db.governingBody.create({
        data: { name: "Rådmannsgruppen", kind: "council", position: 0 },
      });
      await queueCase(db, { bodyId: body.id, title: "En annen sak" });
      return body.id;
    });
    const attached = await inside((db) => attachToCase(db, { roundId, bodyId }));
    if (!attached.ok) throw new Error(attached.reason);
    expect(await inside((db) => reportOfCase(db, attached.caseId, "Europe/Oslo"))).toMatchObject({ id: roundId });
    expect(await inside((db) => attachToCase(db, { roundId, bodyId }))).toMatchObject({ reason: "case-open" });
    expect(await inside((db) => attachToCase(db, { roundId, bodyId: roundId }))).toMatchObject({ reason: "no-body" });
  });

  it("that is submitted takes no more, and the next round shows what was said beside", async () => {
    await inside((db) =>
      db.reportRound.updateMany({ where: { id: roundId }, data: { state: "submitted", submittedAt: now } }),
    );
    // Where it is past midnight the day is the next one already.
    const of = { day: today, zone: "Pacific/Kiritimati" };
    expect((await inside((db) => roundView(db, roundId, of)))?.round.submittedOn).toBe("2026-11-23");
    expect(await save("Planlegge", { status: "x" })).toMatchObject({ reason: "frozen" });
    const { id, version } = await rowOf("Arrangere");
    expect(await inside((db) => takeBackRow(db, { id, version }))).toMatchObject({ reason: "frozen" });
    expect(await inside((db) => removeRow(db, { id, version, sure: true }))).toMatchObject({ reason: "frozen" });
    expect(await inside((db) => sendToOwners(db, { roundId, toldAt: null, now }))).toMatchObject({ reason: "frozen" });
    const next = await inside((db) =>
      makeRound(
        db,
        round({
          name: "Tertialrapport 2",
          from: "2026-05-01",
          to: "2026-08-31",
          rowsBy: null,
          submitBy: null,
          previousId: roundId,
        }),
      ),
    );
    if (!next.ok) throw new Error(next.reason);
    expect(next.rows).toBe(3);
    const again = await inside((db) => listRows(db, next.id));
    const row = again.find(({ activity }) => activity === "Arrangere");
    const view = await inside((db) => rowView(db, { roundId: next.id, id: row?.id ?? "", today, roles }));
    expect(view).toMatchObject({ hadBefore: true, changes: [{ now: "", before: "Gjort", change: "gone" }, {}] });
  });
});
