import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { newGroup } from "~/features/groups/keep-group.server";
import { removeGroup } from "~/features/groups/remove-group.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
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
