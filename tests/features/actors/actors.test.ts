import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { actorsView } from "~/features/actors/actors.view.server";
import { withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();

describe("the actors of a region", () => {
  it("come in the region's order with their tasks in their own", async () => {
    const region = await makeRegion(database.url().adminUrl);
    const access = { regionId: region.id, personId: null, via: "session" as const };
    const view = await withRegion(access, async (db) => {
      await db.actor.create({ data: { position: 2, name: "KS" } });
      await db.actor.create({
        data: {
          position: 1,
          name: "Kontoret",
          tasks: {
            create: [
              { position: 0, name: "Koordinere" },
              { position: 1, name: "Rettleie" },
            ],
          },
        },
      });
      return actorsView(db, null);
    });
    expect(view.actors.map(({ name, tasks }) => [name, tasks])).toEqual([
      ["Kontoret", ["Koordinere", "Rettleie"]],
      ["KS", []],
    ]);
    expect(view).toMatchObject({ total: 2, next: null });
  });

  it("are none in a new region", async () => {
    const region = await makeRegion(database.url().adminUrl);
    const access = { regionId: region.id, personId: null, via: "session" as const };
    expect(await withRegion(access, (db) => actorsView(db, null))).toEqual({ actors: [], total: 0, next: null });
  });
});
