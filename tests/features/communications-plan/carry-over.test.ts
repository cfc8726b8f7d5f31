import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import type { CarryTarget } from "~/features/communications-plan/carry-over.server";
import { carryOverView } from "~/features/communications-plan/carry-over.view.server";
import { carryOverPlan } from "~/features/responsibility/carry-over.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

/** A plan of 2021 with three rows, of which the first has everything a row can have. */
async function setUp({ approvedFrom }: { approvedFrom?: string } = {}) {
  const region = await makeRegion(database.url().adminUrl);
  const inside = <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId: null, via: "session" }, work);
  const ids = await inside(async (db) => {
    const plan = await db.communicationsPlan.create({
      data: {
        ...{ from: day("2021-01-01"), to: day("2021-12-31"), state: "closed", introduction: "Vi **deler** planen." },
        ...{ preparedBy: "Sekretariatet", sections: { create: { position: 0, heading: "Kanalar", body: "Brev" } } },
      },
    });
    const channel = await db.channel.create({ data: { position: 1, name: "Radio", icon: "microphone", words: [] } });
    const audience = await db.audience.create({ data: { name: "Alle kommunane" } });
    const area = await db.priorityArea.create({ data: { number: 3, name: "Mat" } });
    const actor = async (name: string, position: number) => (await db.actor.create({ data: { name, position } })).id;
    const [one, two, gone] = [await actor("KS", 1), await actor("USHT", 2), await actor("Ingen", 3)];
    const row = async (position: number, channel: string, timing: string, more = {}) =>
      (await db.planRow.create({ data: { planId: plan.id, position, channel, timing, ...more } })).id;
    const full = await row(1, "Podkast", "18. februar, Haust -21", {
      ...{ channelId: channel.id, audienceId: audience.id, goal: "Vite", theme: "Mat", responsible: "KS" },
      ...{ audience: "Kommunane", notes: "Hugs opptak", imported: { channel: "Podkast" } },
    });
    await db.priorityAreaLink.create({ data: { planRowId: full, priorityAreaId: area.id } });
    await db.planOccurrence.create({
      data: { planRowId: full, from: day("2021-02-18"), to: day("2021-02-18"), state: "done" },
    });
    await db.responsibility.createMany({
      data: [
        { planRowId: full, actorId: one, part: "accountable" },
        { planRowId: full, actorId: two, part: "none", validFrom: day("2021-06-01") },
        { planRowId: full, actorId: gone, part: "informed", validTo: day("2021-06-01") },
      ],
    });
    if (approvedFrom) await db.responsibilityApproval.create({ data: { validFrom: day(approvedFrom) } });
    const [second, third] = [await row(2, "Webinar", "Løpande"), await row(3, "Brev", "Demensplan 2025")];
    return { plan: plan.id, full, second, third, channel: channel.id, audience: audience.id, area: area.id, one, two };
  });
  const carry = (target: CarryTarget, more: Partial<Parameters<typeof carryOverPlan>[1]> = {}) =>
    inside((db) =>
      carryOverPlan(db, {
        ...{ key: "2021", target, notes: true, text: true, again: false },
        rows: [
          { id: ids.full, timing: "17. februar, Haust -22" },
          { id: ids.second, timing: "Løpande" },
        ],
        ...more,
      }),
    );
  /** Everything there is of the plan of 2021, and of no other. */
  const old = () =>
    inside(async (db) => ({
      plan: await db.communicationsPlan.findFirst({
        where: { id: ids.plan },
        include: {
          sections: true,
          rows: { include: { occurrences: true, responsibilities: true, priorityAreas: true }, orderBy: { id: "asc" } },
        },
      }),
    }));
  const rowsOf = (planId: string) =>
    inside((db) =>
      db.planRow.findMany({
        where: { planId },
        include: { priorityAreas: true, occurrences: true, responsibilities: { orderBy: { actorId: "asc" } } },
        orderBy: { position: "asc" },
      }),
    );
  return { ...ids, inside, carry, old, rowsOf };
}

const next = { from: "2022-01-01", to: "2022-12-31" };

describe("rows of a plan carried over to another period", () => {
  it("are copied with what was chosen for them, and the old plan stays as it was to the letter", async () => {
    const { carry, old, rowsOf, inside, ...ids } = await setUp();
    const before = JSON.stringify(await old());
    const carried = await carry(next);
    expect(JSON.stringify(await old())).toBe(before);
    if (!carried.ok) throw new Error(carried.reason);
    expect(carried).toMatchObject({
      target: { ...next, key: "2022" },
      rows: [{ from: ids.full }, { from: ids.second }],
    });
    const [first, second, ...rest] = await rowsOf(carried.target.id);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      ...{ channel: "Podkast", theme: "Mat", goal: "Vite", timing: "17. februar, Haust -22", responsible: "KS" },
      ...{ audience: "Kommunane", audienceId: ids.audience, channelId: ids.channel, notes: "Hugs opptak" },
      ...{ imported: null, version: 0, position: 1, occurrences: [], priorityAreas: [{ priorityAreaId: ids.area }] },
    });
    expect(second).toMatchObject({ channel: "Webinar", timing: "Løpande", position: 2 });
    const plan = await inside((db) =>
      db.communicationsPlan.findFirst({ where: { id: carried.target.id }, include: { sections: true } }),
    );
    expect(plan).toMatchObject({
      ...{ state: "draft", introduction: "Vi **deler** planen.", preparedBy: "Sekretariatet" },
      sections: [{ heading: "Kanalar", body: "Brev" }],
    });
    const log = await inside((db) => db.auditEvent.findMany({ where: { action: "created" } }));
    expect(log.map(({ subjectKind }) => subjectKind).sort()).toEqual(["communications-plan", "plan-row", "plan-row"]);
  });

  it("keep the parts said on the last day of the old plan, since ever while nothing is approved", async () => {
    const { carry, rowsOf, one, two } = await setUp();
    const carried = await carry(next);
    const [row] = await rowsOf(carried.ok ? carried.target.id : "");
    const said = row?.responsibilities.map(({ actorId, part, validFrom, validTo }) => ({
      actorId,
      part,
      validFrom,
      validTo,
    }));
    expect(said).toEqual([
      { actorId: one, part: "accountable", validFrom: null, validTo: null },
      { actorId: two, part: "none", validFrom: null, validTo: null },
    ]);
  });

  it("keep them from the first day of the new plan once the matrix is approved", async () => {
    const { carry, rowsOf } = await setUp({ approvedFrom: "2021-05-01" });
    const carried = await carry(next);
    const [row] = await rowsOf(carried.ok ? carried.target.id : "");
    expect(row?.responsibilities.map(({ validFrom }) => validFrom)).toEqual([day("2022-01-01"), day("2022-01-01")]);
  });

  it("leave the notes and the text when that is asked for", async () => {
    const { carry, rowsOf, inside } = await setUp();
    const carried = await carry(next, { notes: false, text: false });
    const id = carried.ok ? carried.target.id : "";
    expect((await rowsOf(id))[0]?.notes).toBe("");
    expect(await inside((db) => db.communicationsPlan.findFirst({ where: { id } }))).toMatchObject({
      introduction: "",
    });
  });

  it("are not doubled in a plan that has them, unless that is chosen", async () => {
    const { carry, rowsOf, full, second } = await setUp();
    const first = await carry(next);
    const planId = first.ok ? first.target.id : "";
    expect(await carry({ planId })).toEqual({ ok: false, reason: "already-there", ids: [full, second] });
    expect(await rowsOf(planId)).toHaveLength(2);
    expect(await carry({ planId }, { again: true })).toMatchObject({ ok: true });
    expect((await rowsOf(planId)).map(({ position }) => position)).toEqual([1, 2, 3, 4]);
  });

  it("are refused with everything when the period, the plan or a row cannot be", async () => {
    const { carry, old, inside, plan, full } = await setUp();
    const before = JSON.stringify(await old());
    const none = "00000000-0000-7000-8000-000000000000";
    expect(await carry({ from: "2021-06-01", to: "2022-05-31" })).toMatchObject({
      ...{ ok: false, reason: "period" },
      fault: { reason: "overlaps", other: { id: plan } },
    });
    expect(await carry({ from: "2022-12-31", to: "2022-01-01" })).toMatchObject({ fault: { reason: "order" } });
    expect(await carry({ planId: plan })).toEqual({ ok: false, reason: "target-gone" });
    expect(await carry({ planId: none })).toEqual({ ok: false, reason: "target-gone" });
    expect(await carry(next, { rows: [] })).toEqual({ ok: false, reason: "nothing-chosen" });
    expect(await carry(next, { key: "1999" })).toEqual({ ok: false, reason: "not-found" });
    const rows = [full, none].map((id) => ({ id, timing: "" }));
    expect(await carry(next, { rows })).toEqual({ ok: false, reason: "row-gone" });
    const closed = await inside((db) =>
      db.communicationsPlan.create({ data: { from: day("2025-01-01"), to: day("2025-12-31"), state: "closed" } }),
    );
    expect(await carry({ planId: closed.id })).toEqual({ ok: false, reason: "target-closed" });
    expect(JSON.stringify(await old())).toBe(before);
    const left = await inside(async (db) => ({
      plans: await db.communicationsPlan.count(),
      rows: await db.planRow.count(),
      log: await db.auditEvent.count(),
    }));
    expect(left).toEqual({ plans: 2, rows: 3, log: 0 });
  });

  it("are copied once when two do it at the same time", async () => {
    const { carry, inside } = await setUp();
    const results = await Promise.all([carry(next), carry(next)]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ reason: "period", fault: { reason: "overlaps" } });
    expect(await inside((db) => db.planRow.count())).toBe(5);
  });

  it("are shown as they would be, with what to look at and what is there already", async () => {
    const { carry, inside, third } = await setUp();
    const show = (to: string | null = null) =>
      inside((db) => carryOverView(db, { key: "2021", wanted: { to, from: null, until: null } }));
    const view = await show();
    expect(view).toMatchObject({ period: next, planId: null, fault: null, notes: true, text: true });
    const rows = view?.groups.flatMap((group) => group.rows) ?? [];
    expect(rows.map(({ reading, there }) => [reading.words, there])).toEqual(
      expect.arrayContaining([
        ["17. februar, Haust -22", false],
        ["Demensplan 2025", false],
        ["Løpande", false],
      ]),
    );
    expect(rows.find(({ id }) => id === third)).toMatchObject({ unsure: ["Demensplan 2025"], outside: true });
    const carried = await carry(next);
    const again = await show(carried.ok ? carried.target.id : "");
    expect(again).toMatchObject({ planId: carried.ok && carried.target.id, text: false });
    expect(again?.groups.flatMap((group) => group.rows).filter(({ there }) => there)).toHaveLength(2);
    expect(await show()).toMatchObject({ planId: carried.ok && carried.target.id });
    expect(await show("new")).toMatchObject({ period: { from: "2023-01-01", to: "2023-12-31" }, planId: null });
  });

  it("are 400 without trouble", async () => {
    const { carry, inside, plan } = await setUp();
    await inside((db) =>
      db.planRow.createMany({
        data: Array.from({ length: 400 }, (_, at) => ({ planId: plan, position: at + 4, channel: `Brev ${at}` })),
      }),
    );
    const all = await inside((db) => db.planRow.findMany({ where: { planId: plan }, select: { id: true } }));
    const rows = all.map(({ id }) => ({ id, timing: "Haust -22" }));
    const began = performance.now();
    expect(await carry(next, { rows })).toMatchObject({ ok: true });
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});
