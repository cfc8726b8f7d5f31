import pg from "pg";
import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { approveMatrix } from "~/features/responsibility/approve-matrix.server";
import { changeRow } from "~/features/responsibility/change-row.server";
import { newId } from "~/platform/ids.server";
import { day, openRegion, openVestland, today } from "./support";

const database = useDatabase();

/** The row of the information letter ("appppccccc" by the plan's words), and one task of the office. */
async function setUp() {
  const opened = await openVestland(database.url().adminUrl);
  const matrix = await opened.view();
  const letter = matrix.planRows.find(({ name }) => name.startsWith("Informasjonsbrev"))?.id ?? "";
  const task = matrix.tasks[0]?.id ?? "";
  const cells = async (asOf = today) =>
    (await opened.view({ asOf })).planRows.find(({ id }) => id === letter)?.cells ?? "";
  const said = () => opened.inside((db) => db.responsibility.findMany({ orderBy: { validFrom: "asc" } }));
  const ids = { office: opened.idOf("SFVL"), ks: opened.idOf("KS"), bank: opened.idOf("Husbanken") };
  return { ...opened, ...ids, letter, task, cells, said };
}

describe("a part that is set", () => {
  it("stands before what the plan's words imply, and is taken back", async () => {
    const { say, cells, letter, bank, said } = await setUp();
    expect(await say(letter, bank, "informed", { seen: "c" })).toMatchObject({
      ...{ ok: true, before: "c", moved: null, cells: "appppcccIc" },
    });
    expect(await cells()).toBe("appppcccIc");
    expect(await say(letter, bank, "none", { seen: "I" })).toMatchObject({ ok: true, cells: "appppccc-c" });
    expect(await say(letter, bank, "clear", { seen: "-" })).toMatchObject({ ok: true, cells: "appppccccc" });
    expect(await said()).toEqual([]);
  });

  it("is nothing kept when an actor without a part is said to have none", async () => {
    const { say, task, bank, said } = await setUp();
    expect(await say(task, bank, "none", { seen: "." })).toMatchObject({ ok: true, cells: "a........." });
    expect(await said()).toEqual([]);
  });

  it("makes the one who was accountable perform, whether the plan or somebody said so", async () => {
    const { say, letter, office, ks, bank } = await setUp();
    expect(await say(letter, ks, "accountable", { seen: "p" })).toMatchObject({ cells: "pApppccccc", moved: office });
    expect(await say(letter, bank, "accountable", { seen: "c" })).toMatchObject({ cells: "pPpppcccAc", moved: ks });
  });

  it("is written down with who, which row and actor, and the part before and after", async () => {
    const { say, letter, bank, inside, personId } = await setUp();
    await say(letter, bank, "informed", { seen: "c" });
    const [event] = await inside((db) =>
      db.auditEvent.findMany({ where: { subjectKind: "responsibility" }, orderBy: { id: "desc" } }),
    );
    expect(event).toMatchObject({
      ...{ personId, subjectId: letter, action: "updated" },
      before: { actorId: bank, planRowId: letter, part: null },
      after: { actorId: bank, planRowId: letter, part: "informed" },
    });
  });

  it("is no change, and not written down, when it stands already", async () => {
    const { say, letter, bank, inside } = await setUp();
    await say(letter, bank, "informed", { seen: "c" });
    expect(await say(letter, bank, "informed", { seen: "I" })).toMatchObject({ ok: true });
    expect(await inside((db) => db.auditEvent.count({ where: { subjectKind: "responsibility" } }))).toBe(1);
  });

  it("holds for each unit when it was said of an actor before it had units", async () => {
    const { inside, letter, idOf, cells } = await setUp();
    const actorId = await inside(
      async (db) => (await db.actor.findFirst({ where: { units: { some: {} } } }))?.id ?? "",
    );
    await inside((db) => db.responsibility.create({ data: { planRowId: letter, actorId, part: "consulted" } }));
    expect(idOf("KS")).not.toBe(actorId);
    expect(await cells()).toBe("apkkkccccc");
  });

  it("is refused for a row or an actor that is not there, another region's among them", async () => {
    const { say, letter, bank, inside } = await setUp();
    const other = await setUp();
    for (const row of [other.letter, newId(), "", "x'"])
      expect(await say(row, bank, "informed", { seen: "." })).toEqual({ ok: false, reason: "no-such-row" });
    for (const actor of [other.bank, newId()])
      expect(await say(letter, actor, "informed", { seen: "." })).toEqual({ ok: false, reason: "no-such-actor" });
    await inside((db) => db.actor.updateMany({ where: { id: bank }, data: { validTo: day("2021-05-01") } }));
    expect(await say(letter, bank, "informed", { seen: "c" })).toEqual({ ok: false, reason: "no-such-actor" });
    expect(await other.cells()).toBe("appppccccc");
  });

  it("may not make two accountable in one go", async () => {
    const { inside, letter, bank, ks, said } = await setUp();
    const changes = [
      { actorId: bank, part: "accountable" as const, seen: "c" },
      { actorId: ks, part: "accountable" as const, seen: "p" },
    ];
    const input = { row: letter, from: null, asOf: today, changes };
    expect(await inside((db) => changeRow(db, input))).toEqual({ ok: false, reason: "two-accountable" });
    expect(await said()).toEqual([]);
  });
});

describe("two who edit one cell", () => {
  it("are taken one after the other, and the second is shown what stands, by whom and when", async () => {
    const { enter, letter, bank, cells } = await setUp();
    const people = await Promise.all(
      ["Ei", "Ein annan"].map((name) =>
        enter(null, async (db) => {
          const id = newId();
          await db.person.create({ data: { id, name, email: `${id}@vestland.example` } });
          return { id, name };
        }),
      ),
    );
    const parts = ["informed", "consulted"] as const;
    const results = await Promise.all(
      people.map(({ id }, at) =>
        enter(id, (db) =>
          changeRow(db, {
            ...{ row: letter, from: null, asOf: today },
            changes: [{ actorId: bank, part: parts[at] ?? "informed", seen: "c" }],
          }),
        ),
      ),
    );
    const first = results.findIndex(({ ok }) => ok);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const stands = first === 0 ? "appppcccIc" : "appppcccKc";
    expect(await cells()).toBe(stands);
    const refused = results[1 - first];
    expect(refused).toMatchObject({
      ...{ ok: false, reason: "changed-meanwhile", actorId: bank, cells: stands, who: people[first]?.name },
    });
    expect(refused && "at" in refused && Date.parse(refused.at ?? "")).toBeGreaterThan(Date.now() - 60_000);
  });

  it("both get through with different cells of one row, and with one accountable the database agrees", async () => {
    const { say, letter, bank, ks, said } = await setUp();
    const results = await Promise.all([
      say(letter, bank, "accountable", { seen: "c" }),
      say(letter, ks, "accountable", { seen: "p" }),
    ]);
    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
    expect((await said()).map(({ part }) => part).sort()).toEqual(["accountable", "performs"]);
  });

  it("are stopped by the database where no command has been asked: one accountable, one part an actor", async () => {
    const { inside, region, letter, bank, ks, office } = await setUp();
    const client = new pg.Client({ connectionString: database.url().adminUrl });
    await client.connect();
    const insert = (actor: string, part: string, from: string | null, to: string | null) =>
      client.query(
        `INSERT INTO responsibility (region_id, id, actor_id, plan_row_id, part, valid_from, valid_to)
         VALUES ($1, gen_random_uuid(), $2, $3, $4::responsibility_part, $5, $6)`,
        [region.id, actor, letter, part, from, to],
      );
    await insert(bank, "accountable", null, "2021-05-01");
    await insert(ks, "accountable", "2021-05-01", null);
    await expect(insert(office, "accountable", "2021-04-30", "2021-05-01")).rejects.toThrow("one_accountable");
    await expect(insert(ks, "informed", "2022-01-01", null)).rejects.toThrow("one_part");
    await client.end();
    expect(await inside((db) => db.responsibility.count())).toBe(2);
  });
});

describe("an approved matrix", () => {
  it("keeps what held before the day of a change", async () => {
    const { say, cells, inside, letter, bank, ks, view } = await setUp();
    await say(letter, bank, "informed", { seen: "c" });
    expect(await inside((db) => approveMatrix(db, { validFrom: "2021-04-01" }))).toMatchObject({ ok: true });
    expect((await view()).approvedFrom).toBe("2021-04-01");
    expect(await say(letter, bank, "consulted", { seen: "I", from: "2021-06-01" })).toMatchObject({
      ...{ ok: true, cells: "appppcccKc" },
    });
    expect(await cells("2021-05-31")).toBe("appppcccIc");
    expect(await cells("2021-06-01")).toBe("appppcccKc");
    await say(letter, ks, "accountable", { seen: "p", from: "2021-07-01" });
    expect([await cells("2021-06-30"), await cells("2021-07-01")]).toEqual(["appppcccKc", "pApppcccKc"]);
    await say(letter, bank, "clear", { seen: "K", from: "2021-08-01" });
    expect([await cells("2021-07-31"), await cells("2021-08-01")]).toEqual(["pApppcccKc", "pApppccccc"]);
  });

  it("is compared on the day the change begins, so that one planned meanwhile is not lost", async () => {
    const { say, cells, inside, letter, bank } = await setUp();
    await inside((db) => approveMatrix(db, { validFrom: "2021-04-01" }));
    await say(letter, bank, "informed", { seen: "c", from: "2021-08-01" });
    expect(await say(letter, bank, "performs", { seen: "c", from: "2021-08-01" })).toMatchObject({
      ...{ ok: false, reason: "changed-meanwhile", who: "Koordinator", cells: "appppcccIc" },
    });
    expect(await say(letter, bank, "performs", { seen: "c", from: "2021-06-01" })).toMatchObject({ ok: true });
    expect([await cells("2021-07-31"), await cells("2021-08-01")]).toEqual(["appppcccPc", "appppcccIc"]);
  });

  it("is waited for by a change made at the same moment, which then needs its day", async () => {
    const { say, inside, letter, bank, said } = await setUp();
    const { change } = await inside(async (db) => {
      await approveMatrix(db, { validFrom: "2021-04-01" });
      const change = say(letter, bank, "informed", { seen: "c" });
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { change };
    });
    expect(await change).toEqual({ ok: false, reason: "needs-day" });
    expect(await said()).toEqual([]);
  });

  it("asks for a day, and for none before it was approved", async () => {
    const { say, inside, letter, bank, said } = await setUp();
    await inside((db) => approveMatrix(db, { validFrom: "2021-04-01" }));
    expect(await say(letter, bank, "informed", { seen: "c" })).toEqual({ ok: false, reason: "needs-day" });
    const early = await say(letter, bank, "informed", { seen: "c", from: "2021-03-31" });
    expect(early).toEqual({ ok: false, reason: "before-approval" });
    expect(await said()).toEqual([]);
  });

  it("is approved again only from a later day, and each time is written down", async () => {
    const { inside, personId } = await openRegion(database.url().adminUrl);
    const approve = (validFrom: string) => inside((db) => approveMatrix(db, { validFrom }));
    expect(await approve("2021-04-01")).toMatchObject({ ok: true });
    expect(await approve("2021-04-01")).toEqual({ ok: false, reason: "not-after-last", last: "2021-04-01" });
    expect(await approve("2022-01-01")).toMatchObject({ ok: true });
    const kept = await inside((db) => db.responsibilityApproval.findMany());
    expect(kept.map((one) => one.personId)).toEqual([personId, personId]);
    expect(await inside((db) => db.auditEvent.count({ where: { subjectKind: "responsibility" } }))).toBe(2);
  });
});
