import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { queriesOf } from "#tests/support/queries";
import { newGroup } from "~/features/groups/keep-group.server";
import { removeGroup } from "~/features/groups/remove-group.server";
import { type RegionDb, readRows, withRegion } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

const database = useDatabase();

async function setUp() {
  const region = await makeRegion(database.url().adminUrl);
  return <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId: null, via: "session" }, work);
}

describe("a transaction in a region", () => {
  it("is run once more when the database refuses what it had found to be right", async () => {
    const inside = await setUp();
    const twice = {
      unique: async (db: RegionDb) => {
        for (const name of ["Voss", "Bergen"]) await db.person.create({ data: { name, email: "x@samvirk.example" } });
      },
      "a foreign key": async (db: RegionDb) => {
        await db.group.create({ data: { name: "Gruppe", position: 0, actorId: newId() } });
      },
      exclusion: async (db: RegionDb) => {
        const { id: actorId } = await db.actor.create({ data: { name: "KS", position: 0 } });
        const { id: taskId } = await db.task.create({ data: { actorId, name: "Oppgåve", position: 0 } });
        await db.responsibility.create({ data: { actorId, taskId, part: "informed" } });
        await db.responsibility.create({ data: { actorId, taskId, part: "performs" } });
      },
    };
    for (const [what, work] of Object.entries(twice)) {
      let runs = 0;
      const run = inside((db) => {
        runs += 1;
        return work(db);
      });
      await expect(run, what).rejects.toThrow();
      expect(runs, what).toBe(2);
    }
  });

  it("is run once alone when it fails for any other reason", async () => {
    const inside = await setUp();
    let runs = 0;
    const run = inside(async () => {
      runs += 1;
      throw new Error("no");
    });
    await expect(run).rejects.toThrow("no");
    expect(runs).toBe(1);
  });

  it("refuses in words to remove what another is putting to use at the same moment", async () => {
    const inside = await setUp();
    const input = { kind: "working", purpose: "", actorId: null, first: null, last: null } as const;
    const made = await inside((db) => newGroup(db, { ...input, name: "Arbeidsgruppa" }));
    const groupId = made.ok ? made.id : "";
    const { removal } = await inside(async (db) => {
      const network = await db.network.create({ data: { name: "Nettverk", position: 0 } });
      await db.networkMember.create({ data: { networkId: network.id, groupId, joinedOn: new Date("2026-01-01") } });
      const removal = inside((other) => removeGroup(other, groupId));
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { removal };
    });
    expect(await removal).toEqual({ ok: false, reason: "in-use" });
  });
});

describe("what is sent to the database", () => {
  it("is the region with the BEGIN, nothing for what is related to no rows, and the COMMIT", async () => {
    const inside = await setUp();
    const read = (db: RegionDb) =>
      db.groupMember.findMany({ select: { id: true, person: { select: { name: true } } } });
    expect(await inside(read)).toEqual([]);
    const sent = await queriesOf(() => inside(read));
    expect(sent).toHaveLength(3);
    expect(sent[0]).toMatch(/^BEGIN; SELECT set_config\('app.region_id', '[0-9a-f-]{36}', true\)/);
    expect(sent[2]).toBe("COMMIT");
  });

  it("is what conditions ask for, where only some of them can hold for nothing", async () => {
    const inside = await setUp();
    const name = "Kontaktperson";
    await inside((db) => db.person.create({ data: { name, email: "kontakt@samvirk.example" } }));
    const none = { id: { in: [] } };
    const found = (where: object) => inside((db) => db.person.findMany({ where, select: { name: true } }));
    expect(await found({ OR: [{ name }, none] })).toEqual([{ name }]);
    expect(await found({ NOT: none })).toEqual([{ name }]);
    expect(await found({ name, NOT: { AND: [none, { name }] } })).toEqual([{ name }]);
    expect(await found({ AND: [{ name }, none] })).toEqual([]);
    expect(await inside((db) => db.person.count({ where: none }))).toBe(0);
  });

  it("is answered alike each time, before a query has its name and after", async () => {
    const inside = await setUp();
    for (let time = 0; time < 12; time += 1) {
      const email = `kontakt${time}@samvirk.example`;
      await inside((db) => db.person.create({ data: { name: "Kontaktperson", email } }));
      expect(await inside((db) => db.person.count({ where: { email: { contains: "kontakt" } } }))).toBe(time + 1);
      expect(await inside((db) => db.person.findFirst({ where: { email }, select: { email: true } }))).toEqual({
        email,
      });
    }
  });

  it("reads past Prisma as Prisma reads", async () => {
    const inside = await setUp();
    const [day, moment] = [new Date("2027-03-28T00:00:00Z"), new Date("2027-03-28T01:30:00.123Z")];
    await inside(async (db) => {
      const past = await readRows(db)`
        SELECT ${day}::date AS day, ${moment}::timestamptz AS moment, ARRAY['a', 'b,c'] AS words, ${7}::int AS n, ${null}::text AS none,
          ${"x"}::text AS x, true AS yes, ${newId()}::uuid IS NOT NULL AS id`;
      const prisma = await db.$queryRaw`
        SELECT ${day}::date AS day, ${moment}::timestamptz AS moment, ARRAY['a', 'b,c'] AS words, ${7}::int AS n, ${null}::text AS none,
          ${"x"}::text AS x, true AS yes, ${newId()}::uuid IS NOT NULL AS id`;
      expect(past).toEqual(prisma);
      expect(past).toMatchObject([{ day, moment }]);
      expect(await readRows(db)`SELECT current_setting('app.region_id') = '' AS outside`).toEqual([{ outside: false }]);
    });
    await expect(inside((db) => readRows(db)`SELECT 1::bigint AS n`)).rejects.toThrow("is cast in the SQL");
  });
});
